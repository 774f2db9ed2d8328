package import Logging
package import TandemActions
internal import TandemDomain
package import TandemOperations
internal import TandemSQL
internal import TandemStore

/// What operators see of a server: its probes, its metrics and its log.
package struct Operations: Sendable {
    package let state: ServerState
    package let registry: MetricsRegistry
    package let logger: Logger
    let requests: RequestMeasures
    private let clock: WallClock
    private let database: any SQLDatabase
    private let pulse: SharedReading<Pulse>
    private let figures: SharedReading<RegisterFigures>

    /// - Parameters:
    ///   - counter: whose database is asked, through the database that is measured.
    ///   - registry: where everything is measured.
    ///   - logger: of requests.
    ///   - limits: how long probes wait for the database, and how often it is asked.
    package init(
        counter: Counter,
        registry: MetricsRegistry = MetricsRegistry(MetricFamily.catalogue),
        logger: Logger = Logger(label: "tandem") { _ in SwiftLogNoOpLogHandler() },
        limits: ProbeLimits = ProbeLimits()
    ) {
        state = ServerState(startedAt: counter.clock.now())
        self.registry = registry
        self.logger = logger
        requests = RequestMeasures(registry)
        clock = counter.clock
        database = counter.database
        pulse = SharedReading(limit: limits.wait, keptFor: limits.pulse) {
            try await counter.database.read { session in
                Pulse(
                    tick: try session.recordedTick(),
                    outbox: try session.outboxState(upTo: Pulse.mostLetters + 1)
                )
            }
        }
        figures = SharedReading(limit: limits.wait, keptFor: limits.figures) {
            let today = counter.clock.today()
            return try await counter.database.read(.mayLag) { session in
                RegisterFigures(
                    files: try session.fileCounts(upTo: RegisterFigures.mostFiles),
                    overdue: try session.overdueFiles(before: today, upTo: RegisterFigures.mostFiles)
                )
            }
        }
    }

    /// How the server is at this moment.
    func health() async -> Health {
        Health(await pulse.value(), state, at: clock.now())
    }

    /// Whether it should be sent requests.
    func isReady() async -> Bool {
        guard !state.isStopping, await pulse.value() != nil else { return false }
        return !state.isStopping
    }

    /// Everything that is measured, as text for Prometheus.
    func metrics() async -> String {
        let pulse = await pulse.value()
        let read = (pulse?.snapshot(at: clock.now()) ?? []) + (await figures.value()?.snapshot ?? [])
        let own = [
            MetricSnapshot(.databaseUp, pulse == nil ? 0 : 1),
            MetricSnapshot(.poolSize, Double(database.poolUse.size)),
            MetricSnapshot(.startTime, Double(state.startedAt.milliseconds) / 1000),
            MetricSnapshot(.build, [MetricLabels([("version", Program.version)]): .number(1)]),
        ]
        return prometheusText(registry.snapshot() + read + own + ProcessFigures.snapshot())
    }
}

/// How long probes wait for the database, and how long an answer serves all who ask.
package struct ProbeLimits: Sendable {
    /// A probe that has no answer by then says so.
    package var wait = Duration.seconds(2)
    /// How long one short reading serves `/health` and `/ready`, which anybody may ask.
    package var pulse = Duration.seconds(1)
    /// How long one count of the register serves `/metrics`.
    package var figures = Duration.seconds(15)

    package init() {}
}
