internal import Hummingbird
internal import Logging
internal import ServiceLifecycle
internal import TandemActions
internal import TandemOperations
internal import TandemRegister
internal import TandemSQL
internal import TandemWeb
internal import UnixSignals

/// What a server is made of: a register, its secrets, where it listens, and what operators asked for.
struct ServerPlan {
    let database: any SQLDatabase
    /// The company register beside it; nothing where none is named.
    let companies: CompanyRegister?
    /// The server of map images; nothing where maps have outlines alone.
    let mapTiles: MapTiles?
    let secrets: Secrets
    let listening: Listening
    /// Whether browsers come over TLS, so that cookies are for TLS alone.
    let isSecure: Bool
    let isDemonstration: Bool
    let operators: OperatorOptions
    let log: LogWriter
}

/// Serves the site, with the legal clock beside it, until it is told to stop.
///
/// Then `/ready` says no at once; after the time to drain, the clock finishes its batch, the counter finishes what it
/// took, and the operators' address closes last. The database is the caller's to close after that.
///
/// - Parameters:
///   - plan: what it is made of.
///   - onStart: is told on which port the counter listens.
/// - Throws: an error of the network, of the reference data or of the catalogue.
func serve(_ plan: ServerPlan, onStart: @escaping @Sendable (Int) async -> Void) async throws {
    LoggingSystem.bootstrap { plan.log.handler(label: $0, atLeast: .notice) }
    let registry = MetricsRegistry(MetricFamily.catalogue)
    let database = MeasuredDatabase(plan.database, registry)
    let counter = try makeCounter(database, plan.secrets.vault, clock: .machine)
    let operations = Operations(counter: counter, registry: registry, logger: plan.log.logger("tandem"))
    let group = ServiceGroup(configuration: try services(plan, counter, operations, onStart: onStart))
    try await group.run()
    operations.logger.notice("stopped")
}

/// The parts of the server, from the one that stops last to the one that stops first.
private func services(
    _ plan: ServerPlan,
    _ counter: Counter,
    _ operations: Operations,
    onStart: @escaping @Sendable (Int) async -> Void
) throws -> ServiceGroupConfiguration {
    // What the framework logs may hold addresses: it is heard only where something is the matter.
    let quiet = plan.log.logger("tandem.server", atLeast: .notice)
    let pages = Pages(
        renderer: try Renderer.load(leaflet: MapOptions.leaflet),
        security: Security(key: plan.secrets.signing, isSecure: plan.isSecure),
        isDemonstration: plan.isDemonstration
    )
    let content = Site(counter: counter, pages: pages, companies: plan.companies, mapTiles: plan.mapTiles)
    let router = makeRouter(content, operations)
    let site = Listener(
        server: makeServer(router, plan.listening, logger: quiet, onStart: onStart),
        listening: plan.listening
    )
    let worker = LegalClockWorker(
        counter: counter,
        operations: operations,
        measures: ClockMeasures(operations.registry)
    )
    let follower = plan.companies.map {
        RegisterFollower(
            counter: counter,
            companies: $0,
            operations: operations,
            measures: FollowMeasures(operations.registry)
        )
    }
    let drain = Drain(state: operations.state, seconds: plan.operators.drainSeconds)
    // Each is named: left to itself, the library would describe it with all that it holds.
    var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
        .init(service: site, serviceName: "counter"), .init(service: worker, serviceName: "legal clock"),
        .init(service: drain, serviceName: "drain"),
    ]
    if let follower { services.insert(.init(service: follower, serviceName: "company register"), at: 1) }
    if let listening = plan.operators.listening {
        let server = makeServer(makeOperatorsRouter(operations), listening, logger: quiet) { port in
            operations.logger.notice("operators", metadata: ["port": .stringConvertible(port)])
        }
        let operators = Listener(server: server, listening: listening)
        services.insert(.init(service: operators, serviceName: "operators"), at: 0)
    }
    var configuration = ServiceGroupConfiguration(
        services: services,
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: quiet
    )
    configuration.maximumGracefulShutdownDuration = .seconds(
        plan.operators.drainSeconds + plan.operators.shutdownSeconds
    )
    return configuration
}
