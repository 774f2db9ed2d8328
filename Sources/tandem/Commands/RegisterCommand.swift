internal import ArgumentParser

/// `tandem register`: the company register of Belgium (*KBO*), as open data.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Work with the company register as open data.",
        subcommands: [RegisterGenerateCommand.self]
    )
}
