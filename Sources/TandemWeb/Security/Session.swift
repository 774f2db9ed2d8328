package import TandemDomain

/// Who a browser speaks for, and until when; a stranger has a session too, so that the sign-in form is protected.
package struct Session: Hashable, Sendable {
    /// The capacity in which the person is signed in; nothing for a stranger.
    package let capacity: Int64?
    package let issuedAt: Instant
    package let expiresAt: Instant
    /// A random text from which the secret of every form follows.
    package let nonce: String

    /// A working day, after which one signs in again.
    package static let lifetime: Int64 = 10 * 3_600_000

    /// A new session: signing in never continues the session of the stranger, so that nobody can plant one.
    package static func start(capacity: Int64?, at now: Instant) -> Session {
        Session(
            capacity: capacity,
            issuedAt: now,
            expiresAt: Instant(milliseconds: now.milliseconds + lifetime),
            nonce: Base64URL.encode((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        )
    }

    package init(capacity: Int64?, issuedAt: Instant, expiresAt: Instant, nonce: String) {
        self.capacity = capacity
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.nonce = nonce
    }

    /// A session from the future is refused: a clock that was set back must not lengthen it.
    func holds(at now: Instant) -> Bool { issuedAt <= now && now < expiresAt }
}

extension Session {
    /// `capacity|issued|expires|nonce`, as it is sealed in the cookie.
    var text: String {
        "\(capacity.map { String($0) } ?? "")|\(issuedAt.milliseconds)|\(expiresAt.milliseconds)|\(nonce)"
    }

    init?(text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].isEmpty || Int64(parts[0]) != nil,
            let issued = Int64(parts[1]), let expires = Int64(parts[2]), !parts[3].isEmpty
        else { return nil }
        self.init(
            capacity: Int64(parts[0]),
            issuedAt: Instant(milliseconds: issued),
            expiresAt: Instant(milliseconds: expires),
            nonce: String(parts[3])
        )
    }
}
