/// Why the body of a request cannot be read as a form.
package enum FormError: Error, Hashable, Sendable {
    /// Neither of the two ways in which a browser sends a form.
    case unknownEncoding
    /// The boundary between parts is absent or not as RFC 2046 wants it.
    case badBoundary
    /// The body breaks off before its closing boundary.
    case endsTooSoon
    /// A part lacks the name of its field, or its head is no head.
    case badPart
    /// A text is not UTF-8, or a percent sign does not start a byte.
    case badText
    /// More fields than any form of ours has.
    case tooManyParts
    /// A text longer than a field takes.
    case textTooLong(field: String)
    /// A file larger than the counter takes.
    case fileTooLarge(field: String)
    /// The body as a whole is larger than the counter takes.
    case bodyTooLarge
}

/// How much a form may send.
package struct FormLimits: Hashable, Sendable {
    package var fileBytes = 12_000_000
    package var textBytes = 100_000
    package var parts = 500
    package var headBytes = 8_000
    package var bodyBytes = 50_000_000

    package init() {}
}
