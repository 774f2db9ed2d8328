package import TandemDomain
package import TandemStore

/// What a contact with a prospect led to.
package enum ContactResult: Sendable, Hashable {
    /// Spoken to, without an answer yet.
    case spoken
    case interested
    case later(Day)
    case refused(RefusalGround)
}

extension Counter {
    /// Records a contact with a prospect, what it led to, and what is done next.
    ///
    /// - Throws: ``Refusal``.
    package func recordContact(
        with id: Identifier<Prospect>,
        _ note: ContactNote,
        _ result: ContactResult,
        next: NextStep = NextStep(),
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            if note.heldOn > desk.today { throw Refusal.dayInFuture }
            try desk.apply(result, to: &prospect, next: next)
            let subject = ContactSubject(prospect.enterprise, at: prospect.establishment, prospect: id)
            try desk.write(note, with: subject, outcome: prospect.state)
        }
    }

    /// Records a contact with a company that is on no list, or with a school.
    ///
    /// - Throws: ``Refusal``.
    package func recordContact(_ note: ContactNote, with subject: ContactSubject, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            _ = try desk.callingOrganisation()
            if note.heldOn > desk.today { throw Refusal.dayInFuture }
            if let provider = subject.provider, desk.reference.provider(provider) == nil {
                throw Refusal.unknownCode(provider.rawValue)
            }
            try desk.write(note, with: subject, outcome: nil)
        }
    }
}

extension Desk {
    /// Moves a prospect as a contact left it.
    fileprivate mutating func apply(
        _ result: ContactResult,
        to prospect: inout ProspectRecord,
        next: NextStep
    ) throws {
        switch result {
        case .spoken: try move(&prospect, .contact) { $0.plan(next) }
        case .interested: try move(&prospect, .interest) { $0.plan(next) }
        case .later(let day): try postpone(&prospect, until: day, step: next.text)
        case .refused(let ground): try refuse(&prospect, ground)
        }
    }

    /// The contact that a follow-up of a renewal is.
    mutating func recordContact(about recognition: RecognitionRecord, _ kind: ContactKind, note: String) throws {
        guard let company = try session.company(recognition.company),
            let place = try session.establishment(recognition.establishment)
        else { throw Refusal.notFound }
        try write(
            ContactNote(
                heldOn: today,
                kind: kind,
                purpose: .renewal,
                sector: reference.training(recognition.training)?.submittingSector,
                text: note
            ),
            with: ContactSubject(company.number, at: place.number, recognition: recognition.id),
            outcome: nil
        )
    }

    /// Writes a contact down, on the day it was held.
    fileprivate mutating func write(_ note: ContactNote, with subject: ContactSubject, outcome: ProspectState?) throws {
        guard let organisation = actor.organisation else { throw Refusal.notAllowed }
        let id = try session.addContact(
            note,
            with: subject,
            outcome: outcome,
            by: account(),
            of: organisation
        )
        try record(.contact, id, act: "recorded", on: note.heldOn)
    }
}

extension ProspectRecord {
    mutating func plan(_ next: NextStep) {
        nextStep = next.text
        nextOn = next.on
    }
}
