internal import Synchronization
package import TandemSQL

/// A database that counts the statements sent to another.
package final class CountingDatabase: SQLDatabase {
    private let database: any SQLDatabase
    private let statements = Mutex(0)

    package init(_ database: any SQLDatabase) { self.database = database }

    /// How many statements were sent so far.
    package var count: Int { statements.withLock { $0 } }

    package var dialect: SQLDialect { database.dialect }

    package var poolUse: SQLPoolUse { database.poolUse }

    package func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await database.read(freshness) { try body(CountingSession(session: $0, database: self)) }
    }

    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await database.write { try body(CountingSession(session: $0, database: self)) }
    }

    package func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? { try await database.exclusively(name, body) }

    package func refreshStatistics() async throws { try await database.refreshStatistics() }

    package func close() async throws { try await database.close() }

    fileprivate func countOne() { statements.withLock { $0 += 1 } }
}

/// A session of a ``CountingDatabase``.
private struct CountingSession: SQLSession {
    let session: any SQLSession
    let database: CountingDatabase

    func rows(_ statement: SQL) throws -> [SQLRow] {
        database.countOne()
        return try session.rows(statement)
    }

    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        database.countOne()
        try session.forEachRow(statement, body)
    }

    func run(_ statement: SQL) throws -> Int {
        database.countOne()
        return try session.run(statement)
    }

    func runAll(_ statements: [SQL]) throws {
        for _ in statements { database.countOne() }
        try session.runAll(statements)
    }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int {
        database.countOne()
        return try session.load(table, next)
    }

    func runScript(_ script: SQLScript) throws {
        database.countOne()
        try session.runScript(script)
    }
}
