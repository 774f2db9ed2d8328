package import TandemDomain
internal import TandemSQL
internal import TandemStore

/// An establishment of the company register that goes on a call list, as the register has it today.
package struct NewProspect: Sendable, Hashable {
    package let establishment: EstablishmentNumber
    package let enterprise: CompanyNumber
    package let name: String
    package let municipality: String
    package let isNaturalPerson: Bool
    package let score: Int?

    package init(
        establishment: EstablishmentNumber,
        enterprise: CompanyNumber,
        name: String,
        municipality: String,
        isNaturalPerson: Bool,
        score: Int? = nil
    ) {
        self.establishment = establishment
        self.enterprise = enterprise
        self.name = name
        self.municipality = municipality
        self.isNaturalPerson = isNaturalPerson
        self.score = score
    }
}

/// What is done next with a prospect, and when.
package struct NextStep: Sendable, Hashable {
    package let text: String
    package let on: Day?

    package init(_ text: String = "", on day: Day? = nil) {
        self.text = text
        on = day
    }
}

extension Desk {
    /// The organisation for which the actor calls.
    func callingOrganisation() throws -> Organisation {
        try require(.prospect, .register)
        guard let organisation = actor.organisation else { throw Refusal.notAllowed }
        return organisation
    }

    /// The prospect, if nobody changed it since the version that the person saw.
    func prospect(_ id: Identifier<Prospect>, since version: Int?) throws -> ProspectRecord {
        guard let prospect = try session.prospect(id) else { throw Refusal.notFound }
        if let version, version != prospect.version { throw try changedMeanwhile(.prospect, id.rawValue) }
        return prospect
    }

    /// The prospect of the actor's own organisation; others learn no more than that it is not theirs (R72).
    func ownProspect(_ id: Identifier<Prospect>, since version: Int?) throws -> ProspectRecord {
        let organisation = try callingOrganisation()
        let prospect = try prospect(id, since: nil)
        guard prospect.organisation == organisation else { throw Refusal.notAllowed }
        return try self.prospect(id, since: version)
    }

    /// Moves a prospect along an arrow of its lifecycle; what belongs to one state alone goes with it.
    ///
    /// - Throws: ``Refusal`` where the table has no such arrow, or the person may not.
    mutating func move(
        _ prospect: inout ProspectRecord,
        _ move: ProspectMove,
        note: String? = nil,
        change: (inout ProspectRecord) -> Void = { _ in }
    ) throws {
        guard let arrow = Lifecycle.prospect.arrow(from: prospect.state, by: move) else {
            throw Refusal.prospectNotFrom(prospect.state)
        }
        guard actor.may(move, from: prospect.state, of: prospect.organisation) else { throw Refusal.notAllowed }
        prospect.state = arrow.to
        prospect.laterOn = nil
        prospect.ground = nil
        prospect.closedOn = arrow.to.isOpen ? nil : today
        change(&prospect)
        try save(&prospect, act: move.rawValue, note: note)
    }

    mutating func save(_ prospect: inout ProspectRecord, act: String, note: String? = nil) throws {
        guard try session.change(prospect) else { throw try changedMeanwhile(.prospect, prospect.id.rawValue) }
        prospect.version += 1
        try record(.prospect, prospect.id.rawValue, version: prospect.version, act: act, note: note)
    }

    /// Refuses where the establishment, or its company, asked not to be called.
    func requireMayCall(_ establishment: EstablishmentNumber, of enterprise: CompanyNumber) throws {
        if let asked = try session.doNotCall(establishment, of: enterprise) {
            throw Refusal.doNotCall(since: asked.since)
        }
    }

    /// Who has a prospect, for the one who came second.
    func claimed(_ prospect: ProspectRecord) throws -> Refusal {
        let name = try prospect.owner.flatMap { owner in try session.accountNames([owner])[owner] }
        return .claimedBy(name, prospect.organisation, since: prospect.claimedOn ?? prospect.madeOn)
    }

    /// Refuses an account that does not call for the organisation.
    func requireColleague(_ account: Identifier<Account>, in organisation: Organisation) throws {
        let colleagues = try session.capacities(for: organisation).filter {
            $0.account == account && $0.actor.may(.prospect, to: .register, on: today)
        }
        if colleagues.isEmpty { throw Refusal.notAllowed }
    }
}
