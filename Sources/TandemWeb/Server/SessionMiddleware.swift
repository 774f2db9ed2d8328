package import Hummingbird
internal import HTTPTypes
package import TandemDomain

/// Recognises the browser: reads its session and its message, and gives a stranger a session.
package struct SessionMiddleware: RouterMiddleware {
    private let security: Security
    private let now: @Sendable () -> Instant

    package init(security: Security, now: @escaping @Sendable () -> Instant) {
        self.security = security
        self.now = now
    }

    package func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let known = security.session(of: request, at: now())
        let session = known ?? Session.start(capacity: nil, at: now())
        context.session = session
        context.flash = security.flash(of: request)
        var response = try await next(request, context)
        if known == nil, !response.sets(security.sessionName) { response.setCookie(security.cookie(for: session)) }
        return response
    }
}

extension Response {
    /// Whether the response already gives the browser this cookie.
    fileprivate func sets(_ name: String) -> Bool {
        headers[values: .setCookie].contains { $0.hasPrefix("\(name)=") }
    }
}
