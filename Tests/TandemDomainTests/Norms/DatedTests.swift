import TandemDomain
import Testing

extension Day {
    /// The day written so; the test fails where there is none.
    static func of(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
}

extension Period {
    /// The days from and until, both written as `2020-01-31`.
    static func of(_ from: String, _ until: String? = nil) throws -> Period {
        try #require(Period(from: Day.of(from), until: until.map { try Day.of($0) }))
    }
}

@Suite struct `A dated figure` {
    let months: Dated<Int>

    init() throws {
        months = try #require(
            Dated([
                .init(12, Period.of("2020-04-01"), source: "later"),
                .init(12, Period.of("2016-07-01", "2019-08-31"), source: "first"),
                .init(18, Period.of("2019-09-01", "2020-03-31"), source: "pandemic"),
            ])
        )
    }

    @Test(arguments: [
        ("2016-06-30", nil), ("2016-07-01", 12), ("2019-08-31", 12), ("2019-09-01", 18), ("2020-03-31", 18),
        ("2020-04-01", 12), ("2040-01-01", 12),
    ])
    func `has the value of the day`(iso: String, expected: Int?) throws {
        #expect(months.value(on: try Day.of(iso)) == expected)
    }

    @Test(arguments: [("2010-01-01", 12), ("2019-12-31", 18), ("2040-01-01", 12)])
    func `answers on any day where a rule must`(iso: String, expected: Int) throws {
        #expect(months[try Day.of(iso)] == expected)
    }

    @Test func `tells its source`() throws {
        #expect(months.entry(on: try Day.of("2020-01-01"))?.source == "pandemic")
    }

    @Test func `may be one value from a day on`() throws {
        let years = Dated(5, from: try Day.of("2016-07-01"), source: "decree")
        #expect(years.value(on: try Day.of("2016-06-30")) == nil)
        #expect(years.value(on: try Day.of("2030-01-01")) == 5)
    }

    @Test func `does not exist without entries`() { #expect(Dated<Int>([]) == nil) }

    @Test func `starts where the answer becomes yes`() throws {
        let dated = try #require(
            Dated([
                .init(false, Period.of("2016-07-01", "2021-08-19"), source: ""),
                .init(true, Period.of("2021-08-20"), source: ""),
            ])
        )
        #expect(dated.start?.iso == "2021-08-20")
    }
}

@Suite struct `Neighbouring periods` {
    @Test func `that touch have no defect`() throws {
        #expect(defects(in: [try Period.of("2020-01-01", "2020-06-30"), try Period.of("2020-07-01")]) == [])
    }

    @Test func `show the days between them`() throws {
        let periods = [try Period.of("2020-07-03"), try Period.of("2020-01-01", "2020-06-30")]
        #expect(defects(in: periods) == [.gap(from: try Day.of("2020-07-01"), until: try Day.of("2020-07-02"))])
    }

    @Test(arguments: ["2020-07-01", nil])
    func `show the day they share`(until: String?) throws {
        let periods = [try Period.of("2020-01-01", until), try Period.of("2020-07-01")]
        #expect(defects(in: periods) == [.overlap(on: try Day.of("2020-07-01"))])
    }
}
