internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemPostgres
internal import TandemRegister
internal import TandemSQL
internal import TandemSQLite
internal import TandemWeb

/// `tandem demo`: fills a demonstration register and serves it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill a demonstration register with the published volume, and serve it.",
        discussion: """
            All companies and people in it are invented, those of the company register beside it too. Signing in is choosing a person from a list. Servers that share \
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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The size of the invented company register, 1 being the real one; 0 makes none. --companies names another.",
            valueName: "scale"
        )
    )
    var companiesScale = 0.02

    @OptionGroup var map: MapOptions

    @OptionGroup var operators: OperatorOptions

    @OptionGroup var log: LogOptions

    func run() async throws {
        let writer = try log.writer(otherwise: .notice)
        let (database, keys) = try await filled()
        let companies = try await register(database, keys)
        if let snapshot = try await companies?.current() {
            let counter = try makeCounter(database, keys.vault, clock: .machine)
            try await DemoProspects(counter: counter, companies: snapshot).add()
        }
        if fillOnly { return try await database.close() }
        let plan = ServerPlan(
            database: database,
            companies: companies,
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

    /// The company register that is named; otherwise an invented one, made the first time.
    private func register(_ database: any SQLDatabase, _ keys: Secrets) async throws -> CompanyRegister? {
        if let named = try companies.register() { return named }
        let invented = DemoCompanies(beside: base, scale: companiesScale, seed: seed)
        if fresh { try invented.remove() }
        if !invented.isThere {
            if companiesScale == 0 { return nil }
            try await invented.make(for: makeCounter(database, keys.vault, clock: .machine))
        }
        return CompanyRegister(invented.file, driver: .sqlite, gazetteer: try Gazetteer.load())
    }

    /// What the files beside the register are named after.
    private var base: String {
        switch place {
        case .file(let path): path
        case .server: DemoServer(place: place, folder: folder).base
        }
    }

    private var place: RegisterPlace { RegisterPlace(database ?? "\(folder)/register.sqlite") }

    private var folder: String {
        let environment = ProcessInfo.processInfo.environment
        return "\(environment["TANDEM_CACHE"] ?? "\(NSHomeDirectory())/.cache/tandem")/demo"
    }
}
