package import TandemDomain

/// What the company register counts: enterprises, their establishments, and branches of foreign enterprises.
package enum RegisteredKind: String, CaseIterable, Sendable, Codable {
    /// An enterprise (*onderneming*): a legal or natural person.
    case enterprise
    /// An establishment (*vestigingseenheid*): a place where an enterprise works.
    case establishment
    /// A branch (*bijkantoor*) of a foreign enterprise; its number is none that people use.
    case branch
}

/// The number of an enterprise, an establishment or a branch: ten digits, of which the last two check the others.
///
/// Only the first eight are kept, since the check follows from them; the first tells the kind.
package struct EntityNumber: Hashable, Comparable, Sendable {
    /// The first eight digits.
    package let stem: UInt32

    package init(stem: UInt32) { self.stem = stem }

    /// Reads what a person types: dots, spaces, `BE` before it and a lost first zero are welcome.
    package init?(_ text: some StringProtocol) {
        if let number = try? EstablishmentNumber(text) {
            self.init(digits: number.digits)
        } else if let number = try? CompanyNumber(text) {
            self.init(digits: number.digits)
        } else {
            self.init(branch: text)
        }
    }

    package init(_ number: CompanyNumber) { self.init(stem: Self.stem(of: number.digits)) }

    package init(_ number: EstablishmentNumber) { self.init(stem: Self.stem(of: number.digits)) }

    package var kind: RegisteredKind {
        switch stem {
        case ..<20_000_000: .enterprise
        case ..<90_000_000: .establishment
        case _: .branch
        }
    }

    /// `0123.456.749` for an enterprise, `2.123.456.789` for the others.
    package var formatted: String {
        switch kind {
        case .enterprise: CompanyNumber(stored: digits).formatted
        case .establishment, .branch: EstablishmentNumber(stored: digits).formatted
        }
    }

    /// All ten digits.
    package var digits: String {
        let digits = String(Int(stem) * 100 + Self.check(of: Int(stem)))
        return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.stem < rhs.stem }

    /// The last two digits that belong to the first eight.
    static func check(of stem: Int) -> Int { 97 - stem % 97 }

    private init(digits: String) { self.init(stem: Self.stem(of: digits)) }

    private init?(branch text: some StringProtocol) {
        let digits = String(text.filter { $0 != "." && $0 != " " })
        guard digits.utf8.count == 10, digits.first == "9", let number = Int(digits),
            Self.check(of: number / 100) == number % 100
        else { return nil }
        self.init(stem: UInt32(number / 100))
    }

    private static func stem(of digits: String) -> UInt32 { UInt32(digits.prefix(8)) ?? 0 }
}

extension EntityNumber: CustomStringConvertible {
    package var description: String { formatted }
}
