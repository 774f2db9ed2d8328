/// The ten-digit number of a company (*ondernemingsnummer*), whose last two digits check the first eight.
///
/// Source: Crossroads Bank for Enterprises; the check is 97 less the first eight digits modulo 97.
package struct CompanyNumber: Hashable, Sendable {
    package let digits: String

    /// Reads what a person types or a file holds: dots, spaces, a leading `BE` and a lost first zero are welcome.
    package init(_ text: some StringProtocol) throws(InvalidNumber) {
        var digits = strippedOfPunctuation(text)
        if digits.uppercased().hasPrefix("BE") { digits.removeFirst(2) }
        if digits.utf8.count == 9 { digits = "0" + digits }
        try checkTenDigits(digits, typed: String(text))
        guard digits.hasPrefix("0") || digits.hasPrefix("1") else { throw .wrongStart(String(text)) }
        self.digits = digits
    }

    /// Takes back what this type wrote.
    package init(stored digits: String) { self.digits = digits }

    /// `0123.456.749`, as people write it.
    package var formatted: String { dotted(digits, groups: [4, 3, 3]) }
}

/// The ten-digit number of an establishment (*vestigingseenheidsnummer*); it starts with 2 to 8.
package struct EstablishmentNumber: Hashable, Sendable {
    package let digits: String

    /// Reads what a person types or a file holds: dots and spaces are welcome.
    package init(_ text: some StringProtocol) throws(InvalidNumber) {
        let digits = strippedOfPunctuation(text)
        try checkTenDigits(digits, typed: String(text))
        guard let first = digits.utf8.first, (UInt8(ascii: "2")...UInt8(ascii: "8")).contains(first) else {
            throw .wrongStart(String(text))
        }
        self.digits = digits
    }

    /// Takes back what this type wrote.
    package init(stored digits: String) { self.digits = digits }

    /// `2.123.456.789`, as people write it.
    package var formatted: String { dotted(digits, groups: [1, 3, 3, 3]) }
}

/// Why a number of the register cannot be right; each case keeps what was typed.
package enum InvalidNumber: Error, Hashable, Sendable {
    /// Not as many digits as the kind of number has.
    case wrongLength(String)
    /// The first digit does not belong to this kind of number.
    case wrongStart(String)
    /// The check digits do not belong to the others: a typing error.
    case checkDigitsDiffer(String)
    /// The digits that stand for a date of birth are not one.
    case noSuchBirthDate(String)
}

/// Leaves the digits of a typed number: dots, spaces, hyphens and slashes go.
func strippedOfPunctuation(_ text: some StringProtocol) -> String {
    String(text.filter { !" .-/\u{00A0}\t".contains($0) })
}

func checkTenDigits(_ digits: String, typed: String) throws(InvalidNumber) {
    guard digits.utf8.count == 10, let number = Int(digits), isAllDigits(digits) else { throw .wrongLength(typed) }
    guard 97 - number / 100 % 97 == number % 100 else { throw .checkDigitsDiffer(typed) }
}

func isAllDigits(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

func dotted(_ digits: String, groups: [Int]) -> String {
    var rest = Substring(digits)
    return groups.map { count in
        defer { rest = rest.dropFirst(count) }
        return String(rest.prefix(count))
    }
    .joined(separator: ".")
}
