internal import TandemDomain
internal import Testing

@Suite struct `Counting with days` {
    @Test(arguments: [
        ("2026-12-31", 1, "2027-01-01"), ("2024-02-28", 1, "2024-02-29"), ("2023-02-28", 1, "2023-03-01"),
        ("2026-03-01", -1, "2026-02-28"), ("1970-01-01", -1, "1969-12-31"), ("2026-11-22", 0, "2026-11-22"),
        ("2000-01-01", 146_097, "2400-01-01"),
    ])
    func `adds days`(_ from: String, _ days: Int, _ expected: String) throws {
        let (day, later) = (try #require(Day(iso: from)), try #require(Day(iso: expected)))
        #expect(day.adding(days: days) == later)
        #expect(later.adding(days: -days) == day)
        #expect(later.days(since: day) == days)
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-03-01"), ("2024-02-29", 4, "2028-02-29"), ("2024-02-29", -1, "2023-03-01"),
        ("2024-02-28", 1, "2025-02-28"), ("2023-03-01", 1, "2024-03-01"), ("2026-12-31", 5, "2031-12-31"),
        ("1896-02-29", 4, "1900-03-01"), ("2026-11-22", 0, "2026-11-22"), ("2026-11-22", -2025, "0001-11-22"),
    ])
    func `adds years, and makes 1 March of a 29 February that is not there`(
        _ from: String,
        _ years: Int,
        _ expected: String
    ) throws {
        #expect(try #require(Day(iso: from)).adding(years: years).iso == expected)
    }

    @Test func `keeps month and day past the years that can be typed`() throws {
        let last = try #require(Day(9999, 5, 17)).adding(years: 1).parts
        #expect(last == (10_000, 5, 17))
        let first = try #require(Day(1, 5, 17)).adding(years: -2).parts
        #expect(first == (-1, 5, 17))
        let month = try #require(Day(1, 1, 31)).adding(months: -14).parts
        #expect(month == (-1, 11, 30))
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 2, "2026-03-31"),
        ("2026-03-31", 1, "2026-04-30"), ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2026-11-22", 12, "2027-11-22"),
        ("2026-11-22", -12, "2025-11-22"), ("2024-02-29", 12, "2025-02-28"), ("2026-11-22", 0, "2026-11-22"),
        ("2026-12-31", 2, "2027-02-28"), ("2026-01-01", -25, "2023-12-01"),
    ])
    func `adds months, and stops at the last of a shorter month`(
        _ from: String,
        _ months: Int,
        _ expected: String
    ) throws {
        #expect(try #require(Day(iso: from)).adding(months: months).iso == expected)
    }

    @Test func `adds months one by one as the calendar does`() throws {
        let start = try #require(Day(1999, 11, 1))
        let names = (-30...30).map { start.adding(months: $0).parts }
        for (index, parts) in names.enumerated().dropFirst() {
            let before = names[index - 1]
            let next = before.month == 12 ? (before.year + 1, 1, 1) : (before.year, before.month + 1, 1)
            #expect(parts == next)
        }
    }

    @Test(arguments: [
        ("2008-06-15", "2026-06-14", 17), ("2008-06-15", "2026-06-15", 18), ("2008-06-15", "2026-06-16", 18),
        ("2008-12-31", "2026-12-30", 17), ("2008-12-31", "2026-12-31", 18), ("2008-01-01", "2025-12-31", 17),
        ("2008-01-01", "2026-01-01", 18), ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-28", 19), ("2008-02-29", "2028-02-29", 20), ("2008-06-15", "2008-06-15", 0),
        ("2008-06-15", "2008-06-14", -1),
    ])
    func `knows an age round the birthday`(_ birth: String, _ day: String, _ age: Int) throws {
        #expect(try #require(Day(iso: day)).years(since: try #require(Day(iso: birth))) == age)
    }

    @Test func `reaches an age on the day that many years after birth, and not the day before`() throws {
        let first = try #require(Day(2003, 3, 1))
        for birth in (0...1461).map({ first.adding(days: $0) }) {
            let birthday = birth.adding(years: 25)
            #expect(birthday.years(since: birth) == 25)
            #expect(birthday.adding(days: -1).years(since: birth) == 24)
        }
    }
}
