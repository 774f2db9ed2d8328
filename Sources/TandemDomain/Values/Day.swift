/// A day of the calendar in Belgium, without hour or zone.
///
/// Rules take a `Day`; only the rim of the program has a clock.
package struct Day: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// The day with these parts, or nothing where the calendar has no such day (31 April).
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        self.init(civil: year, month, day)
    }

    /// Reads `2026-11-22`; nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]),
            let day = Self.digits(bytes[8..<10])
        else { return nil }
        self.init(year, month, day)
    }

    /// Days from the civil calendar, after Howard Hinnant's published algorithm.
    private init(civil year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}

extension Day {
    /// Year, month (1…12) and day of the month (1…31).
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1
        )
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }

    /// `2026-11-22`, as stored and exchanged.
    package var iso: String {
        let (year, month, day) = parts
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// The day so many days later; earlier where negative.
    package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// The same day so many years later; 29 February becomes 1 March where there is none.
    package func adding(years: Int) -> Day {
        let (year, month, day) = parts
        let isMissing = day > Self.length(ofMonth: month, in: year + years)
        return isMissing ? Day(civil: year + years, 3, 1) : Day(civil: year + years, month, day)
    }

    /// The same day so many months later; the last of the month where it has no such day.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let total = year * 12 + month - 1 + months
        let newMonth = (total % 12 + 12) % 12 + 1
        let newYear = (total - newMonth + 1) / 12
        return Day(civil: newYear, newMonth, min(day, Self.length(ofMonth: newMonth, in: newYear)))
    }

    /// How many days from `other` to this one; negative where this one is earlier.
    package func days(since other: Day) -> Int { Int(number - other.number) }

    /// The day of the week.
    package var weekday: Weekday {
        let index = (Int(number) + 3) % 7
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }

    /// How many whole years have passed since `birth` on this day: an age.
    package func years(since birth: Day) -> Int {
        let (year, month, day) = parts
        let (birthYear, birthMonth, birthDay) = birth.parts
        return year - birthYear - ((month, day) < (birthMonth, birthDay) ? 1 : 0)
    }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}

/// A day of the week, Monday first.
package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var isWeekend: Bool { self == .saturday || self == .sunday }
}
