package import TandemDomain
internal import TandemStore

/// What became of candidates that were put on a call list.
package struct ListedProspects: Sendable, Hashable {
    package var made: [Identifier<Prospect>] = []
    /// Those that were left out, and why.
    package var refused: [Refused] = []

    /// An establishment that was left out.
    package struct Refused: Sendable, Hashable {
        package let establishment: EstablishmentNumber
        package let reason: Refusal
    }
}

/// What a call list is for, and whose it is.
package struct CallList: Sendable, Hashable {
    package var training: TrainingCode
    package var provider: ProviderCode?
    package var name: String
    /// Who calls; nobody leaves them to whoever of the organisation is first.
    package var owner: Identifier<Account>?

    package init(
        training: TrainingCode,
        provider: ProviderCode? = nil,
        name: String = "",
        owner: Identifier<Account>? = nil
    ) {
        self.training = training
        self.provider = provider
        self.name = name
        self.owner = owner
    }
}

extension Counter {
    /// Puts candidates on the call list of a colleague, or of the whole organisation.
    ///
    /// What somebody else works with, or what asked not to be called, is left out and named; the others go on the list.
    ///
    /// - Throws: ``Refusal``.
    package func list(_ candidates: [NewProspect], on list: CallList, by actor: Actor) async throws -> ListedProspects {
        try await act(by: actor) { desk in
            let organisation = try desk.callingOrganisation()
            guard desk.reference.training(list.training) != nil else {
                throw Refusal.unknownCode(list.training.rawValue)
            }
            if let owner = list.owner { try desk.requireColleague(owner, in: organisation) }
            var listed = ListedProspects()
            for candidate in candidates {
                do {
                    listed.made.append(try desk.add(candidate, to: list, of: organisation))
                } catch let refusal as Refusal {
                    listed.refused.append(.init(establishment: candidate.establishment, reason: refusal))
                }
            }
            return listed
        }
    }
}

extension Desk {
    /// Makes one prospect, or claims the one that nobody has; nothing is written where it is refused.
    fileprivate mutating func add(
        _ candidate: NewProspect,
        to list: CallList,
        of organisation: Organisation
    ) throws -> Identifier<Prospect> {
        try requireMayCall(candidate.establishment, of: candidate.enterprise)
        if let open = try session.openProspect(at: candidate.establishment) {
            guard open.state == .new, let owner = list.owner else { throw try claimed(open) }
            return try claim(open, for: owner, of: organisation)
        }
        var prospect = ProspectRecord(
            establishment: candidate.establishment,
            enterprise: candidate.enterprise,
            name: candidate.name,
            municipality: candidate.municipality,
            isNaturalPerson: candidate.isNaturalPerson,
            training: list.training,
            provider: list.provider,
            listName: list.name,
            organisation: organisation,
            score: candidate.score,
            madeOn: today
        )
        if let owner = list.owner {
            prospect.owner = owner
            prospect.claimedOn = today
            prospect.state = .toCall
        }
        let id = try session.add(prospect)
        try record(.prospect, id.rawValue, act: "made")
        return id
    }
}
