import TandemDomain
import TandemReference
import Testing

@Suite struct `The shipped holidays` {
    let reference: Reference

    init() throws { reference = try ReferenceLibrary.load() }

    /// Easter after Gauss, who counts otherwise than the table of holidays was made.
    private static func easter(_ year: Int) -> Day? {
        let (century, moon) = (year / 100, year % 19)
        let solar = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30
        let full = (19 * moon + solar) % 30
        let weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * full + (4 + century - century / 4) % 7) % 7
        if full == 29 && weekday == 6 { return Day(year, 4, 19) }
        if full == 28 && weekday == 6 && (11 * solar + 11) % 30 < 19 { return Day(year, 4, 18) }
        return Day(year, 3, 22)?.adding(days: full + weekday)
    }

    @Test(arguments: 2014...2035)
    func `are the ten of the law, each year`(year: Int) throws {
        let easter = try #require(Self.easter(year))
        let fixed = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)].compactMap { Day(year, $0.0, $0.1) }
        let expected = (fixed + [1, 39, 50].map { easter.adding(days: $0) }).sorted()
        #expect(easter.weekday == .sunday)
        #expect(reference.holidays.holidays.map(\.day).filter { $0.year == year } == expected)
    }

    @Test(arguments: [("2020-04-13", false), ("2020-04-14", true), ("2020-04-18", false), ("2021-07-21", false)])
    func `are no working days`(iso: String, expected: Bool) throws {
        #expect(reference.isWorkingDay(try #require(Day(iso: iso))) == expected)
    }
}
