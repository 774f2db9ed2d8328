import ArgumentParser
import Foundation
import Synchronization
import TandemActions
import TandemDomain
import TandemSQL
import TandemSQLite
import TandemStore
import TandemTestKit
import Testing

@testable import tandem

/// The drill of a bad day on SQLite: back up, lose everything, bring it back.
@Suite struct `A backup of a register on SQLite` {
    private let folder: TemporaryFolder
    private let register: String
    private let backup: String

    init() throws {
        folder = try TemporaryFolder()
        register = folder.file("register.sqlite")
        backup = folder.file("backup.sqlite")
    }

    @Test func `taken while somebody writes, brings back the register of one moment`() async throws {
        let database = try SQLiteDatabase(path: register)
        try await database.migrate(now: 0)
        let writer = try await Writer(database)
        let writing = Task { try await writer.run() }
        try await writer.wait(until: 20)
        let check = try await RegisterBackup(register: register).backUp(to: backup)
        try await writer.wait(until: writer.count + 20)
        writer.stop()
        try await writing.value
        try await database.close()

        try Data(repeating: 0x2A, count: 100_000).write(to: URL(filePath: register))
        let restored = try await RegisterBackup(register: register)
            .restore(from: backup, isReplacing: true, now: Date(timeIntervalSince1970: 0))

        #expect(restored.check == check)
        let digest = try #require(check.chain?.lastDigest)
        #expect(writer.digests.contains(digest) && writer.digests.last != digest)
        let after = try SQLiteDatabase(path: register)
        let verification = try await after.verify()
        #expect(verification.findings.isEmpty && verification.lastDigest == digest)
        try await after.close()
        #expect(restored.aside == "\(register).before-1970-01-01T000000Z")
        let names = try folder.names().filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
        #expect(names == ["backup.sqlite", "register.sqlite", "register.sqlite.before-1970-01-01T000000Z"])
    }

    @Test func `replaces an older one only when it was checked`() async throws {
        let database = try await made()
        let first = try await RegisterBackup(register: register).backUp(to: backup)
        _ = try await database.write { try $0.run("UPDATE mandate SET holder = 'provider:OV9999'") }
        let refusal = await #expect(throws: BackupRefusal.self) {
            try await RegisterBackup(register: register).backUp(to: backup)
        }
        #expect(refusal?.description.contains("row differs from its last event") == true)
        #expect(try await FileCheck(backup) == first)
        #expect(try folder.names().filter { $0.hasPrefix("backup") } == ["backup.sqlite", "backup.sqlite.unsound"])
    }

    @Test func `can be read by its owner alone`() async throws {
        _ = try await made()
        _ = try await RegisterBackup(register: register).backUp(to: backup)
        let attributes = try FileManager.default.attributesOfItem(atPath: backup)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `of an earlier schema is made, its chain unread`() async throws {
        let database = try await made()
        _ = try await database.write { try $0.run("DELETE FROM schema_migration WHERE number = 2") }
        let check = try await RegisterBackup(register: register).backUp(to: backup)
        #expect(check.chain == nil && check.tables.contains { $0.name == "application" && $0.rows == 1 })
    }

    @Test func `is not put over a register unasked, nor under one in use`() async throws {
        let database = try await made()
        _ = try await RegisterBackup(register: register).backUp(to: backup)
        await #expect(throws: BackupRefusal.isThere(register)) { try await restore() }
        await #expect(throws: BackupRefusal.isInUse(register)) { try await restore(isReplacing: true) }
        #expect(try await database.verify().findings.isEmpty)
        #expect(try folder.names().allSatisfy { !$0.contains("restoring") && !$0.contains("before") })
        try await database.close()
        #expect(try await restore(isReplacing: true).aside != nil)
    }

    @Test func `comes back where there is nothing`() async throws {
        try await made().close()
        let check = try await RegisterBackup(register: register).backUp(to: backup)
        try FileMoves.remove(register)
        let restored = try await restore()
        #expect(restored.check == check && restored.aside == nil)
    }

    /// What happens to a backup on its shelf.
    enum Accident: CaseIterable { case cutOff, overwritten, emptied, anotherFile, anotherDatabase, inUse }

    @Test(arguments: Accident.allCases)
    func `that is damaged is not restored, and the register stays`(_ accident: Accident) async throws {
        try await made().close()
        _ = try await RegisterBackup(register: register).backUp(to: backup)
        let before = try await FileCheck(register)
        try await damage(accident)
        await #expect(throws: (any Error).self) { try await restore(isReplacing: true) }
        #expect(try await FileCheck(register) == before)
        #expect(try folder.names().allSatisfy { !$0.contains("restoring") && !$0.contains("before") })
    }

    private func damage(_ accident: Accident) async throws {
        let url = URL(filePath: backup)
        var bytes = try Data(contentsOf: url)
        switch accident {
        case .cutOff: bytes.removeLast(bytes.count / 2)
        case .overwritten: bytes.replaceSubrange(8192..<40_960, with: Data(repeating: 7, count: 40_960 - 8192))
        case .emptied: bytes = Data()
        case .anotherFile: bytes = Data("%PDF-1.7 no register".utf8)
        case .anotherDatabase:
            try FileMoves.remove(backup)
            let other = try SQLiteDatabase(path: backup)
            try await other.write { try $0.runScript("CREATE TABLE invoice (id INTEGER PRIMARY KEY)") }
            return try await other.close()
        case .inUse: try Data([1]).write(to: URL(filePath: "\(backup)-wal"))
        }
        try bytes.write(to: url)
    }

    @Test(arguments: [
        ["backup", "--database", "postgres://t@127.0.0.1/r", "--to", "x"],
        ["restore", "--from", "x", "--database", "postgres://t@127.0.0.1/r"],
        ["restore", "--from", "postgres://t@127.0.0.1/r", "--database", "x"],
    ])
    func `is wrong use on PostgreSQL, and says what to do`(_ arguments: [String]) async throws {
        var command = try #require(try Tandem.parseAsRoot(arguments) as? any AsyncParsableCommand)
        let error = await #expect(throws: ValidationError.self) { try await command.run() }
        let text = error.map { Tandem.fullMessage(for: $0) } ?? ""
        #expect(text.contains("pg_") || text.contains("tandem backup"), "\(text)")
        #expect(error.map { Tandem.exitCode(for: $0) } == ExitCode(64))
    }

    private func restore(isReplacing: Bool = false) async throws -> (check: FileCheck, aside: String?) {
        try await RegisterBackup(register: register).restore(from: backup, isReplacing: isReplacing, now: Date())
    }

    /// A register with a file in it.
    private func made() async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: register)
        try await database.migrate(now: 0)
        _ = try await TestCounter(database).file(.approved)
        return database
    }
}

/// Somebody who adds companies, one act after the other, and notes the digest behind each.
private final class Writer: Sendable {
    private let office: TestCounter
    private let state = Mutex<(digests: [[UInt8]], isStopped: Bool)>(([], false))

    init(_ database: any SQLDatabase) async throws { office = try await TestCounter(database) }

    var digests: [[UInt8]] { state.withLock { $0.digests } }
    var count: Int { digests.count }

    func stop() { state.withLock { $0.isStopped = true } }

    func wait(until count: Int) async throws {
        while self.count < count { try await Task.sleep(for: .milliseconds(2)) }
    }

    func run() async throws {
        var serial = 10
        while !state.withLock({ $0.isStopped }) {
            serial += 1
            _ = try await office.counter.findOrAddCompany(
                TestNumber.company(serial),
                CompanyDetails(name: "Bedrijf \(serial)", street: "Straat 1", postalCode: PostalCode(stored: "9000")),
                by: office.people.counsellor
            )
            let row = try await office.database.read {
                try $0.row("SELECT digest FROM event ORDER BY id DESC LIMIT 1")
            }
            let digest = try row?.blob(0) ?? []
            state.withLock { $0.digests.append(digest) }
        }
    }
}
