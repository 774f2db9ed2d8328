internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemPostgres
internal import TandemSQL
internal import TandemSQLite
internal import TandemWeb

/// `tandem demo`: fills a demonstration register and serves it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill a demonstration register with the published volume, and serve it.",
        discussion: """
            All companies and people in it are invented. Signing in is choosing a person from a list. Servers that share \
            a register on PostgreSQL need the same TANDEM_NUMBER_KEY and TANDEM_SECRET.
            """
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The file of the demonstration register, or an empty database postgres://…; otherwise a file in ~/.cache/tandem.",
            valueName: "file|address"
        )
    )
    var database: String?

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(name: .long, help: "The seed of chance: the same seed gives the same register.")
    var seed: UInt64 = 1

    @Flag(name: .long, help: "Throw the demonstration register away and fill it anew; files only.")
    var fresh = false

    @Flag(name: .long, help: "Fill the register, and do not serve it.")
    var fillOnly = false

    @OptionGroup var companies: CompaniesOption

    @OptionGroup var map: MapOptions

    @OptionGroup var operators: OperatorOptions

    @OptionGroup var log: LogOptions

    func run() async throws {
        let writer = try log.writer(otherwise: .notice)
        let (database, keys) = try await filled()
        if fillOnly { return try await database.close() }
        let plan = ServerPlan(
            database: database,
            companies: try companies.register(),
            mapTiles: try map.tiles(),
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

    /// The register, filled where it was not, and its keys.
    private func filled() async throws -> (any SQLDatabase, Secrets) {
        let place = RegisterPlace(database ?? "\(folder)/register.sqlite")
        switch place {
        case .file(let path):
            let register = DemoRegister(path: path)
            if fresh { try register.remove() }
            if !register.isThere { try await register.fill(seed: seed) }
            return (try SQLiteDatabase(path: path), try register.keys.secrets())
        case .server:
            if fresh { throw ValidationError("--fresh removes files alone; name an empty database instead.") }
            let server = DemoServer(place: place, folder: folder)
            let secrets = try server.secrets()
            try await server.fillIfEmpty(seed: seed, secrets)
            return (try await place.open(for: .serving), secrets)
        }
    }

    private var folder: String {
        let environment = ProcessInfo.processInfo.environment
        return "\(environment["TANDEM_CACHE"] ?? "\(NSHomeDirectory())/.cache/tandem")/demo"
    }
}
