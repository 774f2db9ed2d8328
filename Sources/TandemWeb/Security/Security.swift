package import Hummingbird
package import TandemDomain

/// What the counter gives a browser to keep, and how it recognises it again.
package struct Security: Sendable {
    package let key: SigningKey
    /// Whether browsers reach the counter over HTTPS; only a demonstration on one's own computer does not.
    package let isSecure: Bool

    package init(key: SigningKey, isSecure: Bool) {
        self.key = key
        self.isSecure = isSecure
    }

    /// The session of a request; nothing where it has none that holds.
    package func session(of request: Request, at now: Instant) -> Session? {
        guard let cookie = request.cookies[sessionName], let text = key.opened(cookie.value, for: .session),
            let session = Session(text: text), session.holds(at: now)
        else { return nil }
        return session
    }

    package func cookie(for session: Session) -> Cookie {
        let seconds = Int((session.expiresAt.milliseconds - session.issuedAt.milliseconds) / 1000)
        return cookie(sessionName, key.sealed(session.text, for: .session), seconds: seconds)
    }

    /// The secret that every form of this session sends back.
    package func csrfToken(of session: Session) -> String { key.signature(of: session.nonce, for: .csrf) }

    package func isValid(csrfToken: String, of session: Session) -> Bool {
        key.isValid(csrfToken, of: session.nonce, for: .csrf)
    }

    package func flash(of request: Request) -> Flash? {
        request.cookies[flashName].flatMap { key.opened($0.value, for: .flash) }.flatMap { Flash(text: $0) }
    }

    package func cookie(for flash: Flash) -> Cookie {
        cookie(flashName, key.sealed(flash.text, for: .flash), seconds: 60)
    }

    /// Takes the message away once it was shown.
    package var spentFlash: Cookie { cookie(flashName, "-", seconds: 0) }

    /// The prefix makes a browser refuse the cookie from anyone but this very host over HTTPS.
    package var sessionName: String { isSecure ? "__Host-tandem" : "tandem" }
    package var flashName: String { isSecure ? "__Host-tandem-flash" : "tandem-flash" }

    private func cookie(_ name: String, _ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: name,
            value: value,
            maxAge: seconds,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
