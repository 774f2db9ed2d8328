internal import Crypto
internal import Foundation

/// The secret with which the counter signs what it gives a browser to keep.
///
/// Every use has a key of its own, derived from the secret, so that a signature made for one is worth nothing for another.
package struct SigningKey: Sendable {
    private let secret: SymmetricKey

    package struct TooShort: Error, CustomStringConvertible {
        package var description: String { "The secret for signing needs at least 32 bytes." }
    }

    package init(_ secret: String) throws(TooShort) {
        guard secret.utf8.count >= 32 else { throw TooShort() }
        self.secret = SymmetricKey(data: Data(secret.utf8))
    }

    /// A key that lives as long as the program; everybody signs in again after a restart.
    package static func random() -> SigningKey { SigningKey(secret: SymmetricKey(size: .bits256)) }

    private init(secret: SymmetricKey) { self.secret = secret }

    /// The signature of a text for one use, in letters that fit a cookie.
    func signature(of text: String, for use: SignatureUse) -> String {
        Base64URL.encode(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key(for: use)))
    }

    /// Whether a signature is ours, in a time that does not depend on where it differs.
    func isValid(_ signature: String, of text: String, for use: SignatureUse) -> Bool {
        guard let bytes = Base64URL.decode(signature) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: Data(text.utf8), using: key(for: use))
    }

    /// A text with its signature behind it.
    func sealed(_ text: String, for use: SignatureUse) -> String {
        let payload = Base64URL.encode(text.utf8)
        return "\(payload).\(signature(of: payload, for: use))"
    }

    /// The text that was sealed; nothing where one letter of it was changed.
    func opened(_ sealed: String, for use: SignatureUse) -> String? {
        let halves = sealed.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, isValid(String(halves[1]), of: String(halves[0]), for: use),
            let bytes = Base64URL.decode(String(halves[0]))
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private func key(for use: SignatureUse) -> SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data(use.rawValue.utf8), using: secret))
    }
}

/// What a signature is for.
enum SignatureUse: String {
    case session, csrf, flash
}

/// Bytes in the letters of RFC 4648 section 5, without padding.
enum Base64URL {
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Only what `encode` writes is read: a second spelling of the same bytes is refused.
    static func decode(_ text: String) -> Data? {
        let padded =
            text.replacing("-", with: "+").replacing("_", with: "/")
            + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), encode(data) == text else { return nil }
        return data
    }
}
