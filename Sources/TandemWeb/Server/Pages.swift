package import Hummingbird
internal import HTTPTypes
package import TandemDomain

/// Answers requests with pages: what every route of the counter is handed.
package struct Pages: Sendable {
    package let renderer: Renderer
    package let security: Security
    package let isDemonstration: Bool

    package init(renderer: Renderer, security: Security, isDemonstration: Bool) {
        self.renderer = renderer
        self.security = security
        self.isDemonstration = isDemonstration
    }

    /// A page; what was just done is told on it, once.
    ///
    /// Who is signed in but could not be looked up is neither shown nor asked to sign in: `isStranger` is false then.
    package func show(
        _ screen: some Screen,
        _ request: Request,
        _ context: AppRequestContext,
        status: HTTPResponse.Status = .ok,
        isStranger: Bool? = nil
    ) -> Response {
        let html = renderer.html(screen, in: page(around: request, context, isStranger))
        var response = Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
        if context.flash != nil { response.setCookie(security.spentFlash) }
        return response
    }

    /// The page of a form that was refused: status 422, with what was typed and what is wrong.
    package func refuse(_ screen: some Screen, _ request: Request, _ context: AppRequestContext) -> Response {
        show(screen, request, context, status: .unprocessableContent)
    }

    /// Leads the browser on after something was done; reloading the next page does it no second time.
    package func redirect(to url: String, flash: Flash? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: url])
        if let flash { response.setCookie(security.cookie(for: flash)) }
        return response
    }

    /// Starts a session in a capacity, always a new one, and leads on.
    package func signIn(capacity: Int64, at now: Instant, to url: String, flash: Flash? = nil) -> Response {
        var response = redirect(to: url, flash: flash)
        response.setCookie(security.cookie(for: .start(capacity: capacity, at: now)))
        return response
    }

    /// Ends the session: the browser goes on as a stranger.
    package func signOut(at now: Instant, to url: String) -> Response {
        var response = redirect(to: url)
        response.setCookie(security.cookie(for: .start(capacity: nil, at: now)))
        return response
    }

    private func page(around request: Request, _ context: AppRequestContext, _ isStranger: Bool?) -> Page {
        Page(
            path: request.uri.path,
            visitor: context.visitor,
            isStranger: isStranger,
            csrf: context.session.map(security.csrfToken) ?? "",
            flash: context.flash,
            isDemonstration: isDemonstration
        )
    }
}
