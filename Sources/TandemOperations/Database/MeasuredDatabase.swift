internal import Synchronization
package import TandemSQL

/// A database that measures what is asked of another.
package struct MeasuredDatabase: SQLDatabase {
    private let database: any SQLDatabase
    private let measures: DatabaseMeasures

    package init(_ database: any SQLDatabase, _ registry: MetricsRegistry) {
        self.database = database
        measures = DatabaseMeasures(registry)
    }

    package var dialect: SQLDialect { database.dialect }

    package var poolUse: SQLPoolUse { database.poolUse }

    package func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await measured(.read) { turn in try await database.read(freshness) { try turn.run($0, body) } }
    }

    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await measured(.write) { turn in try await database.write { try turn.run($0, body) } }
    }

    package func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? { try await database.exclusively(name, body) }

    package func close() async throws { try await database.close() }

    private func measured<Result: Sendable>(
        _ kind: TransactionKind,
        _ transaction: (Turn) async throws -> Result
    ) async throws -> Result {
        let turn = Turn(kind, measures)
        do {
            let result = try await transaction(turn)
            turn.end(nil)
            return result
        } catch {
            turn.end(error)
            throw error
        }
    }
}

/// One transaction, from asking for a connection to its end.
private final class Turn: Sendable {
    private let kind: TransactionKind
    private let measures: DatabaseMeasures
    private let start = ContinuousClock.now
    /// A body that is run again after a broken connection waited only once.
    private let hasBegun = Mutex(false)

    init(_ kind: TransactionKind, _ measures: DatabaseMeasures) {
        self.kind = kind
        self.measures = measures
        measures.asked(kind)
    }

    func run<Result>(_ session: any SQLSession, _ body: (any SQLSession) throws -> Result) throws -> Result {
        let isFirst = hasBegun.withLock { hasBegun in
            defer { hasBegun = true }
            return !hasBegun
        }
        if isFirst { measures.began(kind, after: ContinuousClock.now - start) }
        return try body(MeasuredSession(session: session, measures: measures))
    }

    func end(_ error: (any Error)?) {
        if hasBegun.withLock({ $0 }) { measures.gaveBack(kind) } else { measures.gotNone(kind) }
        measures.ended(kind, error, after: ContinuousClock.now - start)
    }
}

/// A session of a ``MeasuredDatabase``.
private struct MeasuredSession: SQLSession {
    let session: any SQLSession
    let measures: DatabaseMeasures

    func rows(_ statement: SQL) throws -> [SQLRow] { try measured(.query) { try session.rows(statement) } }

    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        try measured(.query) { try session.forEachRow(statement, body) }
    }

    func run(_ statement: SQL) throws -> Int { try measured(.change) { try session.run(statement) } }

    func runAll(_ statements: [SQL]) throws { try measured(.change) { try session.runAll(statements) } }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int {
        try measured(.load) { try session.load(table, next) }
    }

    func runScript(_ script: SQLScript) throws { try measured(.script) { try session.runScript(script) } }

    private func measured<Result>(_ kind: StatementKind, _ statement: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer { measures.ran(kind, for: ContinuousClock.now - start) }
        return try statement()
    }
}
