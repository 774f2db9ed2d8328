package import Hummingbird
internal import HTTPTypes
internal import Logging
internal import TandemOperations
internal import TandemSQL

/// Makes a page of every error: one that explains itself, one that offers to try again, or one with a number that leads
/// to the log.
package struct ErrorPagesMiddleware: RouterMiddleware {
    private let pages: Pages

    package init(pages: Pages) { self.pages = pages }

    package func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as SQLError {
            guard let seconds = error.secondsToWait else { return page(for: error, request, context) }
            return await away(error, retryAfter: seconds, request, context)
        } catch {
            return page(for: error, request, context)
        }
    }

    /// The register does not answer: what was sent comes back, so that nothing has to be typed again.
    private func away(
        _ error: SQLError,
        retryAfter seconds: Int,
        _ request: Request,
        _ context: AppRequestContext
    ) async -> Response {
        context.logger.error(
            "database away",
            metadata: ["route": "\(Self.route(of: request, context))", "error": "\(error.kind)"]
        )
        let form = request.isForm ? try? await FormGate(security: pages.security).form(of: request, context) : nil
        let screen = RegisterAwayScreen(url: request.ownURL, form: form, wasSent: request.isForm)
        let isStranger = context.session?.capacity == nil
        var response = pages.show(screen, request, context, status: .serviceUnavailable, isStranger: isStranger)
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    private func page(for error: any Error, _ request: Request, _ context: AppRequestContext) -> Response {
        if let explanation = Self.explanation(of: error) {
            return pages.show(ErrorPage(explanation), request, context, status: explanation.kind.status)
        }
        let reference = Self.reference()
        context.logger.error(
            "request failed",
            metadata: [
                "reference": "\(reference)", "route": "\(Self.route(of: request, context))",
                "error": "\(Self.name(of: error))",
            ]
        )
        return pages.show(ErrorPage(reference: reference), request, context, status: .internalServerError)
    }

    /// The pattern of the route and never its path, which may hold the number of a person.
    private static func route(of request: Request, _ context: AppRequestContext) -> String {
        "\(RequestMeasures.known(request.method.rawValue)) \(context.endpointPath ?? RequestMeasures.noRoute)"
    }

    private static func explanation(of error: any Error) -> Explanation? {
        if let error = error as? any Explainable { return error.explanation }
        if error as? SQLError == .unknownOutcome { return Explanation(.unavailable, "away.unknown") }
        guard let error = error as? any HTTPResponseError, let kind = Explanation.Kind(status: error.status) else {
            return nil
        }
        return Explanation(kind, kind.body)
    }

    /// What the log may hold of an error: its type with its own description or its case, never the values it carries.
    static func name(of error: any Error) -> String {
        let type = String(reflecting: type(of: error))
        if let described = error as Any as? any CustomStringConvertible { return "\(type): \(described.description)" }
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return type }
        return "\(type).\(mirror.children.first?.label ?? String(describing: error))"
    }

    /// Eight letters that are not mistaken for one another on the telephone.
    private static func reference() -> String {
        String((0..<8).compactMap { _ in "ABCDEFGHJKMNPQRSTUVWXYZ23456789".randomElement() })
    }
}
