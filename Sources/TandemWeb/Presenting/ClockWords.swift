package import TandemDomain

extension Presenter {
    /// What the legal clock says, sentence by sentence.
    package func explanation(of reading: ClockReading) -> [Word] { reading.explanation.map(sentence) }

    private func sentence(_ sentence: ClockSentence) -> Word {
        switch sentence {
        case .startedOn(let day): Word("clock.startedOn", ["day": DutchFormat.day(day)])
        case .restartedOn(let day): Word("clock.restartedOn", ["day": DutchFormat.day(day)])
        case .stoodStill(let days, let from, let until):
            Word(
                "clock.stoodStill",
                ["from": DutchFormat.day(from), "until": DutchFormat.day(until)],
                count: days
            )
        case .standsStillSince(let day): Word("clock.standsStillSince", ["day": DutchFormat.day(day)])
        case .stoppedAsIncompleteOn(let day): Word("clock.stoppedAsIncompleteOn", ["day": DutchFormat.day(day)])
        case .dueOn(let day, let term, .calendarDays):
            Word("clock.dueOnCalendar", ["day": DutchFormat.weekday(day), "term": String(term)])
        case .dueOn(let day, let term, .workingDays):
            Word("clock.dueOnWorking", ["day": DutchFormat.weekday(day), "term": String(term)])
        case .lawDecidedOn(let day): Word("clock.lawDecidedOn", ["day": DutchFormat.day(day)])
        case .endedOn(let day): Word("clock.endedOn", ["day": DutchFormat.day(day)])
        }
    }

    /// Whose move it is and what silence means, for the applicant.
    package func nextMove(_ status: ApplicationStatus, _ reading: ClockReading) -> Word {
        switch (status, reading.state) {
        case (.draft, _): "clock.moveDraft"
        case (.incomplete, _): "clock.moveIncomplete"
        case (.submitted, .running(let due, _)), (.inProcess, .running(let due, _)), (.onHold, .running(let due, _)):
            Word(
                "clock.moveHandler",
                ["due": DutchFormat.day(due), "law": DutchFormat.day(due.adding(days: 1))]
            )
        case (.onHold, _): "clock.moveOnHold"
        case (.submitted, _), (.inProcess, _): "clock.moveLaw"
        case (.cancelled, _): "clock.moveCancelled"
        case (.approved, _): "clock.moveApproved"
        case (.rejected, _): "clock.moveRejected"
        }
    }
}
