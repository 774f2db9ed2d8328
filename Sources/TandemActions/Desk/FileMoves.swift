package import TandemDomain
internal import TandemStore

extension Desk {
    /// The legal clock of a file, by the figures of the day it was submitted.
    func clock(of file: ApplicationRecord) -> LegalClock {
        counter.legalClock(submittedOn: file.submittedOn ?? today)
    }

    /// Moves a file along an arrow of its lifecycle: status, clock, due day, row and event.
    ///
    /// It takes effect today unless another day is given; `change` says what else changes with it.
    ///
    /// - Throws: ``Refusal`` where the table has no such arrow, the role has not got it, or the mandate lacks.
    mutating func move(
        _ file: inout ApplicationRecord,
        _ act: ApplicationMove,
        on day: Day? = nil,
        note: String? = nil,
        change: (inout ApplicationRecord) -> Void = { _ in }
    ) throws {
        try require(act.permission, subject(of: file))
        guard let arrow = Lifecycle.application.arrow(from: file.status, by: act) else {
            throw Refusal.notFrom(file.status)
        }
        guard arrow.roles.contains(actor.role) else { throw Refusal.notAllowed }
        let day = day ?? today
        let wasSubmitted = file.submittedOn != nil
        file.status = arrow.to
        change(&file)
        if wasSubmitted || act == .submit, let step = act.clockStep {
            try session.add(ClockStep(step, on: day), to: file.id)
            file.dueOn = clock(of: file).dueDay(after: try session.clockSteps(of: file.id))
        }
        try save(&file, act: act.rawValue, on: day, note: note)
    }
}

extension ApplicationMove {
    /// What the move does to the legal clock.
    var clockStep: ClockStep.Kind? {
        switch self {
        case .submit, .resubmit: .started
        case .markIncomplete: .stopped
        case .hold: .paused
        case .resume: .resumed
        case .approve, .reject, .lapse, .cancel: .ended
        case .takeUp: nil
        }
    }
}

extension Counter {
    /// The legal clock by the figures in force on the day of submission.
    package func legalClock(submittedOn day: Day) -> LegalClock {
        let holidays = reference.holidays
        return LegalClock(term: reference.figures.decisionTerm(on: day)) { holidays.isWorkingDay($0) }
    }
}
