import TandemPostgres
import TandemSQL
import TandemTestKit
import Testing

@Suite(.enabled(if: TestDatabase.server != nil)) struct `What PostgreSQL refuses` {
    @Test(arguments: [
        ("INSERT INTO account (slug, name) VALUES ('a', 'A')", SQLError.unique("account.slug")),
        (
            "INSERT INTO capacity (account_id, role, organisation) VALUES (1, 'voter', 'x')",
            .unique(
                "capacity.account_id, capacity.role, capacity.organisation"
            )
        ),
        ("UPDATE capacity SET role = 'king'", .check("role_is_known")),
        ("INSERT INTO capacity (account_id, role, organisation) VALUES (9, 'voter', 'x')", .foreignKey),
        ("DELETE FROM account", .foreignKey),
        ("SELECT CAST(pg_sleep(2) AS TEXT)", .busy),
        ("SELECT 1 FROM nowhere", .other(code: "42P01", message: "relation \"nowhere\" does not exist")),
        ("UPDATE account SET name = NULL", .other(code: "23502", message: "name")),
    ])
    func `is told in the same words as SQLite's`(_ statement: String, _ expected: SQLError) async throws {
        let database = try await TestDatabase.empty()
        try await database.write { session in
            try session.run("INSERT INTO account (slug, name) VALUES ('a', 'A')")
            try session.run("INSERT INTO capacity (account_id, role, organisation) VALUES (1, 'voter', 'x')")
        }
        await #expect(throws: expected) {
            try await database.write { session in
                try session.run("SET LOCAL statement_timeout = 200")
                try session.run(SQL(stringLiteral: statement))
            }
        }
    }

    static func message(_ settings: PostgresSettings) async -> String {
        do { try await PostgresDatabase(settings).connect() } catch SQLError.unavailable(let message) {
            return message
        } catch { return "\(error)" }
        return "connected"
    }

    @Test func `at the door is told with what is wrong, and without the password`() async throws {
        let database = try await TestDatabase.blank()
        try await database.write { session in
            try session.runScript(
                "DO $$ BEGIN CREATE ROLE guarded LOGIN PASSWORD 'right'; EXCEPTION WHEN duplicate_object THEN END $$;"
            )
        }
        var settings = try TestDatabase.settings(of: database)
        settings.address = settings.address.replacing("tandem@", with: "guarded:wrongword@")
        let wrongPassword = await Self.message(settings)
        #expect(wrongPassword.contains("password authentication failed for user \"guarded\""))
        #expect(!wrongPassword.contains("wrongword"))
        settings.address = settings.address.replacing("wrongword", with: "right")
        #expect(await Self.message(settings) == "connected")
        settings.address = "postgres://tandem@127.0.0.1:1/x"
        #expect(await Self.message(settings).contains("Connection refused"))
        settings.address = "postgres://tandem@no-such-host.invalid/x"
        #expect(await Self.message(settings).contains("could not translate host name"))
        settings = try TestDatabase.settings(of: database)
        settings.address += "_away"
        #expect(await Self.message(settings).contains("does not exist"))
        settings.address = "postgres://tandem@127.0.0.1/x?nonsense=1"
        #expect(await Self.message(settings).contains("invalid URI query parameter"))
    }

    @Test func `as a replica is told, and is no leader`() async throws {
        let database = try await TestDatabase.empty()
        let settings = try TestDatabase.settings(of: database)
        let name = try #require(settings.address.split(separator: "/").last)
        try await database.write { session in
            _ = try session.run(SQL(stringLiteral: "ALTER DATABASE \(name) SET default_transaction_read_only = on"))
        }
        #expect(await Self.message(settings).contains("session is read-only"))
        var reading = settings
        reading.purpose = .replica
        reading.patience = .seconds(1)
        let replica = PostgresDatabase(reading)
        #expect(try await replica.read(.mayLag) { try $0.integer("SELECT count(*) FROM account") } == 0)
        await #expect(throws: SQLError.self) {
            try await replica.write { _ = try $0.run("INSERT INTO account (slug, name) VALUES ('a', 'A')") }
        }
    }

    @Test func `by a replica that is away is answered by the leader`() async throws {
        let leader = try await TestDatabase.empty()
        let away = PostgresDatabase(
            PostgresSettings("postgres://tandem@127.0.0.1:1/x", for: .replica, patience: .milliseconds(10))
        )
        let database = ReplicatedDatabase(leader: leader, replica: away)
        #expect(try await database.read(.mayLag) { try $0.integer("SELECT count(*) FROM account") } == 0)
    }
}
