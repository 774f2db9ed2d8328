import TandemDomain
import Testing

@Suite struct `The calendar of holidays` {
    let calendar: HolidayCalendar

    /// Thursday 21 and Wednesday 27 May 2020 are holidays here.
    init() throws {
        calendar = HolidayCalendar([
            Holiday(day: try Day.of("2020-05-27"), name: "tweede"),
            Holiday(day: try Day.of("2020-05-21"), name: "eerste"),
        ])
    }

    @Test(arguments: [
        ("2020-05-20", true), ("2020-05-21", false), ("2020-05-22", true), ("2020-05-23", false),
        ("2020-05-24", false), ("2020-05-25", true), ("2020-05-27", false),
    ])
    func `knows working days`(iso: String, expected: Bool) throws {
        #expect(calendar.isWorkingDay(try Day.of(iso)) == expected)
    }

    @Test(arguments: [
        ("2020-05-20", 0, "2020-05-20"), ("2020-05-20", 1, "2020-05-22"), ("2020-05-20", 2, "2020-05-25"),
        ("2020-05-20", 4, "2020-05-28"), ("2020-05-23", 1, "2020-05-25"), ("2020-05-22", -1, "2020-05-20"),
        ("2020-05-28", -3, "2020-05-22"),
    ])
    func `adds working days around weekends and holidays`(from: String, count: Int, expected: String) throws {
        #expect(calendar.adding(workingDays: count, to: try Day.of(from)).iso == expected)
    }

    @Test(arguments: [
        ("2020-05-20", "2020-05-28", 4), ("2020-05-20", "2020-05-21", 0), ("2020-05-28", "2020-05-20", 0),
    ])
    func `counts the working days after a day`(from: String, through: String, expected: Int) throws {
        #expect(calendar.workingDays(after: try Day.of(from), through: try Day.of(through)) == expected)
    }

    @Test func `names the holiday`() throws {
        #expect(calendar.holiday(on: try Day.of("2020-05-21")) == "eerste")
        #expect(calendar.holidays.map(\.name) == ["eerste", "tweede"])
    }
}
