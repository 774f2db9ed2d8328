internal import Foundation
package import Hummingbird
package import Logging
internal import NIOCore
internal import TandemActions
internal import TandemDomain

/// Puts the whole site together: what surrounds every page, and the routes of every area.
///
/// What comes before the session costs none, and needs no database: probes, and what a page of an error is made with.
package func makeRouter(_ site: Site, _ operations: Operations? = nil) -> Router<AppRequestContext> {
    let operations = operations ?? Operations(counter: site.counter)
    let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
    let now: @Sendable () -> Instant = { site.counter.clock.now() }
    let security = site.pages.security
    router.add(middleware: RequestsMiddleware(operations))
    router.add(middleware: SecurityHeadersMiddleware(isSecure: security.isSecure, imagesFrom: site.mapTiles?.origin))
    ProbeRoutes(operations: operations).add(to: router)
    router.add(middleware: ErrorPagesMiddleware(pages: site.pages))
    AssetRoutes(site.pages.renderer.assets).add(to: router)
    router.add(middleware: SessionMiddleware(security: security, now: now))
    router.add(middleware: ErrorPagesMiddleware(pages: site.pages))
    router.add(middleware: VisitorMiddleware(site: site))
    router.add(middleware: ErrorPagesMiddleware(pages: site.pages))
    router.add(middleware: FormMiddleware(security: security))
    SigningInRoutes(site: site).add(to: router)
    ApplyingRoutes(site: site).add(to: router)
    RegisterAnswerRoutes(site: site).add(to: router)
    HandlingRoutes(site: site).add(to: router)
    RecognitionsRoutes(site: site).add(to: router)
    OversightRoutes(site: site).add(to: router)
    RadarRoutes(site: site).add(to: router)
    router.refuseOtherMethods()
    return router
}

/// What operators see on an address of their own: probes and metrics.
package func makeOperatorsRouter(_ operations: Operations) -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    ProbeRoutes(operations: operations).add(to: router)
    MetricsRoutes(operations: operations).add(to: router)
    return router
}

/// Where a server listens; port 0 takes a free one.
package struct Listening: Sendable {
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}

/// Somebody else listens there, or nobody may.
package struct CannotListen: Error, Sendable {
    package let listening: Listening
    /// What the system says.
    package let reason: String

    /// The error of a server, where it is that it could not listen.
    package init?(_ error: any Error, on listening: Listening) {
        guard let error = error as? IOError else { return nil }
        self.listening = listening
        reason = String(cString: strerror(error.errnoCode))
    }
}

/// A server of one router, ready to run.
///
/// `onStart` is told which port it got.
package func makeServer<Context: RequestContext>(
    _ router: Router<Context>,
    _ listening: Listening,
    logger: Logger,
    onStart: @escaping @Sendable (Int) async -> Void
) -> some ApplicationProtocol where Context: InitializableFromSource<ApplicationRequestContextSource> {
    Application(
        router: router,
        configuration: ApplicationConfiguration(
            address: .hostname(listening.host, port: listening.port),
            serverName: nil
        ),
        onServerRunning: { channel in await onStart(channel.localAddress?.port ?? listening.port) },
        logger: logger
    )
}
