internal import Foundation
package import TandemPostgres
package import TandemSQL
internal import TandemSQLite
internal import TandemStore

/// Databases for tests: in memory on SQLite, or on the PostgreSQL server that `TANDEM_TEST_POSTGRES` names, each test in
/// a database of its own.
package enum TestDatabase {
    /// The address of the server without a database: `postgres://tandem@127.0.0.1:54320`.
    package static let server = ProcessInfo.processInfo.environment["TANDEM_TEST_POSTGRES"].flatMap {
        $0.isEmpty ? nil : $0
    }

    /// The make on which the tests run.
    package static var dialect: SQLDialect { server == nil ? .sqlite : .postgresql }

    /// The makes that are at hand: SQLite always.
    package static var makes: [SQLDialect] { server == nil ? [.sqlite] : [.sqlite, .postgresql] }

    /// A database without tables.
    package static func blank(_ make: SQLDialect = dialect) async throws -> any SQLDatabase {
        switch make {
        case .sqlite: return try SQLiteDatabase()
        case .postgresql: return try await Servers.shared.database(on: named(), migrated: false)
        }
    }

    /// An empty register with the whole schema.
    package static func empty(_ make: SQLDialect = dialect) async throws -> any SQLDatabase {
        switch make {
        case .sqlite:
            let database = try SQLiteDatabase()
            try await database.migrate(now: 0)
            return database
        case .postgresql: return try await Servers.shared.database(on: named(), migrated: true)
        }
    }

    private static func named() throws -> String {
        guard let server else { throw SQLError.unavailable("TANDEM_TEST_POSTGRES names no server") }
        return server
    }

    struct NoServer: Error {}

    /// The settings by which a database of a test can be reached once more, by another port where one is named.
    package static func settings(of database: any SQLDatabase, port: Int? = nil) throws -> PostgresSettings {
        guard var settings = (database as? PostgresDatabase)?.settings else { throw NoServer() }
        if let port { settings.address.replace(":\(try self.port(of: database))/", with: ":\(port)/") }
        return settings
    }

    /// The port on which the server of a database listens.
    package static func port(of database: any SQLDatabase) throws -> Int {
        let address = (database as? PostgresDatabase)?.settings.address.split(separator: ":").last
        guard let text = address?.split(separator: "/").first, let port = Int(text) else { throw NoServer() }
        return port
    }

    /// Settings for a database of the server of the tests.
    package static func settings(_ server: String, _ name: String) -> PostgresSettings {
        PostgresSettings("\(server)/\(name)", for: .maintenance, readers: 2, patience: .seconds(120))
    }
}

/// Makes databases on the server, from a template that is migrated once.
private actor Servers {
    static let shared = Servers()

    private let run = UUID().uuidString.lowercased().filter { $0 != "-" }
    private var count = 0
    private var template: Task<String, any Error>?
    private var making: Task<Void, any Error>?

    /// One after the other: hundreds of tests ask at once.
    func database(on server: String, migrated: Bool) async throws -> any SQLDatabase {
        let name = nextName()
        let source = migrated ? try await migratedTemplate(on: server) : "template0"
        let before = making
        let task = Task {
            _ = await before?.result
            try await PostgresDatabase.make(name, from: source, with: TestDatabase.settings(server, "postgres"))
        }
        making = task
        try await task.value
        return PostgresDatabase(TestDatabase.settings(server, name))
    }

    private func nextName() -> String {
        count += 1
        return "t\(run)\(count)"
    }

    private func migratedTemplate(on server: String) async throws -> String {
        if let template { return try await template.value }
        let name = "template\(run)"
        let task = Task {
            try await PostgresDatabase.make(name, with: TestDatabase.settings(server, "postgres"))
            let database = PostgresDatabase(TestDatabase.settings(server, name))
            try await database.migrate(now: 0)
            try await database.close()
            return name
        }
        template = task
        return try await task.value
    }
}
