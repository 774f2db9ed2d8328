import ArgumentParser
import TandemTestKit
import Testing

@testable import tandem

/// The command line as its users read it.
@Suite struct `The command line` {
    static let commands: [any ParsableCommand.Type] = [
        Tandem.self, DemoCommand.self, ServeCommand.self, MigrateCommand.self, TickCommand.self, ImportCommand.self,
        ImportRecognitionsCommand.self, CountCommand.self, CountApplicationsCommand.self, VerifyCommand.self,
        CopyCommand.self, BackupCommand.self, RestoreCommand.self, ReferenceCommand.self, RegisterCommand.self,
        RegisterGenerateCommand.self, RegisterImportCommand.self, RegisterStatusCommand.self, RegisterShowCommand.self,
        RegisterAskCommand.self, RegisterFollowCommand.self, RegisterEmployersCommand.self,
    ]

    @Test(arguments: commands.indices)
    func `explains every command`(_ index: Int) throws {
        let command = Self.commands[index]
        let name = "\(command)".lowercased()
        try expectRecorded(Tandem.helpMessage(for: command, columns: 100), in: "Help/\(name).txt")
    }

    @Test func `names each command of the root`() {
        let names = Tandem.configuration.subcommands.map { $0.configuration.commandName }
        #expect(
            names == [
                "demo", "serve", "migrate", "tick", "import", "register", "count", "verify", "copy", "backup",
                "restore",
                "reference",
            ]
        )
    }

    static let mistakes: [([String], String)] = [
        (["count", "applications", "--by", "statsu"], "Did you mean 'status'?"),
        (["count", "applications", "--measure", "decide"], "Did you mean 'decided'?"),
        (["count", "applications", "--measured-on", "2/9/2021"], "is invalid for '--measured-on"),
        (["tick", "--dryrun"], "Did you mean '--dry-run'?"),
        (["import", "recognitions"], "Missing expected argument"),
        (["demo", "--prot", "80"], "Did you mean '--port'?"),
        (["register", "generate", "--dirt", "reel"], "Did you mean 'real'?"),
        (["register", "generate", "--fulls", "frist"], "Did you mean 'first'?"),
        (["register", "generate", "--fault", "gpa:141"], "Did you mean 'gap'?"),
    ]

    @Test(arguments: mistakes)
    func `answers a mistake with what is right`(_ arguments: [String], _ hint: String) {
        let error = #expect(throws: (any Error).self) { _ = try Tandem.parseAsRoot(arguments) }
        #expect(error.map { Tandem.fullMessage(for: $0).contains(hint) } == true, "\(String(describing: error))")
    }
}
