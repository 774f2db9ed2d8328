internal import HTTPTypes
package import Hummingbird
internal import Logging
internal import TandemOperations

/// Numbers each request, measures it, and writes one line of the log about it.
///
/// Log and metrics name the pattern of the route and never the path or the query, which may hold numbers and names of
/// people, nor where the request comes from.
package struct RequestsMiddleware<Context: RequestContext>: RouterMiddleware {
    private let operations: Operations

    package init(_ operations: Operations) { self.operations = operations }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let number = RequestNumber(sent: request.headers[Self.numberField]) ?? .random()
        var context = context
        context.logger = operations.logger
        context.logger[metadataKey: "request"] = "\(number.text)"
        let start = ContinuousClock.now
        operations.requests.begin()
        do {
            var response = try await next(request, context)
            response.headers[Self.numberField] = number.text
            // Who holds the connection open sends the next request elsewhere.
            if operations.state.isStopping { response.headers[.connection] = "close" }
            end(request, context, status: response.status, since: start)
            return response
        } catch {
            end(
                request,
                context,
                status: (error as? any HTTPResponseError)?.status ?? .internalServerError,
                since: start
            )
            throw error
        }
    }

    private func end(
        _ request: Request,
        _ context: Context,
        status: HTTPResponse.Status,
        since start: ContinuousClock.Instant
    ) {
        let duration = ContinuousClock.now - start
        let method = request.method.rawValue
        let route = Self.route(of: context)
        operations.requests.end(method, route: route, status: status.code, duration: duration)
        context.logger.log(
            level: Self.isQuiet(route) ? .debug : .info,
            "request",
            metadata: [
                "method": "\(RequestMeasures.known(method))", "route": "\(route ?? RequestMeasures.noRoute)",
                "status": .stringConvertible(status.code), "milliseconds": .stringConvertible(duration.milliseconds),
            ]
        )
    }

    /// The pattern that answered; nothing where none did.
    private static func route(of context: Context) -> String? {
        context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// Probes and assets come all the time and tell nothing.
    private static func isQuiet(_ route: String?) -> Bool {
        [Addresses.health, Addresses.ready].map(\.pattern.description).contains(route)
            || route?.hasPrefix("/assets/") == true
    }

    private static var numberField: HTTPField.Name { HTTPField.Name("x-request-id") ?? .eTag }
}
