internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemSQLite

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

    func run() async throws {
        let register = DemoRegister(path: path())
        if fresh { try register.remove() }
        if !register.isThere {
            try await register.fill(seed: seed)
        }
        let keys = try register.keys()
        let counter = try makeCounter(SQLiteDatabase(path: register.path), keys.vault, clock: .machine)
        if fillOnly { return }
        let host = host
        try await serve(
            counter,
            signing: keys.signing,
            Listening(host: host, port: port, isSecure: false),
            isDemonstration: true
        ) { port in
            say("The demonstration of Tandem is at http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)")
        }
    }

    private func path() -> String {
        if let database { return database }
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["TANDEM_CACHE"] ?? "\(NSHomeDirectory())/.cache/tandem"
        return "\(cache)/demo/register.sqlite"
    }
}
