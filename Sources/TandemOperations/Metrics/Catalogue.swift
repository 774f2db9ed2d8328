/// Every metric that the program shows, each with what it tells.
extension MetricFamily {
    package static let requests = MetricFamily(
        "tandem_http_requests_total",
        .counter,
        "Requests answered, by method, pattern of the route and status."
    )
    package static let requestSeconds = MetricFamily(
        "tandem_http_request_duration_seconds",
        .histogram,
        buckets: seconds,
        "From the head of a request to its answer, by method and pattern of the route."
    )
    package static let requestsInFlight = MetricFamily(
        "tandem_http_requests_in_flight",
        .gauge,
        "Requests that are being answered."
    )

    package static let transactions = MetricFamily(
        "tandem_database_transactions_total",
        .counter,
        "Reads and writes that ended, by kind and outcome."
    )
    package static let transactionSeconds = MetricFamily(
        "tandem_database_transaction_duration_seconds",
        .histogram,
        buckets: seconds,
        "From asking for a connection to the end of the transaction, by kind."
    )
    package static let waitSeconds = MetricFamily(
        "tandem_database_wait_seconds",
        .histogram,
        buckets: seconds,
        "From asking for a connection to getting one, by kind."
    )
    package static let statementSeconds = MetricFamily(
        "tandem_database_statement_duration_seconds",
        .histogram,
        buckets: [0.0001, 0.00025, 0.0005] + seconds,
        "Statements, by kind."
    )
    package static let databaseErrors = MetricFamily(
        "tandem_database_errors_total",
        .counter,
        "Transactions that the database ended, by kind of error."
    )
    package static let poolSize = MetricFamily(
        "tandem_database_pool_size",
        .gauge,
        "How many connections this server may have."
    )
    package static let connectionsInUse = MetricFamily(
        "tandem_database_connections_in_use",
        .gauge,
        "Reads and writes at work on a connection, by kind."
    )
    package static let waitingForConnection = MetricFamily(
        "tandem_database_waiting",
        .gauge,
        "Reads and writes that wait for a connection, by kind."
    )
    package static let databaseUp = MetricFamily(
        "tandem_database_up",
        .gauge,
        "Whether the database answered within the limit: 1 or 0."
    )

    package static let clockRuns = MetricFamily(
        "tandem_legal_clock_runs_total",
        .counter,
        "Runs of the legal clock on this server, by outcome."
    )
    package static let clockActs = MetricFamily(
        "tandem_legal_clock_acts_total",
        .counter,
        "Acts that the legal clock did on this server, by kind."
    )
    package static let followRuns = MetricFamily(
        "tandem_company_register_runs_total",
        .counter,
        "Looks at the company register on this server, by outcome."
    )
    package static let followNews = MetricFamily(
        "tandem_company_register_news_total",
        .counter,
        "Companies and establishments that the company register ended or changed, on this server, by kind."
    )
    package static let clockLastRun = MetricFamily(
        "tandem_legal_clock_last_run_timestamp_seconds",
        .gauge,
        "When the law was last applied, by whichever server."
    )
    package static let clockThrough = MetricFamily(
        "tandem_legal_clock_through_timestamp_seconds",
        .gauge,
        "The beginning (UTC) of the day through which the law was applied."
    )

    package static let files = MetricFamily(
        "tandem_files",
        .gauge,
        "Files by status, each counted up to 10000."
    )
    package static let overdueFiles = MetricFamily(
        "tandem_files_overdue",
        .gauge,
        "Files whose term is over and that nobody decided, counted up to 10000."
    )
    package static let outboxLetters = MetricFamily(
        "tandem_outbox_letters",
        .gauge,
        "Letters in the outbox, counted up to 10000."
    )
    package static let outboxAge = MetricFamily(
        "tandem_outbox_oldest_age_seconds",
        .gauge,
        "Since the oldest letter in the outbox was made."
    )

    package static let startTime = MetricFamily(
        "process_start_time_seconds",
        .gauge,
        "When the program started, in seconds since 1970."
    )
    package static let residentMemory = MetricFamily(
        "process_resident_memory_bytes",
        .gauge,
        "Memory that the program holds."
    )
    package static let processorSeconds = MetricFamily(
        "process_cpu_seconds_total",
        .counter,
        "Processor time, of the program and of the system for it."
    )
    package static let openDescriptors = MetricFamily(
        "process_open_fds",
        .gauge,
        "Open files and connections."
    )
    package static let build = MetricFamily(
        "tandem_build_info",
        .gauge,
        "Always 1; the label names the version."
    )

    /// All of them, for the registry and for who documents them.
    package static let catalogue: [MetricFamily] = [
        requests, requestSeconds, requestsInFlight, transactions, transactionSeconds, waitSeconds, statementSeconds,
        databaseErrors, poolSize, connectionsInUse, waitingForConnection, databaseUp, clockRuns, clockActs,
        followRuns, followNews,
        clockLastRun, clockThrough, files, overdueFiles, outboxLetters, outboxAge, startTime, residentMemory,
        processorSeconds,
        openDescriptors, build,
    ]
}
