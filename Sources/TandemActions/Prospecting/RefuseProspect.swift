package import TandemDomain
internal import TandemStore

extension Counter {
    /// Notes that a company is not interested, and why.
    ///
    /// - Throws: ``Refusal``.
    package func refuse(
        _ id: Identifier<Prospect>,
        _ ground: RefusalGround,
        note: String,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            try desk.refuse(&prospect, ground, note: note.isEmpty ? nil : note)
        }
    }

    /// Takes up again a prospect that said no, if nobody else works with the establishment meanwhile.
    ///
    /// - Throws: ``Refusal``.
    package func reopen(_ id: Identifier<Prospect>, since version: Int?, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            try desk.requireMayCall(prospect.establishment, of: prospect.enterprise)
            if let open = try desk.session.openProspect(at: prospect.establishment), open.id != id {
                throw try desk.claimed(open)
            }
            let (owner, day) = (try desk.account(), desk.today)
            try desk.move(&prospect, .reopen) {
                $0.owner = owner
                $0.claimedOn = day
            }
        }
    }
}

extension Desk {
    mutating func refuse(_ prospect: inout ProspectRecord, _ ground: RefusalGround, note: String? = nil) throws {
        try move(&prospect, .refuse, note: note) {
            $0.ground = ground
            $0.nextOn = nil
            $0.nextStep = ""
        }
    }
}
