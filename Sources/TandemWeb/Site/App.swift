package import Hummingbird
package import Logging
internal import TandemActions
internal import TandemDomain

/// Puts the whole site together: what surrounds every page, and the routes of every area.
package func makeRouter(_ site: Site) -> Router<AppRequestContext> {
    let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
    let now: @Sendable () -> Instant = { site.counter.clock.now() }
    let security = site.pages.security
    router.add(middleware: SecurityHeadersMiddleware(isSecure: security.isSecure))
    router.add(middleware: ErrorPagesMiddleware(pages: site.pages))
    router.add(middleware: SessionMiddleware(security: security, now: now))
    router.add(middleware: VisitorMiddleware(site: site))
    router.add(middleware: ErrorPagesMiddleware(pages: site.pages))
    router.add(middleware: FormMiddleware(security: security))
    AssetRoutes(site.pages.renderer.assets).add(to: router)
    SigningInRoutes(site: site).add(to: router)
    ApplyingRoutes(site: site).add(to: router)
    HandlingRoutes(site: site).add(to: router)
    RecognitionsRoutes(site: site).add(to: router)
    OversightRoutes(site: site).add(to: router)
    router.refuseOtherMethods()
    return router
}

/// The server of the site, ready to run.
///
/// Port 0 takes a free one; `onStart` is told which it got.
package func makeServer(
    _ site: Site,
    host: String,
    port: Int,
    logger: Logger,
    onStart: @escaping @Sendable (Int) async -> Void
) -> some ApplicationProtocol {
    Application(
        router: makeRouter(site),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: { channel in await onStart(channel.localAddress?.port ?? port) },
        logger: logger
    )
}
