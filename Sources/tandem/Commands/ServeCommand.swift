internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemPostgres
internal import TandemSQL
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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A replica for readings that may lag; otherwise TANDEM_READ_DATABASE.",
            valueName: "address"
        )
    )
    var readDatabase: String?

    @Option(name: .long, help: "How many connections read at once from a server of databases.")
    var connections = 8

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on.")
    var port = 8080

    @Flag(name: .long, help: "Browsers come without TLS.")
    var plain = false

    @OptionGroup var companies: CompaniesOption

    @OptionGroup var map: MapOptions

    @OptionGroup var operators: OperatorOptions

    @OptionGroup var log: LogOptions

    func run() async throws {
        let secrets = try Secrets.fromEnvironment()
        let writer = try log.writer(otherwise: .info)
        let register = try await register()
        let plan = ServerPlan(
            database: register,
            companies: try companies.register(),
            mapTiles: try map.tiles(),
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

    /// The register, with its replica beside it where there is one.
    private func register() async throws -> any SQLDatabase {
        let leader = try await database.place().open(for: .serving, readers: connections)
        let address = readDatabase ?? ProcessInfo.processInfo.environment["TANDEM_READ_DATABASE"] ?? ""
        if address.isEmpty { return leader }
        guard PostgresSettings.isAddress(address) else {
            throw ValidationError("--read-database names a replica on a server: postgres://…")
        }
        let replica = PostgresSettings(address, for: .replica, readers: connections, patience: .seconds(1))
        return ReplicatedDatabase(leader: leader, replica: PostgresDatabase(replica))
    }
}
