package import TandemDomain
internal import TandemStore

extension Counter {
    /// Takes a prospect that nobody has; of two who do so at once, one gets it and the other reads who.
    ///
    /// - Throws: ``Refusal/claimedBy(_:_:since:)``, or another ``Refusal``.
    package func claim(_ id: Identifier<Prospect>, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            let organisation = try desk.callingOrganisation()
            let prospect = try desk.prospect(id, since: nil)
            guard prospect.state == .new else {
                throw prospect.state.isOpen ? try desk.claimed(prospect) : Refusal.prospectNotFrom(prospect.state)
            }
            try desk.requireMayCall(prospect.establishment, of: prospect.enterprise)
            _ = try desk.claim(prospect, for: desk.account(), of: organisation)
        }
    }

    /// Gives a prospect back, so that anybody may take it; what was written of it stays with the organisation.
    ///
    /// - Throws: ``Refusal``.
    package func release(_ id: Identifier<Prospect>, since version: Int?, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            try desk.move(&prospect, .release) {
                $0.owner = nil
                $0.claimedOn = nil
                $0.nextOn = nil
                $0.nextStep = ""
            }
        }
    }

    /// Hands a prospect to a colleague of the same organisation.
    ///
    /// - Throws: ``Refusal``.
    package func assign(
        _ id: Identifier<Prospect>,
        to colleague: Identifier<Account>,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            try desk.requireColleague(colleague, in: prospect.organisation)
            if prospect.state == .new {
                _ = try desk.claim(prospect, for: colleague, of: prospect.organisation)
                return
            }
            guard prospect.state.isOpen else { throw Refusal.prospectNotFrom(prospect.state) }
            prospect.owner = colleague
            prospect.claimedOn = desk.today
            try desk.save(&prospect, act: "assigned")
        }
    }
}

extension Desk {
    /// Claims a prospect for somebody; one that another organisation gave back comes without its notes.
    mutating func claim(
        _ prospect: ProspectRecord,
        for owner: Identifier<Account>,
        of organisation: Organisation
    ) throws -> Identifier<Prospect> {
        var prospect = prospect
        let day = today
        try move(&prospect, .claim) {
            if $0.organisation != organisation { $0.listName = "" }
            $0.organisation = organisation
            $0.owner = owner
            $0.claimedOn = day
        }
        return prospect.id
    }
}
