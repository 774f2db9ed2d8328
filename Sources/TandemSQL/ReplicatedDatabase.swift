/// A database with a replica beside it, which answers the readings that may lag.
///
/// Where the replica is away, the leader answers them too.
package struct ReplicatedDatabase: SQLDatabase {
    private let leader: any SQLDatabase
    private let replica: any SQLDatabase

    package init(leader: any SQLDatabase, replica: any SQLDatabase) {
        self.leader = leader
        self.replica = replica
    }

    package var dialect: SQLDialect { leader.dialect }

    package var poolUse: SQLPoolUse {
        let (first, second) = (leader.poolUse, replica.poolUse)
        return SQLPoolUse(
            size: first.size + second.size,
            inUse: first.inUse + second.inUse,
            waiting: first.waiting + second.waiting
        )
    }

    package func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        switch freshness {
        case .current: return try await leader.read(.current, body)
        case .mayLag:
            do { return try await replica.read(.mayLag, body) } catch SQLError.unavailable {
                return try await leader.read(.mayLag, body)
            }
        }
    }

    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await leader.write(body)
    }

    package func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? {
        try await leader.exclusively(name, body)
    }

    package func refreshStatistics() async throws { try await leader.refreshStatistics() }

    package func close() async throws {
        try await leader.close()
        try await replica.close()
    }
}
