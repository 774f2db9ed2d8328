internal import ArgumentParser
internal import TandemActions
internal import TandemDomain
internal import TandemPostgres
internal import TandemSQL
internal import TandemStore

/// `tandem migrate`: makes the register, or brings its schema up to date.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Make the register, or bring its schema up to date."
    )

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let register = try await database.place().connect(for: .maintenance)
        let steps = try await register.migrate(now: WallClock.machine.now().milliseconds)
        try await register.close()
        print(steps.isEmpty ? "The register is up to date." : "Done: \(steps.joined(separator: ", ")).")
    }
}
