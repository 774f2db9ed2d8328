internal import ArgumentParser
internal import TandemActions
internal import TandemDomain
internal import TandemSQLite
internal import TandemStore

/// `tandem migrate`: makes the register, or brings its schema up to date.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Make the register, or bring its schema up to date."
    )

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let steps = try await SQLiteDatabase(path: database.path()).migrate(now: WallClock.machine.now().milliseconds)
        print(steps.isEmpty ? "The register is up to date." : "Done: \(steps.joined(separator: ", ")).")
    }
}
