import TandemOperations
import TandemSQL
import TandemSQLite
import Testing

@Suite struct `A measured database` {
    private let registry = MetricsRegistry(MetricFamily.catalogue)

    private func value(_ series: String) -> String? {
        prometheusText(registry.snapshot()).split(separator: "\n").first { $0.hasPrefix("\(series) ") }
            .map { String($0.dropFirst(series.count + 1)) }
    }

    @Test func `answers as the other, and counts`() async throws {
        let database = MeasuredDatabase(try SQLiteDatabase(), registry)
        try await database.write { try $0.runScript("CREATE TABLE t (a INTEGER NOT NULL UNIQUE);") }
        let changed = try await database.write { session in
            try session.run("INSERT INTO t (a) VALUES (\(1))") + session.run("INSERT INTO t (a) VALUES (\(2))")
        }
        #expect(changed == 2)
        let sum = try await database.read { session in
            var sum = 0
            try session.forEachRow("SELECT a FROM t") { sum += try $0.int(0) }
            return try sum + session.integer("SELECT count(*) FROM t")
        }
        #expect(sum == 5)
        #expect(value("tandem_database_transactions_total{kind=\"write\",outcome=\"done\"}") == "2")
        #expect(value("tandem_database_transactions_total{kind=\"read\",outcome=\"done\"}") == "1")
        #expect(value("tandem_database_statement_duration_seconds_count{kind=\"query\"}") == "2")
        #expect(value("tandem_database_statement_duration_seconds_count{kind=\"change\"}") == "2")
        #expect(value("tandem_database_statement_duration_seconds_count{kind=\"script\"}") == "1")
        #expect(value("tandem_database_wait_seconds_count{kind=\"write\"}") == "2")
    }

    @Test func `counts what ends a transaction by its kind`() async throws {
        struct Other: Error {}
        let database = MeasuredDatabase(try SQLiteDatabase(), registry)
        try await database.write {
            try $0.runScript("CREATE TABLE t (a INTEGER NOT NULL UNIQUE); INSERT INTO t VALUES (1);")
        }
        await #expect(throws: SQLError.self) {
            _ = try await database.write { try $0.run("INSERT INTO t (a) VALUES (\(1))") }
        }
        await #expect(throws: Other.self) { try await database.read { _ in throw Other() } }
        #expect(value("tandem_database_errors_total{kind=\"unique\"}") == "1")
        #expect(value("tandem_database_transactions_total{kind=\"write\",outcome=\"failed\"}") == "1")
        #expect(value("tandem_database_transactions_total{kind=\"read\",outcome=\"failed\"}") == "1")
        #expect(value("tandem_database_errors_total{kind=\"other\"}") == nil)
    }

    @Test func `knows who waits and who works`() async throws {
        let database = MeasuredDatabase(try SQLiteDatabase(), registry)
        let during = try await database.read { [registry] _ in prometheusText(registry.snapshot()) }
        #expect(during.contains("tandem_database_connections_in_use{kind=\"read\"} 1\n"))
        #expect(during.contains("tandem_database_waiting{kind=\"read\"} 0\n"))
        #expect(value("tandem_database_connections_in_use{kind=\"read\"}") == "0")
    }

    @Test func `counts nobody twice who never got a connection`() async throws {
        let database = MeasuredDatabase(RefusingDatabase(), registry)
        await #expect(throws: (any Error).self) { try await database.read { _ in } }
        #expect(value("tandem_database_waiting{kind=\"read\"}") == "0")
        #expect(value("tandem_database_connections_in_use{kind=\"read\"}") == nil)
        #expect(value("tandem_database_errors_total{kind=\"unavailable\"}") == "1")
    }
}

/// A database that gives nobody a connection.
private struct RefusingDatabase: SQLDatabase {
    let dialect = SQLDialect.sqlite
    let poolUse = SQLPoolUse(size: 0, inUse: 0, waiting: 0)

    func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result { throw SQLError.unavailable("refused") }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result { throw SQLError.unavailable("refused") }

    func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? { throw SQLError.unavailable("refused") }

    func close() async throws {}
}
