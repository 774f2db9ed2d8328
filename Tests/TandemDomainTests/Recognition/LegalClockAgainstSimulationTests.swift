import Testing

@testable import TandemDomain

@Suite struct `The legal clock beside a count day by day` {
    /// A file followed one day after another, as a person with a calendar would.
    struct Simulation {
        let term: DecisionTerm
        let isWorkingDay: (Day) -> Bool
        var used = 0
        var isRunning = false
        var isHeld = false
        var isIncomplete = false
        var isOver = false
        var hasStarted = false
        /// The day on which the last day of the term was used up.
        var lastDay: Day?

        /// What happens in the course of a day; the day itself was counted or not before, by how it began.
        mutating func apply(_ kind: ClockStep.Kind, on day: Day) {
            switch kind {
            case .started:
                if hasStarted && isIncomplete && term.onIncomplete == .continues {
                    if lastDay != nil { lastDay = day }
                } else {
                    (used, lastDay) = (0, nil)
                }
                (hasStarted, isRunning, isHeld, isIncomplete) = (true, true, false, false)
            case .paused:
                if term.onHold == .pause { (isRunning, isHeld) = (false, true) }
            case .resumed:
                guard isHeld else { return }
                if lastDay != nil { lastDay = day }
                (isRunning, isHeld) = (true, false)
            case .stopped: (isRunning, isHeld, isIncomplete) = (false, false, true)
            case .ended: (isRunning, isOver) = (false, true)
            }
        }

        /// A day uses up the term where the clock ran when it began.
        mutating func begin(_ day: Day) {
            guard isRunning, term.unit == .calendarDays || isWorkingDay(day) else { return }
            used += 1
            if used == term.days { lastDay = day }
        }
    }

    @Test func `gives the same due day for random files`() {
        let seed = UInt64.random(in: 0...(.max))
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        for _ in 0..<3000 {
            let (clock, steps) = Self.randomFile(&random)
            guard Self.isInTime(clock.term, steps) else { continue }
            let expected = Self.simulatedDueDay(clock.term, steps)
            let due = clock.dueDay(after: steps)
            #expect(due == expected, "seed \(seed): \(clock.term) \(steps)")
            Self.expectReading(of: clock, steps, due: due, seed)
        }
    }

    static func isWorkingDay(_ day: Day) -> Bool { !day.weekday.isWeekend && day.number % 17 != 0 }

    static func randomFile(_ random: inout SplitMix) -> (LegalClock, [ClockStep]) {
        let term = DecisionTerm(
            days: Int.random(in: 1...20, using: &random),
            unit: Bool.random(using: &random) ? .calendarDays : .workingDays,
            onIncomplete: Bool.random(using: &random) ? .restart : .continues,
            onHold: Bool.random(using: &random) ? .pause : .run
        )
        var day = Day(number: 18_800 + Int32.random(in: 0...30, using: &random))
        var steps = [ClockStep(.started, on: day)]
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let last = steps[steps.count - 1].kind
            guard let next = following(last).randomElement(using: &random) else { break }
            day = day.adding(days: Int.random(in: 0...4, using: &random))
            steps.append(ClockStep(next, on: day))
        }
        return (LegalClock(term: term, isWorkingDay: isWorkingDay), steps)
    }

    /// What the lifecycle lets follow.
    static func following(_ kind: ClockStep.Kind) -> [ClockStep.Kind] {
        switch kind {
        case .started, .resumed: [.paused, .stopped, .paused, .ended]
        case .paused: [.resumed, .resumed, .ended]
        case .stopped: [.started, .started, .ended]
        case .ended: []
        }
    }

    static func simulatedDueDay(_ term: DecisionTerm, _ steps: [ClockStep]) -> Day? {
        var file = Simulation(term: term, isWorkingDay: isWorkingDay)
        var day = steps[0].on
        let lastDay = steps[steps.count - 1].on
        while day <= lastDay {
            file.begin(day)
            for step in steps where step.on == day { file.apply(step.kind, on: day) }
            day = day.adding(days: 1)
        }
        guard file.isRunning else { return nil }
        while file.lastDay == nil {
            file.begin(day)
            day = day.adding(days: 1)
        }
        return file.lastDay
    }

    /// Whether the law did not approve before one of the steps: nothing happens to such a file any more.
    static func isInTime(_ term: DecisionTerm, _ steps: [ClockStep]) -> Bool {
        steps.indices.dropFirst().allSatisfy { index in
            simulatedDueDay(term, Array(steps[..<index])).map { steps[index].on <= $0 } ?? true
        }
    }

    static func expectReading(of clock: LegalClock, _ steps: [ClockStep], due: Day?, _ seed: UInt64) {
        let last = steps[steps.count - 1].on
        for offset in 0...40 {
            let today = last.adding(days: offset)
            switch clock.reading(of: steps, on: today).state {
            case .running(let dueOn, let left):
                #expect(dueOn == due && today <= dueOn && left == dueOn.days(since: today), "seed \(seed)")
            case .lapsed(let dueOn, let effectiveOn):
                #expect(dueOn == due && today > dueOn && effectiveOn.days(since: dueOn) == 1, "seed \(seed)")
            case .paused, .stopped, .ended: #expect(due == nil, "seed \(seed)")
            case .notStarted: Issue.record("seed \(seed): not started")
            }
        }
    }
}

/// A small generator whose state is printed with a failure.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
