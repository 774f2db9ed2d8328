/// The number of a request, by which the log of the server and that of the proxy before it are laid beside each other.
struct RequestNumber: Sendable, Hashable {
    let text: String

    /// A new one of sixteen digits.
    static func random() -> RequestNumber {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return RequestNumber(text: String(repeating: "0", count: 16 - digits.utf8.count) + digits)
    }

    /// The one that a proxy gave; nothing for what is none.
    ///
    /// Sixteen to sixty-four hexadecimal digits and hyphens: a UUID or a random number, and nothing in which a browser
    /// could write a name into the log.
    init?(sent text: String?) {
        guard let text, (16...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ Self.digits.contains($0) }), text.utf8.contains(where: { $0 != Self.hyphen })
        else { return nil }
        self.text = text
    }

    private init(text: String) { self.text = text }

    private static let hyphen = UInt8(ascii: "-")
    private static let digits = Set("0123456789abcdefABCDEF-".utf8)
}
