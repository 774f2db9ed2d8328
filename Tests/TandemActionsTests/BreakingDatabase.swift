import Synchronization
import TandemSQL
import TandemStore

/// What a ``BreakingDatabase`` throws.
struct Broken: Error {}

/// A database that fails at a chosen place, after so many rows.
struct BreakingDatabase: SQLDatabase {
    /// Where it fails: while rows are read, while rows are added, or at the load behind them.
    enum Place: Sendable { case reading, writing, loading }

    private let database: any SQLDatabase
    private let place: Place
    private let rest: RowsLeft

    init(_ database: any SQLDatabase, _ place: Place, after count: Int) {
        self.database = database
        self.place = place
        rest = RowsLeft(count)
    }

    var dialect: SQLDialect { database.dialect }
    var poolUse: SQLPoolUse { database.poolUse }

    func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await database.read(freshness) { try body(BreakingSession(session: $0, place: place, rest: rest)) }
    }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await database.write { try body(BreakingSession(session: $0, place: place, rest: rest)) }
    }

    func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? { try await database.exclusively(name, body) }

    func close() async throws { try await database.close() }
}

/// How many rows may still pass.
private final class RowsLeft: Sendable {
    private let count: Mutex<Int>

    init(_ count: Int) { self.count = Mutex(count) }

    func takeOne() throws {
        try count.withLock { count in
            if count == 0 { throw Broken() }
            count -= 1
        }
    }
}

private struct BreakingSession: SQLSession {
    let session: any SQLSession
    let place: BreakingDatabase.Place
    let rest: RowsLeft

    func rows(_ statement: SQL) throws -> [SQLRow] { try session.rows(statement) }

    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        try session.forEachRow(statement) { row in
            if place == .reading { try rest.takeOne() }
            try body(row)
        }
    }

    func run(_ statement: SQL) throws -> Int { try session.run(statement) }

    func runAll(_ statements: [SQL]) throws { try session.runAll(statements) }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int {
        let count = try session.load(table) {
            let row = try next()
            if place == .writing, row != nil { try rest.takeOne() }
            return row
        }
        if place == .loading { for _ in 0..<count { try rest.takeOne() } }
        return count
    }

    func runScript(_ script: SQLScript) throws { try session.runScript(script) }
}

/// What a copy told of its progress.
final class Told: Sendable {
    private let state = Mutex<[Int]>([])

    var rows: [Int] { state.withLock { $0 } }

    func take(_ progress: CopyProgress) { state.withLock { $0.append(progress.rows) } }
}
