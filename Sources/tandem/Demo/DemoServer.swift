internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemPostgres
internal import TandemSQL
internal import TandemSQLite
internal import TandemStore

/// The demonstration register on a server of databases, which several servers of the demonstration may share.
struct DemoServer {
    let place: RegisterPlace
    /// Where the keys lie and the register is filled before it goes to the server.
    let folder: String

    /// The keys: those of the environment, which servers that share a register have in common; else a file of this
    /// machine.
    ///
    /// - Throws: ``MissingSetting``, or an error of the file system.
    func secrets() throws -> Secrets {
        let environment = ProcessInfo.processInfo.environment
        let isGiven = ["TANDEM_NUMBER_KEY", "TANDEM_SECRET"].contains { environment[$0]?.isEmpty == false }
        return isGiven ? try Secrets.fromEnvironment() : try DemoKeys(path: "\(base).keys").secrets()
    }

    /// Named by the address without its password, so that each register has files of its own.
    var base: String { "\(folder)/server-\(hexadecimal(digest(of: place.description.utf8).prefix(8)))" }

    /// Fills the database unless the demonstration stands there already; where another server fills it, waits for that.
    ///
    /// It is filled on this machine and goes over in one transaction: a half one is never served, and the second of two
    /// finds what the first brought.
    ///
    /// - Throws: an error of the databases, or a usage error where another register stands there, or other keys are
    ///   needed.
    func fillIfEmpty(seed: UInt64, _ secrets: Secrets) async throws {
        let database = try await place.connect(for: .maintenance)
        while try await !isThere(database, secrets) {
            let wasAlone: Bool? = try await database.exclusively("demonstration") {
                if try await isThere(database, secrets) { return true }
                do { try await fill(database, seed: seed, secrets) } catch let refusal as CopyRefusal {
                    // Somebody may have been faster, where the lock was lost with its connection.
                    if try await !isThere(database, secrets) { throw refusal }
                }
                return true
            }
            if wasAlone == nil {
                say("Another server fills the demonstration register; waiting for it …")
                try await Task.sleep(for: .seconds(1))
            }
        }
        try await database.close()
    }

    private func fill(_ database: any SQLDatabase, seed: UInt64, _ secrets: Secrets) async throws {
        let start = ContinuousClock.now
        let path = "\(base).\(ProcessInfo.processInfo.processIdentifier).filling"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileMoves.remove(path)
        defer { try? FileMoves.remove(path) }
        try await DemoRegister.fill(path, seed: seed, vault: secrets.vault)
        let scratch = try SQLiteDatabase(path: path, isScratch: true)
        let rate = Rate()
        let report = try await scratch.copyRegister(to: database, now: WallClock.machine.now().milliseconds) {
            say(rate.line($0), terminator: "\r")
        }
        try await scratch.close()
        let rows = report.tables.reduce(0) { $0 + $1.target }
        let time = (ContinuousClock.now - start).formatted(.units(width: .wide))
        say("The demonstration register, \(rows) rows, was filled in \(time).".padding(to: 79))
    }

    /// Whether the demonstration stands there, with these keys; `false` where nothing does.
    private func isThere(_ database: any SQLDatabase, _ secrets: Secrets) async throws -> Bool {
        let missing = try await database.missingMigrations()
        if missing.count == Migration.all.count { return false }
        if !missing.isEmpty {
            throw ValidationError(
                "The register lacks the steps \(missing.joined(separator: ", ")): run 'tandem migrate'."
            )
        }
        let (isEmpty, isDemonstration, number) = try await database.read { session in
            (
                try session.rows("SELECT id FROM account UNION ALL SELECT id FROM event LIMIT 1").isEmpty,
                try session.row("SELECT 1 FROM account WHERE slug = \(DemoCast.marker)") != nil,
                try session.row("SELECT number_cipher FROM mentor ORDER BY id LIMIT 1")?.blob(0)
            )
        }
        if isEmpty { return false }
        if !isDemonstration {
            throw ValidationError("\(place) holds a register that is no demonstration; 'tandem serve' serves it.")
        }
        if let number, (try? secrets.vault.open(number)) == nil {
            throw ValidationError(
                """
                The demonstration at \(place) was filled with another TANDEM_NUMBER_KEY: servers that share it need the \
                same key, and the same TANDEM_SECRET.
                """
            )
        }
        return true
    }
}
