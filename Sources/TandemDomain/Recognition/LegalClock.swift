/// The figures that decide how long a partnership may take (*beslissingstermijn*); looked up on the day of submission.
package struct DecisionTerm: Hashable, Sendable {
    /// How many days; the day of submission is day 0.
    package let days: Int
    package let unit: TermUnit
    package let onIncomplete: IncompleteEffect
    package let onHold: HoldEffect

    package init(days: Int, unit: TermUnit, onIncomplete: IncompleteEffect, onHold: HoldEffect) {
        self.days = days
        self.unit = unit
        self.onIncomplete = onIncomplete
        self.onHold = onHold
    }
}

/// Something that happened to a file and moves its clock.
package struct ClockStep: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        /// Submitted, for the first time or again.
        case started
        /// Put on hold (*in wacht*).
        case paused
        /// Handling was resumed.
        case resumed
        /// Sent back as incomplete (*dossier onvolledig*).
        case stopped
        /// Decided or cancelled: the clock is over.
        case ended
    }

    package let kind: Kind
    package let on: Day

    package init(_ kind: Kind, on day: Day) {
        self.kind = kind
        on = day
    }
}

/// What the legal clock of a file shows on a day.
package struct ClockReading: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case notStarted
        /// The term runs; a decision on `dueOn` is still in time, and so many days are left (0 on the last).
        case running(dueOn: Day, daysLeft: Int)
        /// On hold; so many days will be left when it runs again.
        case paused(since: Day, daysLeft: Int)
        /// Sent back as incomplete; no day is due until it is submitted again.
        case stopped(since: Day)
        /// Nobody decided in time: the law approved with effect on `effectiveOn`, the first day after the term (R12).
        case lapsed(dueOn: Day, effectiveOn: Day)
        case ended(on: Day)
    }

    package let state: State
    /// The day the present term started on.
    package let startedOn: Day?
    /// Calendar days that the present term stood still.
    package let daysStill: Int
    /// The explanation, sentence by sentence; the words are in the catalogue.
    package let explanation: [ClockSentence]
}

/// One sentence of the explanation of a term.
package enum ClockSentence: Hashable, Sendable {
    case startedOn(Day)
    case restartedOn(Day)
    case stoodStill(days: Int, from: Day, until: Day)
    case standsStillSince(Day)
    case stoppedAsIncompleteOn(Day)
    case dueOn(Day, term: Int, unit: TermUnit)
    case lawDecidedOn(Day)
    case endedOn(Day)
}

/// The legal clock: a pure calculator of the term for deciding (R11–R13).
package struct LegalClock: Sendable {
    package let term: DecisionTerm
    private let isWorkingDay: @Sendable (Day) -> Bool

    /// - Parameters:
    ///   - term: the figures of the day of submission.
    ///   - isWorkingDay: whether a day counts where the unit is working days.
    package init(term: DecisionTerm, isWorkingDay: @escaping @Sendable (Day) -> Bool) {
        self.term = term
        self.isWorkingDay = isWorkingDay
    }

    /// What the clock shows on `today`, after these steps in order.
    package func reading(of steps: [ClockStep], on today: Day) -> ClockReading {
        var run = Run(term: term)
        for step in steps { run.take(step) }
        return reading(of: run, on: today)
    }

    /// The last day on which a decision is in time; nothing while the file is incomplete, on hold or ended.
    package func dueDay(after steps: [ClockStep]) -> Day? {
        var run = Run(term: term)
        for step in steps { run.take(step) }
        guard let startedOn = run.startedOn, run.endedOn == nil, run.stillSince == nil else { return nil }
        return dueDay(from: startedOn, still: run.still)
    }

    private func reading(of run: Run, on today: Day) -> ClockReading {
        guard let startedOn = run.startedOn else {
            return ClockReading(state: .notStarted, startedOn: nil, daysStill: 0, explanation: [])
        }
        let daysStill = run.still.reduce(0) { $0 + $1.resumed.days(since: $1.paused) }
        var explanation = run.explanation
        func result(_ state: ClockReading.State, _ last: [ClockSentence]) -> ClockReading {
            explanation += last
            return ClockReading(
                state: state,
                startedOn: startedOn,
                daysStill: daysStill,
                explanation: explanation
            )
        }
        if let endedOn = run.endedOn { return result(.ended(on: endedOn), [.endedOn(endedOn)]) }
        if let since = run.stillSince {
            if run.isIncomplete { return result(.stopped(since: since), [.stoppedAsIncompleteOn(since)]) }
            let left = term.days - counted(from: startedOn, to: since, still: run.still)
            return result(.paused(since: since, daysLeft: max(0, left)), [.standsStillSince(since)])
        }
        let due = dueDay(from: startedOn, still: run.still)
        let dueSentence = ClockSentence.dueOn(due, term: term.days, unit: term.unit)
        guard today > due else { return result(.running(dueOn: due, daysLeft: due.days(since: today)), [dueSentence]) }
        let effectiveOn = due.adding(days: 1)
        return result(.lapsed(dueOn: due, effectiveOn: effectiveOn), [dueSentence, .lawDecidedOn(effectiveOn)])
    }

    /// The day on which the last counted day of the term falls.
    private func dueDay(from start: Day, still: [StandStill]) -> Day {
        var day = start
        var left = term.days
        while left > 0 {
            day = day.adding(days: 1)
            if counts(day, still: still) { left -= 1 }
        }
        // A term that came to stand still on its last day ends on the day it runs again.
        for stop in still where stop.paused == day { day = stop.resumed }
        return day
    }

    private func counted(from start: Day, to end: Day, still: [StandStill]) -> Int {
        guard end > start else { return 0 }
        return (1...end.days(since: start)).count { counts(start.adding(days: $0), still: still) }
    }

    /// Whether a day uses up the term: it may not lie in a stand-still, and must be a working day where those are counted.
    private func counts(_ day: Day, still: [StandStill]) -> Bool {
        if still.contains(where: { $0.paused < day && day <= $0.resumed }) { return false }
        switch term.unit {
        case .calendarDays: return true
        case .workingDays: return isWorkingDay(day)
        }
    }
}

/// A time in which the term did not run: held or sent back on `paused`, taken up again on `resumed`.
private struct StandStill {
    let paused: Day
    let resumed: Day
}

/// The steps of a file, folded.
private struct Run {
    let term: DecisionTerm
    var startedOn: Day?
    var still: [StandStill] = []
    var stillSince: Day?
    var isIncomplete = false
    var endedOn: Day?
    var explanation: [ClockSentence] = []

    mutating func take(_ step: ClockStep) {
        switch step.kind {
        case .started: start(on: step.on)
        case .paused:
            guard case .pause = term.onHold else { return }
            stillSince = step.on
        case .resumed: runAgain(on: step.on)
        case .stopped:
            runAgain(on: step.on)
            stillSince = step.on
            isIncomplete = true
        case .ended:
            runAgain(on: step.on)
            endedOn = step.on
        }
    }

    private mutating func start(on day: Day) {
        guard startedOn != nil, isIncomplete, case .continues = term.onIncomplete else {
            explanation = [startedOn == nil ? .startedOn(day) : .restartedOn(day)]
            startedOn = day
            still = []
            stillSince = nil
            isIncomplete = false
            return
        }
        runAgain(on: day)
    }

    private mutating func runAgain(on day: Day) {
        guard let since = stillSince else { return }
        if day > since {
            still.append(StandStill(paused: since, resumed: day))
            explanation.append(.stoodStill(days: day.days(since: since), from: since, until: day))
        }
        stillSince = nil
        isIncomplete = false
    }
}
