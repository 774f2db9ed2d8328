import Testing

@testable import TandemDomain

@Suite struct `The legal clock` {
    static let fourteen = DecisionTerm(days: 14, unit: .calendarDays, onIncomplete: .restart, onHold: .pause)

    static func clock(
        days: Int = 14,
        _ unit: TermUnit = .calendarDays,
        _ onIncomplete: IncompleteEffect = .restart,
        _ onHold: HoldEffect = .pause
    ) -> LegalClock {
        LegalClock(term: DecisionTerm(days: days, unit: unit, onIncomplete: onIncomplete, onHold: onHold)) {
            !$0.weekday.isWeekend && $0.iso != "2021-11-01" && $0.iso != "2021-11-11"
        }
    }

    /// Reads `started 2021-09-06, paused 2021-09-10`.
    static func steps(_ text: String) throws -> [ClockStep] {
        try text.split(separator: ", ").map { part in
            let words = part.split(separator: " ")
            return ClockStep(
                try #require(ClockStep.Kind(rawValue: String(words[0]))),
                on: try #require(Day(iso: words[1]))
            )
        }
    }

    @Test func `runs through day 14 and lapses on day 15 (R12)`() throws {
        let start = try Day.of("2021-09-06")
        let table = (0...16).map { number -> String in
            let state = Self.clock().reading(of: [ClockStep(.started, on: start)], on: start.adding(days: number)).state
            return "day \(number): \(Self.text(of: state))"
        }
        let running = (0...14).map { "day \($0): running until 2021-09-20, \(14 - $0) left" }
        let lapsed = (15...16).map { "day \($0): lapsed after 2021-09-20, approved 2021-09-21" }
        #expect(table == running + lapsed)
    }

    static func text(of state: ClockReading.State) -> String {
        switch state {
        case .notStarted: "not started"
        case .running(let due, let left): "running until \(due), \(left) left"
        case .paused(let since, let left): "paused since \(since), \(left) left"
        case .stopped(let since): "stopped since \(since)"
        case .lapsed(let due, let effective): "lapsed after \(due), approved \(effective)"
        case .ended(let day): "ended \(day)"
        }
    }

    @Test(arguments: 0...20)
    func `moves the due day by as many days as the file was on hold (R13)`(_ days: Int) throws {
        let held = try Day.of("2021-09-10")
        let steps = [
            ClockStep(.started, on: try Day.of("2021-09-06")), ClockStep(.paused, on: held),
            ClockStep(.resumed, on: held.adding(days: days)),
        ]
        let due = try Day.of("2021-09-20").adding(days: days)
        #expect(Self.clock().dueDay(after: steps) == due)
        let reading = Self.clock().reading(of: steps, on: due)
        #expect(reading.state == .running(dueOn: due, daysLeft: 0))
        #expect(reading.daysStill == days)
    }

    @Test(arguments: [
        ("started 2021-09-06, paused 2021-09-10", "2021-09-15", "paused since 2021-09-10, 10 left"),
        ("started 2021-09-06, paused 2021-09-20", "2021-12-31", "paused since 2021-09-20, 0 left"),
        ("started 2021-09-06, paused 2021-09-06", "2021-09-06", "paused since 2021-09-06, 14 left"),
        (
            "started 2021-09-06, paused 2021-09-10, resumed 2021-09-15, paused 2021-09-16, resumed 2021-09-20",
            "2021-09-29", "running until 2021-09-29, 0 left"
        ),
        (
            "started 2021-09-06, paused 2021-09-20, resumed 2021-09-30", "2021-10-01",
            "lapsed after 2021-09-30, approved 2021-10-01"
        ),
        ("started 2021-09-06, stopped 2021-09-08", "2021-12-31", "stopped since 2021-09-08"),
        (
            "started 2021-09-06, stopped 2021-09-08, started 2021-09-13", "2021-09-13",
            "running until 2021-09-27, 14 left"
        ),
        (
            "started 2021-09-06, paused 2021-09-07, stopped 2021-09-09, started 2021-09-13", "2021-09-13",
            "running until 2021-09-27, 14 left"
        ),
        ("started 2021-09-06, ended 2021-09-08", "2021-12-31", "ended 2021-09-08"),
        ("started 2021-09-06, paused 2021-09-07, ended 2021-09-08", "2021-12-31", "ended 2021-09-08"),
    ])
    func `shows after these steps (R11, R13)`(_ steps: String, _ today: String, _ expected: String) throws {
        let state = Self.clock().reading(of: try Self.steps(steps), on: try Day.of(today)).state
        #expect(Self.text(of: state) == expected)
    }

    @Test func `shows nothing before the file is submitted`() throws {
        let reading = Self.clock().reading(of: [], on: try Day.of("2021-09-06"))
        #expect(reading.state == .notStarted)
        #expect(reading.explanation.isEmpty)
        #expect(Self.clock().dueDay(after: []) == nil)
    }

    @Test(arguments: [
        ("2021-09-06", "2021-09-24"), ("2021-09-10", "2021-09-30"), ("2021-09-11", "2021-09-30"),
        ("2021-10-25", "2021-11-16"),
    ])
    func `leaves weekends and holidays out where working days count`(_ start: String, _ due: String) throws {
        let steps = [ClockStep(.started, on: try Day.of(start))]
        #expect(Self.clock(.workingDays).dueDay(after: steps)?.iso == due)
    }

    @Test(arguments: [
        // Over one weekend: only Monday to Wednesday would have counted.
        ("started 2021-09-06, paused 2021-09-10, resumed 2021-09-13", "2021-09-27"),
        ("started 2021-09-06, paused 2021-09-10, resumed 2021-09-12", "2021-09-24"),
        // Over All Saints' Day, which would not have counted.
        ("started 2021-10-25, paused 2021-10-29, resumed 2021-11-01", "2021-11-16"),
        ("started 2021-10-25, paused 2021-10-29, resumed 2021-11-02", "2021-11-17"),
    ])
    func `does not give back days on hold that would not have counted (R13)`(_ steps: String, _ due: String) throws {
        #expect(Self.clock(.workingDays).dueDay(after: try Self.steps(steps))?.iso == due)
    }

    @Test func `goes on where it stopped where the figures say so (R11)`() throws {
        let steps = try Self.steps("started 2021-09-06, stopped 2021-09-08, started 2021-09-13")
        #expect(Self.clock(.calendarDays, .continues).dueDay(after: steps)?.iso == "2021-09-25")
        #expect(Self.clock(.calendarDays, .restart).dueDay(after: steps)?.iso == "2021-09-27")
    }

    @Test func `runs on while on hold where the figures say so (R13)`() throws {
        let steps = try Self.steps("started 2021-09-06, paused 2021-09-10")
        let clock = Self.clock(.calendarDays, .restart, .run)
        #expect(clock.dueDay(after: steps)?.iso == "2021-09-20")
        let lapsed = clock.reading(of: steps, on: try Day.of("2021-09-21")).state
        #expect(Self.text(of: lapsed) == "lapsed after 2021-09-20, approved 2021-09-21")
        #expect(clock.dueDay(after: steps + [ClockStep(.resumed, on: try Day.of("2021-09-15"))])?.iso == "2021-09-20")
    }

    @Test func `explains what it shows, sentence by sentence`() throws {
        let steps = try Self.steps("started 2021-09-06, paused 2021-09-10, resumed 2021-09-15")
        let reading = Self.clock().reading(of: steps, on: try Day.of("2021-09-26"))
        let (started, held, resumed) = (try Day.of("2021-09-06"), try Day.of("2021-09-10"), try Day.of("2021-09-15"))
        let (due, lapsed) = (try Day.of("2021-09-25"), try Day.of("2021-09-26"))
        #expect(
            reading.explanation == [
                .startedOn(started), .stoodStill(days: 5, from: held, until: resumed),
                .dueOn(due, term: 14, unit: .calendarDays), .lawDecidedOn(lapsed),
            ]
        )
        #expect(reading.startedOn == started)
    }

    @Test(arguments: [
        ("started 2021-09-06, paused 2021-09-10", "standsStillSince"),
        ("started 2021-09-06, stopped 2021-09-10", "stoppedAsIncompleteOn"),
        ("started 2021-09-06, ended 2021-09-10", "endedOn"),
        ("started 2021-09-06, stopped 2021-09-08, started 2021-09-10", "dueOn"),
    ])
    func `ends its explanation with what holds now`(_ steps: String, _ last: String) throws {
        let reading = Self.clock().reading(of: try Self.steps(steps), on: try Day.of("2021-09-10"))
        #expect(reading.explanation.last.map { "\($0)".hasPrefix(last) } == true)
        let isRestarted = reading.explanation.contains { if case .restartedOn = $0 { true } else { false } }
        #expect(isRestarted == (steps.count(where: { $0 == "," }) == 2))
    }
}
