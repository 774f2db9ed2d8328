import ArgumentParser
import Foundation
import TandemActions
import TandemDomain
import TandemPostgres
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import tandem

/// The drill of a bad day on PostgreSQL, and the demonstration that lives there.
@Suite(.enabled(if: TestDatabase.server != nil)) struct `A register on PostgreSQL` {
    private let server = TestDatabase.server ?? ""

    @Test func `comes back from a dump with the same chain`() async throws {
        let folder = try TemporaryFolder()
        let (source, database) = try await made()
        _ = try await TestCounter(database).file(.approved)
        let before = try await database.verify()
        let dump = folder.file("register.dump")
        try run("pg_dump", "--format=custom", "--no-owner", "--file=\(dump)", "\(server)/\(source)")
        try await PostgresDatabase.remove(source, with: TestDatabase.settings(server, "postgres"))

        let (copy, restored) = try await made(isMigrated: false)
        try run("pg_restore", "--no-owner", "--exit-on-error", "--dbname=\(server)/\(copy)", dump)
        let after = try await restored.verify()
        #expect(after.findings.isEmpty && before.findings.isEmpty)
        #expect(after.lastDigest == before.lastDigest && after.rows == before.rows)
        let account = try await restored.write { try $0.addAccount(slug: "nieuw", name: "Nieuw") }
        #expect(account.rawValue > 1)
    }

    @Test func `is served as a demonstration only where it is one, and with its own key`() async throws {
        let folder = try TemporaryFolder()
        let (name, database) = try await made()
        let office = try await TestCounter(database)
        _ = try await office.file(.submitted)
        let demo = DemoServer(place: RegisterPlace("\(server)/\(name)"), folder: folder.path)
        let keys = try DemoKeys(path: folder.file("keys")).secrets()
        let other = await #expect(throws: ValidationError.self) { try await demo.fillIfEmpty(seed: 1, keys) }
        #expect(other?.message.contains("no demonstration") == true)
        _ = try await database.write { try $0.addAccount(slug: DemoCast.marker, name: "Demo") }
        let locked = await #expect(throws: ValidationError.self) { try await demo.fillIfEmpty(seed: 1, keys) }
        #expect(locked?.message.contains("another TANDEM_NUMBER_KEY") == true)
        let right = Secrets(vault: office.counter.vault, signing: keys.signing)
        try await demo.fillIfEmpty(seed: 1, right)
        #expect(try await database.verify().findings.isEmpty)
    }

    /// A database of its own.
    private func made(isMigrated: Bool = true) async throws -> (name: String, PostgresDatabase) {
        let name = "d" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await PostgresDatabase.make(name, with: TestDatabase.settings(server, "postgres"))
        let database = PostgresDatabase(TestDatabase.settings(server, name))
        if isMigrated { try await database.migrate(now: 0) }
        return (name, database)
    }

    /// Runs a program of PostgreSQL.
    private func run(_ program: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.path(of: program))
        process.arguments = arguments
        // Its statements are not the program's, and are not judged as such.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PGOPTIONS": "-c pg_stat_statements.track=none"]
        ) { $1 }
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program)")
    }

    /// Where Debian keeps the programs of the newest version, else where any system does.
    private static func path(of program: String) -> String {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let newest = versions.compactMap { Int($0) }.max()
        return newest.map { "\(root)/\($0)/bin/\(program)" } ?? "/usr/bin/\(program)"
    }
}
