package import Hummingbird
internal import HTTPTypes

/// Reads the form of every request that changes something, and refuses what was not sent from a page of ours.
///
/// An address with a zero character, which no page of ours leads to and PostgreSQL cannot look for, is refused too.
package struct FormMiddleware: RouterMiddleware {
    private let security: Security
    private let limits: FormLimits

    package init(security: Security, limits: FormLimits = FormLimits()) {
        self.security = security
        self.limits = limits
    }

    package func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        if request.uri.string.contains("%00") { throw HTTPError(.badRequest) }
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        guard Self.isFromHere(request) else { throw ForeignForm.otherOrigin }
        var context = context
        context.form = try await FormData.read(request, limits: limits)
        guard let session = context.session else { throw ForeignForm.noSession }
        guard security.isValid(csrfToken: context.form["csrf"], of: session) else { throw ForeignForm.wrongToken }
        return try await next(request, context)
    }

    /// A browser names the origin of a form; where it does, its host is ours.
    private static func isFromHere(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority ?? request.headers[hostName] else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }

    private static let hostName = HTTPField.Name("host") ?? .origin
}

/// Why a form is refused unread: it does not come from the page that we gave this browser.
package enum ForeignForm: Error, Hashable, Sendable {
    case otherOrigin, noSession, wrongToken
}
