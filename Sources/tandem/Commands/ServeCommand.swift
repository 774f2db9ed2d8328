internal import ArgumentParser
internal import TandemActions

/// `tandem serve`: serves the counter.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the counter, with the legal clock at work.",
        discussion: """
            TANDEM_NUMBER_KEY encrypts national numbers and TANDEM_SECRET signs sessions: at least 32 characters each. \
            Put a server that speaks TLS in front; --plain is for trials without one.
            """
    )

    @OptionGroup var database: DatabaseOption

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on.")
    var port = 8080

    @Flag(name: .long, help: "Browsers come without TLS.")
    var plain = false

    func run() async throws {
        let secrets = try Secrets.fromEnvironment()
        let counter = try makeCounter(await database.open(), secrets.vault, clock: .machine)
        let host = host
        try await serve(
            counter,
            signing: secrets.signing,
            Listening(host: host, port: port, isSecure: !plain),
            isDemonstration: false
        ) { port in say("Tandem serves on http://\(host):\(port)") }
    }
}
