package import TandemDomain
internal import TandemStore

extension Counter {
    /// Sets what is done next with a prospect, and when; without a day it stands behind those that have one.
    ///
    /// - Throws: ``Refusal``.
    package func plan(
        _ id: Identifier<Prospect>,
        _ next: NextStep,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            guard prospect.state.isOpen, prospect.state != .later else {
                throw Refusal.prospectNotFrom(prospect.state)
            }
            prospect.plan(next)
            try desk.save(&prospect, act: "planned")
        }
    }

    /// Lets a prospect rest until a day.
    ///
    /// - Throws: ``Refusal/dayNotAhead``, or another ``Refusal``.
    package func postpone(
        _ id: Identifier<Prospect>,
        until day: Day,
        step: String,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            try desk.postpone(&prospect, until: day, step: step)
        }
    }
}

extension Desk {
    mutating func postpone(_ prospect: inout ProspectRecord, until day: Day, step: String) throws {
        if day <= today { throw Refusal.dayNotAhead }
        try move(&prospect, .postpone) {
            $0.laterOn = day
            $0.nextOn = nil
            $0.nextStep = step
        }
    }
}
