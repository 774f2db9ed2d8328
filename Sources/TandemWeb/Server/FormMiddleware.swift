package import Hummingbird
internal import HTTPTypes
internal import Synchronization

/// Reads the form of every request that changes something, and refuses what was not sent from a page of ours.
///
/// An address with a zero character, which no page of ours leads to and PostgreSQL cannot look for, is refused too.
package struct FormMiddleware: RouterMiddleware {
    private let gate: FormGate

    package init(security: Security, limits: FormLimits = FormLimits()) {
        gate = FormGate(security: security, limits: limits)
    }

    package func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        if request.uri.string.contains("%00") { throw HTTPError(.badRequest) }
        guard request.isForm else { return try await next(request, context) }
        var context = context
        context.form = try await gate.form(of: request, context)
        return try await next(request, context)
    }
}

/// Reads a form that was sent from a page of ours, once.
struct FormGate: Sendable {
    let security: Security
    var limits = FormLimits()

    /// The form; who asks again gets the same.
    ///
    /// - Throws: ``ForeignForm`` where it was not sent from a page of ours, ``FormError`` where it is no form.
    func form(of request: Request, _ context: AppRequestContext) async throws -> FormData {
        if let known = context.received.known { return try known.get() }
        do {
            let form = try await read(request, context)
            context.received.remember(.success(form))
            return form
        } catch {
            context.received.remember(.failure(error))
            throw error
        }
    }

    private func read(_ request: Request, _ context: AppRequestContext) async throws -> FormData {
        guard Self.isFromHere(request) else { throw ForeignForm.otherOrigin }
        let form = try await FormData.read(request, limits: limits)
        guard let session = context.session else { throw ForeignForm.noSession }
        guard security.isValid(csrfToken: form["csrf"], of: session) else { throw ForeignForm.wrongToken }
        return form
    }

    /// A browser names the origin of a form; where it does, its host is ours.
    private static func isFromHere(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority ?? request.headers[hostName] else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }

    private static let hostName = HTTPField.Name("host") ?? .origin
}

/// The form of a request, once it was read: a body can be read only once.
package final class ReceivedForm: Sendable {
    private let result = Mutex<Result<FormData, any Error>?>(nil)

    var known: Result<FormData, any Error>? { result.withLock { $0 } }

    func remember(_ result: Result<FormData, any Error>) { self.result.withLock { $0 = result } }
}

extension Request {
    /// Whether it may change something, and so has to hold a form of ours.
    var isForm: Bool { method != .get && method != .head }
}

/// Why a form is refused unread: it does not come from the page that we gave this browser.
package enum ForeignForm: Error, Hashable, Sendable {
    case otherOrigin, noSession, wrongToken
}
