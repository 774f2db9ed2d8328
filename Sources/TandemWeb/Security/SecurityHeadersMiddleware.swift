package import Hummingbird
internal import HTTPTypes

/// Tells browsers what a page of the counter may do: nothing but what it brings itself.
package struct SecurityHeadersMiddleware<Context: RequestContext>: RouterMiddleware {
    private let isSecure: Bool
    private let headers: [(HTTPField.Name, String)]

    /// - Parameters:
    ///   - isSecure: whether browsers come over TLS.
    ///   - origin: the one other place that images may come from, such as a server of map images.
    package init(isSecure: Bool, imagesFrom origin: String? = nil) {
        self.isSecure = isSecure
        headers = Self.headers(imagesFrom: origin)
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in headers { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private static func headers(imagesFrom origin: String?) -> [(HTTPField.Name, String)] {
        [
            (.contentSecurityPolicy, SecurityHeaders.contentSecurityPolicy(imagesFrom: origin)),
            (.xContentTypeOptions, "nosniff"),
            (SecurityHeaders.referrerPolicy, "same-origin"),
            (SecurityHeaders.permissionsPolicy, SecurityHeaders.noPermissions),
            (SecurityHeaders.openerPolicy, "same-origin"),
            (SecurityHeaders.resourcePolicy, "same-origin"),
        ]
    }
}

/// The values of the headers, which are the same for every page.
enum SecurityHeaders {
    static func contentSecurityPolicy(imagesFrom origin: String? = nil) -> String {
        [
            "default-src 'none'", "style-src 'self'", "script-src 'self'",
            "img-src 'self' data:\(origin.map { " \($0)" } ?? "")", "font-src 'self'", "connect-src 'self'",
            "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
        ].joined(separator: "; ")
    }

    static let noPermissions = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"

    static let referrerPolicy = named("referrer-policy")
    static let permissionsPolicy = named("permissions-policy")
    static let openerPolicy = named("cross-origin-opener-policy")
    static let resourcePolicy = named("cross-origin-resource-policy")

    /// A field that the library has no name for; the texts above are valid names.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .xContentTypeOptions }
}
