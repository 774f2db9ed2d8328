package import TandemDomain

/// A version of the classification of activities.
package enum NaceEdition: UInt32, CaseIterable, Sendable, Codable {
    case nace2003 = 0
    case nace2008 = 1
    case nace2025 = 2

    /// `2025`, as the company register writes it.
    package var year: Int {
        switch self {
        case .nace2003: 2003
        case .nace2008: 2008
        case .nace2025: 2025
        }
    }

    package init?(year: Int) {
        guard let version = Self.allCases.first(where: { $0.year == year }) else { return nil }
        self = version
    }
}

/// A code of the classification of activities (*NACE-BEL*), two to seven digits: the longer, the narrower.
///
/// Held as one number that sorts by version, then as text: all codes below a code lie in one span.
package struct NaceCode: Hashable, Comparable, Sendable {
    /// Version, digits filled up with zeros to seven, and how many digits there are: 29 bits.
    let packed: UInt32

    init(packed: UInt32) { self.packed = packed }

    package init?(_ version: NaceEdition, _ digits: some StringProtocol) {
        guard (2...7).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = UInt32(digits)
        else { return nil }
        self.init(version: version, value: value, length: digits.utf8.count)
    }

    /// The code of an activity in which a training is learned.
    package init?(_ activity: TrainingActivity) {
        guard let edition = NaceEdition(year: activity.edition) else { return nil }
        self.init(edition, activity.digits)
    }

    /// Takes the digits as a number, and how many they are.
    init(version: NaceEdition, value: UInt32, length: Int) {
        packed = version.rawValue << 27 | (value * Self.tens[7 - length]) << 3 | UInt32(length)
    }

    package var version: NaceEdition { NaceEdition(rawValue: packed >> 27) ?? .nace2003 }

    package var length: Int { Int(packed & 7) }

    /// The digits, with the zeros that they start with.
    package var digits: String {
        let digits = String((packed >> 3 & 0xFF_FFFF) / Self.tens[7 - length])
        return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
    }

    /// All packed codes that this one contains, itself included.
    var span: Range<UInt32> { packed..<(packed + Self.tens[7 - length] << 3) }

    /// Whether the other is this code or lies below it.
    package func contains(_ other: NaceCode) -> Bool { span.contains(other.packed) }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.packed < rhs.packed }

    private static let tens: [UInt32] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]
}

extension NaceCode: CustomStringConvertible {
    package var description: String { "\(version.year):\(digits)" }
}
