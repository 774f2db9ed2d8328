/// A public holiday in Belgium (*feestdag*).
package struct Holiday: Hashable, Sendable {
    package let day: Day
    package let name: String

    package init(day: Day, name: String) {
        self.day = day
        self.name = name
    }
}

/// The days on which nobody works: weekends and public holidays (*feestdagen*).
package struct HolidayCalendar: Sendable {
    package let holidays: [Holiday]
    private let names: [Day: String]

    package init(_ holidays: [Holiday]) {
        self.holidays = holidays.sorted { $0.day < $1.day }
        names = Dictionary(holidays.map { ($0.day, $0.name) }) { first, _ in first }
    }

    /// The name of the holiday on this day.
    package func holiday(on day: Day) -> String? { names[day] }

    package func isWorkingDay(_ day: Day) -> Bool { !day.weekday.isWeekend && names[day] == nil }

    /// The day so many working days after `day`, which itself is not counted; earlier where negative.
    package func adding(workingDays: Int, to day: Day) -> Day {
        var (left, current) = (workingDays.magnitude, day)
        while left > 0 {
            current = current.adding(days: workingDays.signum())
            if isWorkingDay(current) { left -= 1 }
        }
        return current
    }

    /// How many working days lie after `start` up to and including `end`; none where `end` is not later.
    package func workingDays(after start: Day, through end: Day) -> Int {
        guard start < end else { return 0 }
        return (start.number + 1...end.number).count { isWorkingDay(Day(number: $0)) }
    }
}
