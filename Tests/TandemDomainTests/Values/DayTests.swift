internal import TandemDomain
internal import Testing

@Suite struct `A day` {
    @Test func `keeps its parts, its text and its number on every day from 1600 to 2400`() throws {
        let first = try #require(Day(1600, 1, 1))
        var number = first.number
        var weekday = Weekday.saturday.rawValue
        var odd: [String] = []
        for (year, month, day) in CivilCalendar.days(from: 1600, to: 2400) {
            let text = CivilCalendar.iso(year, month, day)
            let value = Day(number: number)
            if Day(year, month, day) != value || value.parts != (year, month, day) || value.iso != text
                || Day(iso: text) != value || value.weekday.rawValue != weekday
            {
                odd.append(text)
            }
            number += 1
            weekday = (weekday + 1) % 7
        }
        #expect(odd.isEmpty)
        #expect(number - first.number == 292_560)
    }

    @Test(arguments: [
        ("1970-01-01", Int32(0), Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
        ("2026-11-22", 20_779, .sunday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ])
    func `counts from 1 January 1970, a Thursday`(_ iso: String, _ number: Int32, _ weekday: Weekday) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.weekday.isWeekend == (weekday == .saturday || weekday == .sunday))
        #expect(String(describing: day) == iso)
    }

    @Test(arguments: [
        (1600, true), (1700, false), (1900, false), (1999, false), (2000, true), (2023, false), (2024, true),
        (2100, false),
        (2400, true),
    ])
    func `has a 29 February in leap years only`(_ year: Int, _ isLeap: Bool) {
        #expect(Day.isLeap(year) == isLeap)
        #expect((Day(year, 2, 29) != nil) == isLeap)
        #expect(Day.length(ofMonth: 2, in: year) == (isLeap ? 29 : 28))
        #expect((1...12).map { Day.length(ofMonth: $0, in: year) }.reduce(0, +) == (isLeap ? 366 : 365))
    }

    @Test(arguments: [
        (2026, 4, 31), (2026, 2, 30), (2026, 1, 0), (2026, 1, 32), (2026, 0, 1), (2026, 13, 1), (0, 1, 1),
        (10_000, 1, 1),
        (2026, -1, 1), (2026, 1, -1),
    ])
    func `is not made of parts the calendar lacks`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-1-22", "26-11-22", "2026/11/22", "22-11-2026", "2026-11-22 ", " 2026-11-22",
        "2026-11-31",
        "2026-13-01", "2026-00-01", "+026-11-22", "2026-+1-22", "20261122", "2026-11-22T00:00", "२०२६-११-२२",
        "0000-01-01",
        "2026–1-22",
    ])
    func `is not read from any other text`(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `is ordered as time runs`() throws {
        let days = try ["0001-01-01", "1969-12-31", "1970-01-01", "2026-11-22"].map { try #require(Day(iso: $0)) }
        #expect(days.shuffled().sorted() == days)
        #expect(days[2].days(since: days[1]) == 1)
        #expect(days[1].days(since: days[2]) == -1)
    }
}

/// The civil calendar counted out by hand, so as not to check the arithmetic with itself.
enum CivilCalendar {
    static func days(from first: Int, to last: Int) -> [(year: Int, month: Int, day: Int)] {
        (first...last).flatMap { year in
            zip(1..., [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]).flatMap { month, length in
                (1...length).map { (year, month, $0) }
            }
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    }

    static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(String(year))-\(String(100 + month).suffix(2))-\(String(100 + day).suffix(2))"
    }
}
