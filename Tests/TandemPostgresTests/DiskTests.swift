import Foundation
import TandemPostgres
import TandemSQL
import TandemSQLite
import TandemTestKit
import Testing

/// `TANDEM_TEST_SMALL_DISK` names a folder on a disk of some megabytes, with a folder `postgres` that is the server's.
private let smallDisk = ProcessInfo.processInfo.environment["TANDEM_TEST_SMALL_DISK"].flatMap { $0.isEmpty ? nil : $0 }

@Suite(.serialized, .enabled(if: TestDatabase.server != nil && smallDisk != nil)) struct `A full disk` {
    @Test func `is told by SQLite, and what was there is kept`() async throws {
        let disk = try #require(smallDisk)
        let path = "\(disk)/register.sqlite"
        let database = try SQLiteDatabase(path: path)
        let content = [UInt8](repeating: 7, count: 100_000)
        try await database.write { session in
            try session.runScript("CREATE TABLE x (b BLOB);")
            try session.run("INSERT INTO x (b) VALUES (\(content))")
        }
        let error = await #expect(throws: SQLError.self) {
            try await database.write { session in
                for _ in 1...400 { try session.run("INSERT INTO x (b) VALUES (\(content))") }
            }
        }
        if case .unavailable = error {} else { Issue.record("\(String(describing: error))") }
        #expect(try await database.read { try $0.integer("SELECT count(*) FROM x") } == 1)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    @Test func `is told by PostgreSQL likewise`() async throws {
        let disk = try #require(smallDisk)
        let database = try await TestDatabase.blank()
        let settings = try TestDatabase.settings(of: database)
        let space = "small\(try #require(settings.address.split(separator: "/").last))"
        try await PostgresDatabase.makeTablespace(space, at: "\(disk)/postgres", with: settings)
        // Bytes of chance, which the server cannot press together.
        let content = (0..<100_000).map { _ in UInt8.random(in: 0 ... .max) }
        try await database.write { session in
            try session.run(SQL(stringLiteral: "CREATE TABLE x (b BYTEA) TABLESPACE \(space)"))
            try session.run("INSERT INTO x (b) VALUES (\(content))")
        }
        await #expect(throws: SQLError.unavailable("the disk of the server is full (53100)")) {
            try await database.write { session in
                for _ in 1...400 { try session.run("INSERT INTO x (b) VALUES (\(content))") }
            }
        }
        #expect(try await database.read { try $0.integer("SELECT count(*) FROM x") } == 1)
    }
}
