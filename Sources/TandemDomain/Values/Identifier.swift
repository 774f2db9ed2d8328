/// A row's identity, which the compiler keeps apart from every other table's.
package struct Identifier<Entity>: Hashable, Sendable, Comparable {
    package let rawValue: Int64

    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Identifier: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

extension Identifier: LosslessStringConvertible {
    /// Reads what an address or a form holds; digits only.
    package init?(_ description: String) {
        guard isAllDigits(description), let value = Int64(description), value > 0 else { return nil }
        self.init(value)
    }
}
