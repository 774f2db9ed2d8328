import Hummingbird
import HummingbirdTesting
import TandemDomain

@testable import TandemWeb

/// A counter with one form and one fault, with everything around it that the real one has.
struct CounterFixture {
    static let now = Instant(milliseconds: 1_800_000_000_000)

    let security = Security(key: .random(), isSecure: false)
    let session = Session.start(capacity: 42, at: now)

    struct Secret: Error { let nationalNumber = "85.07.30-033.28" }

    func run(_ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        let pages = Pages(renderer: try Renderer.load(), security: security, isDemonstration: true)
        let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeadersMiddleware(isSecure: security.isSecure))
        router.add(middleware: SessionMiddleware(security: security) { Self.now })
        router.add(middleware: ErrorPagesMiddleware(pages: pages))
        router.add(middleware: FormMiddleware(security: security))
        AssetRoutes(pages.renderer.assets).add(to: router)
        StyleGuideScreen.addRoutes(to: router, pages: pages)
        router.get("/fault") { _, _ -> Response in throw Secret() }
        router.get("/refused") { _, _ -> Response in throw FormErrors("name", .verbatim("<b>Zo niet</b>")) }
        router.post("/note") { _, context in
            pages.redirect(to: "/stijlgids", flash: .success(.verbatim("Bewaard: \(context.form["text"])")))
        }
        router.post("/in") { _, _ in pages.signIn(capacity: 7, at: Self.now, to: "/") }
        router.refuseOtherMethods()
        try await Application(router: router).test(.router, test)
    }

    var cookie: String { security.cookie(for: session).description.prefix { $0 != ";" }.description }

    var token: String { security.csrfToken(of: session) }

    /// The headers of a form sent from a page of ours.
    func headers(
        cookie: String? = nil,
        origin: String? = nil,
        type: String = "application/x-www-form-urlencoded"
    ) -> HTTPFields {
        var fields: HTTPFields = [.cookie: cookie ?? self.cookie, .contentType: type]
        if let origin { fields[.origin] = origin }
        return fields
    }
}
