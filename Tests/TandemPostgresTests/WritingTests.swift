import Synchronization
import TandemPostgres
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite(.enabled(if: TestDatabase.server != nil)) struct `Writing to PostgreSQL` {
    struct Refused: Error {}

    static func counter() async throws -> any SQLDatabase {
        let database = try await TestDatabase.empty()
        try await database.write { try $0.runScript("CREATE TABLE x (n BIGINT NOT NULL, CONSTRAINT few CHECK (n < 90));") }
        return database
    }

    static func numbers(_ database: any SQLDatabase) async throws -> [Int] {
        try await database.read { try $0.rows("SELECT n FROM x ORDER BY n").map { try $0.int(0) } }
    }

    @Test func `lets many share one wait for the disk, each undone alone where it fails`() async throws {
        let database = try await Self.counter()
        let transactions = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 1...60 { group.addTask { try await Self.add(number, to: database) } }
            return try await group.reduce(into: Set<Int>()) { found, next in if let next { found.insert(next) } }
        }
        #expect(try await Self.numbers(database) == (1...60).filter { $0 % 5 != 0 })
        #expect(transactions.count < 24)
    }

    /// Adds a number, fails with each fifth, and says in which transaction it was kept.
    static func add(_ number: Int, to database: any SQLDatabase) async throws -> Int? {
        do {
            return try await database.write { session in
                // The first holds the others up, so that they gather.
                if number == 1 { _ = try session.rows("SELECT CAST(pg_sleep(0.3) AS TEXT)") }
                try session.run("INSERT INTO x (n) VALUES (\(number))")
                if number % 10 == 0 { throw Refused() }
                if number % 10 == 5 { try session.run("INSERT INTO x (n) VALUES (99)") }
                return try session.integer("SELECT txid_current()")
            }
        } catch is Refused { return nil } catch SQLError.check("few") { return nil }
    }

    @Test func `is done again from its beginning when the connection breaks before the end`() async throws {
        let database = try await Self.counter()
        let attempts = Mutex(0)
        try await database.write { session in
            try session.run("INSERT INTO x (n) VALUES (1)")
            let isFirst = attempts.withLock { attempts in
                attempts += 1
                return attempts == 1
            }
            if isFirst { _ = try session.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
            try session.run("INSERT INTO x (n) VALUES (2)")
        }
        #expect(attempts.withLock { $0 } == 2)
        #expect(try await Self.numbers(database) == [1, 2])
    }

    @Test func `finds out whether a commit arrived whose answer was lost, and does not do it twice`() async throws {
        let database = try await Self.counter()
        let proxy = try LossyProxy(to: TestDatabase.port(of: database))
        let distant = PostgresDatabase(try TestDatabase.settings(of: database, port: proxy.port))
        let attempts = Mutex(0)
        try await distant.write { _ = try $0.run("INSERT INTO x (n) VALUES (1)") }
        for (number, loss) in [(2, LossyProxy.Loss.answer), (3, .question)] {
            attempts.withLock { $0 = 0 }
            proxy.loseNext("COMMIT", loss)
            try await distant.write { session in
                attempts.withLock { $0 += 1 }
                try session.run("INSERT INTO x (n) VALUES (\(number))")
            }
            #expect(proxy.losses == number - 1)
            // What arrived is not done again; what did not arrive is.
            #expect(attempts.withLock { $0 } == number - 1)
        }
        #expect(try await Self.numbers(database) == [1, 2, 3])
    }

    @Test func `says that it does not know where no server tells in time`() async throws {
        let database = try await Self.counter()
        let proxy = try LossyProxy(to: TestDatabase.port(of: database))
        var settings = try TestDatabase.settings(of: database, port: proxy.port)
        settings.patience = .seconds(1)
        let distant = PostgresDatabase(settings)
        try await distant.write { _ = try $0.run("INSERT INTO x (n) VALUES (1)") }
        proxy.loseNext("COMMIT", .answer)
        proxy.refuseAfterLoss()
        await #expect(throws: SQLError.unknownOutcome) {
            try await distant.write { try $0.run("INSERT INTO x (n) VALUES (2)") }
        }
        #expect(try await Self.numbers(database) == [1, 2])
    }

    @Test func `does not pass over a failed statement that its user passed over`() async throws {
        let database = try await Self.counter()
        await #expect(throws: SQLError.self) {
            try await database.write { session in
                try session.run("INSERT INTO x (n) VALUES (1)")
                do { try session.run("INSERT INTO x (n) VALUES (99)") } catch SQLError.check {}
            }
        }
        #expect(try await Self.numbers(database).isEmpty)
    }

    @Test func `of a migration is done once where two servers start at once`() async throws {
        let database = try await TestDatabase.blank()
        let other = PostgresDatabase(try TestDatabase.settings(of: database))
        async let first = database.migrate(now: 1)
        async let second = other.migrate(now: 2)
        let steps = try await [first, second]
        #expect(Set(steps.map(\.isEmpty)) == [true, false])
        #expect(try await database.missingMigrations().isEmpty)
    }

    @Test func `under a lock by name goes over to another server when the first one dies`() async throws {
        let first = try await TestDatabase.empty()
        let second = PostgresDatabase(try TestDatabase.settings(of: first))
        let seen = try await first.exclusively("work") {
            let held = try await second.exclusively("work") { 1 }
            _ = try await second.read { session in
                try session.rows("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
            }
            try await Task.sleep(for: .milliseconds(200))
            return [held, try await second.exclusively("work") { 2 }]
        }
        #expect(seen == [nil, 2])
    }
}
