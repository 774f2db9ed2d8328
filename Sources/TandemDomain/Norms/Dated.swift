/// A fact of the law that changes over the years: each value with the days on which it holds and where it is written.
///
/// The entries are checked where they are read; `defects` names the gaps and overlaps.
package struct Dated<Value: Sendable>: Sendable {
    /// One value and the days on which it holds.
    package struct Entry: Sendable {
        package let value: Value
        package let period: Period
        package let source: String
        /// Whether the value rests on a safe reading that the law has yet to confirm.
        package let isProvisional: Bool
        package let note: String

        package init(_ value: Value, _ period: Period, source: String, isProvisional: Bool = false, note: String = "") {
            self.value = value
            self.period = period
            self.source = source
            self.isProvisional = isProvisional
            self.note = note
        }
    }

    /// The entries, earliest first.
    package let entries: [Entry]
    private let earliest: Entry

    /// Nothing where there is no entry at all.
    package init?(_ entries: [Entry]) {
        let sorted = entries.sorted { $0.period.from < $1.period.from }
        guard let earliest = sorted.first else { return nil }
        self.entries = sorted
        self.earliest = earliest
    }

    /// One value that holds from `from` on.
    package init(_ value: Value, from: Day, source: String) {
        earliest = Entry(value, Period(startingOn: from), source: source)
        entries = [earliest]
    }

    /// The entry that holds on `day`, or nothing where none does.
    package func entry(on day: Day) -> Entry? { entries.last { $0.period.contains(day) } }

    /// The value that holds on `day`, or nothing where none does.
    package func value(on day: Day) -> Value? { entry(on: day)?.value }

    /// The value for rules that must answer on any day: before the first entry the first, in a gap the one before it.
    package subscript(day: Day) -> Value { (entries.last { $0.period.from <= day } ?? earliest).value }
}

extension Dated where Value == Bool {
    /// The first day on which the answer is yes.
    package var start: Day? { entries.first { $0.value }?.period.from }
}

extension Dated: Equatable where Value: Equatable {}
extension Dated.Entry: Equatable where Value: Equatable {}
extension Dated: Hashable where Value: Hashable {}
extension Dated.Entry: Hashable where Value: Hashable {}

/// What is wrong with the days of two neighbouring entries.
package enum PeriodDefect: Hashable, Sendable {
    /// No entry holds from the first to the second day.
    case gap(from: Day, until: Day)
    /// Two entries hold on this day, the first of the later one.
    case overlap(on: Day)
}

/// The gaps and overlaps between the periods, in the order of their days.
package func defects(in periods: [Period]) -> [PeriodDefect] {
    let sorted = periods.sorted { $0.from < $1.from }
    return zip(sorted, sorted.dropFirst()).compactMap { earlier, later in
        if earlier.overlaps(later) { return .overlap(on: later.from) }
        guard let until = earlier.until, until.adding(days: 1) < later.from else { return nil }
        return .gap(from: until.adding(days: 1), until: later.from.adding(days: -1))
    }
}

extension Period {
    /// The span from `day` on, without an end.
    package init(startingOn day: Day) {
        from = day
        until = nil
    }
}
