/// A span of days, both ends included; without an end it runs on.
package struct Period: Hashable, Sendable {
    package let from: Day
    package let until: Day?

    /// Nothing where the end lies before the start.
    package init?(from: Day, until: Day?) {
        if let until, until < from { return nil }
        self.from = from
        self.until = until
    }

    package func contains(_ day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }

    package func overlaps(_ other: Period) -> Bool {
        (until.map { other.from <= $0 } ?? true) && (other.until.map { from <= $0 } ?? true)
    }
}

/// A school year (*schooljaar*), 1 September to 31 August, named by the year it starts in.
package struct SchoolYear: Hashable, Sendable, Comparable {
    package let start: Int

    package init(startingIn start: Int) { self.start = start }

    /// The school year that `day` lies in.
    package init(of day: Day) { start = day.month >= 9 ? day.year : day.year - 1 }

    /// Reads `2020-2021`.
    package init?(_ text: some StringProtocol) {
        guard let start = yearPair(text) else { return nil }
        self.start = start
    }

    /// `2020-2021`.
    package var name: String { "\(start)-\(start + 1)" }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.start < rhs.start }
}

/// A working year of a covenant (*werkjaar*), 1 July to 30 June, named by the year it starts in.
package struct WorkingYear: Hashable, Sendable, Comparable {
    package let start: Int

    package init(startingIn start: Int) { self.start = start }

    /// The working year that `day` lies in.
    package init(of day: Day) { start = day.month >= 7 ? day.year : day.year - 1 }

    /// `2020-2021`.
    package var name: String { "\(start)-\(start + 1)" }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.start < rhs.start }
}

private func yearPair(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 && isAllDigits($0) }), let start = Int(parts[0]),
        let end = Int(parts[1]), end == start + 1
    else { return nil }
    return start
}
