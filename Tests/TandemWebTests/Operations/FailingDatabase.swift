import Synchronization
import TandemSQL

/// A database that fails, or hangs, from the moment it is told to.
final class FailingDatabase: SQLDatabase {
    enum Mode: Sendable {
        case works, fails(SQLError), hangs
        /// So many times it still works.
        case failsAfter(Int, SQLError)
    }

    private let database: any SQLDatabase
    private let mode = Mutex(Mode.works)
    private let asked = Mutex(0)

    init(_ database: any SQLDatabase, _ mode: Mode = .works) {
        self.database = database
        turn(mode)
    }

    func turn(_ mode: Mode) { self.mode.withLock { $0 = mode } }

    /// How often something was asked of it.
    var count: Int { asked.withLock { $0 } }

    var dialect: SQLDialect { database.dialect }

    var poolUse: SQLPoolUse { database.poolUse }

    func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await fail()
        return try await database.read(freshness, body)
    }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await fail()
        return try await database.write(body)
    }

    func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? { try await database.exclusively(name, body) }

    func close() async throws { try await database.close() }

    private func fail() async throws {
        let number = asked.withLock { asked in
            asked += 1
            return asked
        }
        switch mode.withLock({ $0 }) {
        case .works: break
        case .fails(let error): throw error
        case .failsAfter(let times, let error): if number > times { throw error }
        case .hangs: try await Task.sleep(for: .seconds(3600))
        }
    }
}
