package import TandemDomain

/// What the clock in Brussels shows at a moment: one hour ahead of UTC, two in summer.
///
/// Summer time is the rule of the European Union since 1996: from the last Sunday of March to the last of October,
/// both at one o'clock UTC.
package struct BrusselsTime: Hashable, Sendable {
    package let day: Day
    package let hour: Int
    package let minute: Int

    package init(_ instant: Instant) {
        let offset: Int64 = Self.isSummer(instant.milliseconds) ? 2 : 1
        let minutes = Self.floored(instant.milliseconds, by: 60_000) + offset * 60
        let dayNumber = Self.floored(minutes, by: 1440)
        let minuteOfDay = Int(minutes - dayNumber * 1440)
        day = Day(number: Int32(clamping: dayNumber))
        hour = minuteOfDay / 60
        minute = minuteOfDay % 60
    }

    private static func isSummer(_ milliseconds: Int64) -> Bool {
        let hours = floored(milliseconds, by: 3_600_000)
        let year = Day(number: Int32(clamping: floored(hours, by: 24))).year
        guard let start = lastSunday(of: 3, in: year), let end = lastSunday(of: 10, in: year) else { return false }
        return hours >= Int64(start.number) * 24 + 1 && hours < Int64(end.number) * 24 + 1
    }

    private static func lastSunday(of month: Int, in year: Int) -> Day? {
        guard let last = Day(year, month, 31) else { return nil }
        return last.adding(days: -((last.weekday.rawValue + 1) % 7))
    }

    private static func floored(_ value: Int64, by divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}
