internal import ArgumentParser
internal import TandemActions
internal import TandemWeb

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

    @OptionGroup var operators: OperatorOptions

    @OptionGroup var log: LogOptions

    func run() async throws {
        let secrets = try Secrets.fromEnvironment()
        let writer = try log.writer(otherwise: .info)
        let register = try await database.open()
        let plan = ServerPlan(
            database: register,
            secrets: secrets,
            listening: Listening(host: host, port: port),
            isSecure: !plain,
            isDemonstration: false,
            operators: operators,
            log: writer
        )
        let announcement = try Announcement("Tandem serves on", host: host, format: log.format(), writer)
        try await closing(register) { try await serve(plan) { port in announcement.make(port) } }
    }
}
