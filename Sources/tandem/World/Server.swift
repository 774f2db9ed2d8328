internal import Hummingbird
internal import Logging
internal import ServiceLifecycle
internal import TandemActions
internal import TandemWeb
internal import UnixSignals

/// Where a server listens.
struct Listening {
    let host: String
    let port: Int
    /// Whether browsers come over TLS, so that cookies are for TLS alone.
    let isSecure: Bool
}

/// Serves the site, with the legal clock beside it, until it is told to stop.
///
/// - Throws: an error of the network or of the catalogue.
func serve(
    _ counter: Counter,
    signing: SigningKey,
    _ listening: Listening,
    isDemonstration: Bool,
    onStart: @escaping @Sendable (Int) async -> Void
) async throws {
    var logger = Logger(label: "tandem")
    logger.logLevel = .notice
    let pages = Pages(
        renderer: try Renderer.load(),
        security: Security(key: signing, isSecure: listening.isSecure),
        isDemonstration: isDemonstration
    )
    let site = Site(counter: counter, pages: pages)
    let server = makeServer(site, host: listening.host, port: listening.port, logger: logger, onStart: onStart)
    let worker = LegalClockWorker(counter: counter, logger: logger)
    let group = ServiceGroup(
        services: [server, worker],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger
    )
    try await group.run()
}
