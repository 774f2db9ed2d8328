internal import ArgumentParser
internal import Foundation
internal import TandemCSV
internal import TandemWeb

/// The command line of Tandem.
@main
struct Tandem: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tandem",
        abstract: "The register and the counter of dual learning.",
        discussion: """
            Exit codes: 0 done, 1 something was found or refused, 64 wrong use, 69 the database cannot be reached, \
            70 a fault of the program, 78 a setting is missing.
            """,
        version: Program.version,
        subcommands: [
            DemoCommand.self, ServeCommand.self, MigrateCommand.self, TickCommand.self, ImportCommand.self,
            RegisterCommand.self, CountCommand.self, VerifyCommand.self, CopyCommand.self, BackupCommand.self,
            RestoreCommand.self, ReferenceCommand.self,
        ]
    )

    /// Runs the command; a misspelt subcommand is answered with the nearest right one.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let word = arguments.first, let hint = hint(for: word) {
            FileHandle.standardError.write(Data("Error: \(hint)\n".utf8))
            Foundation.exit(64)
        }
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: ReadableFailure(error) ?? error)
        }
    }

    private static func hint(for word: String) -> String? {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard !word.hasPrefix("-"), !names.contains(word) else { return nil }
        guard let right = nearest(word, among: names) else {
            return "there is no command '\(word)'. The commands are \(names.joined(separator: ", "))."
        }
        return "there is no command '\(word)'. Did you mean '\(right)'?"
    }
}
