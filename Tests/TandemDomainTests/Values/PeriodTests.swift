internal import TandemDomain
internal import Testing

@Suite struct `A period` {
    /// All periods within a week, and those without an end.
    static let all = (Int32(0)...6).flatMap { from in
        (from...6).compactMap { Period(from: Day(number: from), until: Day(number: $0)) }
            + [Period(from: Day(number: from), until: nil)].compactMap(\.self)
    }

    /// The days of a period within ten days round that week.
    private func days(_ period: Period) -> Set<Int32> {
        Set((-2...8).filter { $0 >= period.from.number && $0 <= (period.until?.number ?? 8) })
    }

    @Test func `does not end before it starts`() {
        #expect(Self.all.count == 35)
        #expect(Period(from: Day(number: 1), until: Day(number: 0)) == nil)
        #expect(Period(from: Day(number: 1), until: Day(number: 1)) != nil)
    }

    @Test(arguments: all)
    func `contains both its ends and what lies between`(_ period: Period) {
        #expect(Set((-2...8).filter { period.contains(Day(number: $0)) }) == days(period))
    }

    @Test(arguments: all)
    func `overlaps another when they share a day`(_ period: Period) {
        for other in Self.all {
            #expect(period.overlaps(other) == !days(period).isDisjoint(with: days(other)))
        }
    }
}

@Suite struct `A school year` {
    @Test(arguments: [
        ("2020-08-31", 2019), ("2020-09-01", 2020), ("2020-12-31", 2020), ("2021-01-01", 2020), ("2021-08-31", 2020),
        ("2021-09-01", 2021), ("2024-02-29", 2023),
    ])
    func `runs from 1 September to 31 August`(_ day: String, _ start: Int) throws {
        #expect(SchoolYear(of: try #require(Day(iso: day))) == SchoolYear(startingIn: start))
    }

    @Test func `goes by the name of its two years`() {
        #expect(SchoolYear(startingIn: 2020).name == "2020-2021")
        #expect(SchoolYear("2020-2021") == SchoolYear(startingIn: 2020))
        #expect(SchoolYear("1999-2000")?.name == "1999-2000")
        #expect(SchoolYear(startingIn: 2019) < SchoolYear(startingIn: 2020))
    }

    @Test(arguments: [
        "", "2020", "2020-2022", "2021-2020", "2020-2020", "2020-21", "2020-2021-", "-2020-2021", "2020/2021",
        "2020 - 2021",
        "+202-0203", "20a0-2021", "2020-2021-2022",
    ])
    func `is not read from any other text`(_ text: String) {
        #expect(SchoolYear(text) == nil)
    }
}

@Suite struct `A working year` {
    @Test(arguments: [
        ("2020-06-30", 2019), ("2020-07-01", 2020), ("2020-12-31", 2020), ("2021-01-01", 2020), ("2021-06-30", 2020),
        ("2021-07-01", 2021),
    ])
    func `runs from 1 July to 30 June`(_ day: String, _ start: Int) throws {
        #expect(WorkingYear(of: try #require(Day(iso: day))) == WorkingYear(startingIn: start))
    }

    @Test func `goes by the name of its two years`() {
        #expect(WorkingYear(startingIn: 2020).name == "2020-2021")
        #expect(WorkingYear(startingIn: 2019) < WorkingYear(startingIn: 2020))
    }
}
