internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemSQLite
internal import TandemWeb

/// `tandem demo`: fills a demonstration register and serves it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill a demonstration register with the published volume, and serve it.",
        discussion: "All companies and people in it are invented. Signing in is choosing a person from a list."
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The file of the demonstration register; otherwise one in ~/.cache/tandem.",
            valueName: "file"
        )
    )
    var database: String?

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(name: .long, help: "The seed of chance: the same seed gives the same register.")
    var seed: UInt64 = 1

    @Flag(name: .long, help: "Throw the demonstration register away and fill it anew.")
    var fresh = false

    @Flag(name: .long, help: "Fill the register, and do not serve it.")
    var fillOnly = false

    @OptionGroup var operators: OperatorOptions

    @OptionGroup var log: LogOptions

    func run() async throws {
        let writer = try log.writer(otherwise: .notice)
        let register = DemoRegister(path: path())
        if fresh { try register.remove() }
        if !register.isThere {
            try await register.fill(seed: seed)
        }
        let keys = try register.keys()
        if fillOnly { return }
        let database = try SQLiteDatabase(path: register.path)
        let plan = ServerPlan(
            database: database,
            secrets: keys,
            listening: Listening(host: host, port: port),
            isSecure: false,
            isDemonstration: true,
            operators: operators,
            log: writer
        )
        let announcement = Announcement(
            "The demonstration of Tandem is at",
            host: host == "0.0.0.0" ? "127.0.0.1" : host,
            format: try log.format(),
            writer
        )
        try await closing(database) { try await serve(plan) { port in announcement.make(port) } }
    }

    private func path() -> String {
        if let database { return database }
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["TANDEM_CACHE"] ?? "\(NSHomeDirectory())/.cache/tandem"
        return "\(cache)/demo/register.sqlite"
    }
}
