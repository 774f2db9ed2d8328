/// The number of a joint committee (*paritair comité*): `149`, or `149.01` for one of its subcommittees.
package struct JointCommitteeNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    /// Reads `149`, `149.01` or `14901`; nothing else.
    package init?(_ text: some StringProtocol) {
        let digits = String(text.filter { $0 != "." && $0 != " " })
        guard isAllDigits(digits), [3, 5].contains(digits.utf8.count), digits.first != "0" else { return nil }
        rawValue = digits.utf8.count == 3 ? digits : "\(digits.prefix(3)).\(digits.suffix(2))"
    }

    /// Takes back what this type wrote.
    package init(stored rawValue: String) { self.rawValue = rawValue }

    /// The committee that a subcommittee belongs to.
    package var parent: JointCommitteeNumber? {
        rawValue.utf8.count > 3 ? JointCommitteeNumber(stored: String(rawValue.prefix(3))) : nil
    }

    package var description: String { rawValue }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A joint committee or subcommittee with its official name (*paritair comité*).
package struct JointCommittee: Hashable, Sendable {
    package let number: JointCommitteeNumber
    package let name: String
    package let period: Period

    package init(number: JointCommitteeNumber, name: String, period: Period) {
        self.number = number
        self.name = name
        self.period = period
    }
}
