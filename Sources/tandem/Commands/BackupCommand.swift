internal import ArgumentParser
internal import Foundation

/// `tandem backup --database FILE --to FILE`: a register on SQLite in one checked file.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Back a register on SQLite up into one file, while the server goes on.",
        discussion: """
            The copy is checked before it gets its name: damages, the chain of events, every row against it. Keep the \
            last digest elsewhere. A register on PostgreSQL is backed up by pg_dump or pgbackrest.
            """
    )

    @OptionGroup var database: DatabaseOption

    @Option(name: .long, help: ArgumentHelp("The file to make; one that is there is replaced.", valueName: "file"))
    var to: String

    func run() async throws {
        let register = try database.place().file(instead: "back it up with pg_dump or pgbackrest")
        let check = try await RegisterBackup(register: register).backUp(to: to)
        print(check.text)
    }
}

/// `tandem restore --from FILE --database FILE`: a backup at the place of the register.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring a backup back as a register on SQLite.",
        discussion: """
            The backup is checked before anything is touched, and the register once it stands. Stop the server first. A \
            register on PostgreSQL is restored by pg_restore or pgbackrest.
            """
    )

    @Option(name: .long, help: ArgumentHelp("The backup.", valueName: "file"))
    var from: String

    @OptionGroup var database: DatabaseOption

    @Flag(name: .long, help: "Put a register that is there aside, under a name that tells when.")
    var replace = false

    func run() async throws {
        let register = try database.place().file(instead: "restore it with pg_restore or pgbackrest")
        if case .server = RegisterPlace(from) {
            throw ValidationError("--from names a file that 'tandem backup' made.")
        }
        let restored = try await RegisterBackup(register: register)
            .restore(from: from, isReplacing: replace, now: Date())
        if let aside = restored.aside { say("The register that was there lies at \(aside).") }
        print(restored.check.text)
    }
}

extension RegisterPlace {
    /// The file of a register on SQLite.
    ///
    /// - Throws: a usage error that says what to do on PostgreSQL instead.
    fileprivate func file(instead advice: String) throws -> String {
        switch self {
        case .file(let path): return path
        case .server:
            throw ValidationError(
                "This register is on PostgreSQL: \(advice), and run 'tandem verify' on what was restored."
            )
        }
    }
}
