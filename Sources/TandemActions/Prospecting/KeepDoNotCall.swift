package import TandemDomain
internal import TandemSQL
internal import TandemStore

/// What asked not to be called: a whole company, or one establishment.
package enum CallTarget: Sendable, Hashable {
    case company(CompanyNumber)
    case establishment(EstablishmentNumber)

    /// The ten digits.
    package var number: String {
        switch self {
        case .company(let number): number.digits
        case .establishment(let number): number.digits
        }
    }
}

extension Counter {
    /// Notes that a company, or one establishment, asked not to be called; its open prospects end, whoever has them.
    ///
    /// - Throws: ``Refusal``.
    package func doNotCall(_ target: CallTarget, reason: String, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            let organisation = try desk.callingOrganisation()
            if reason.allSatisfy(\.isWhitespace) { throw Refusal.reasonMissing }
            if let asked = try desk.session.doNotCall([target.number])[target.number] {
                throw Refusal.doNotCall(since: asked.since)
            }
            let id = try desk.session.addDoNotCall(
                target.number,
                reason: reason,
                on: desk.today,
                by: desk.account(),
                of: organisation
            )
            try desk.record(.doNotCall, id, act: "asked")
            for var prospect in try desk.openProspects(of: target) { try desk.leaveAlone(&prospect) }
        }
    }

    /// Lifts it, where the company changed its mind; only who noted it, or the department, may.
    ///
    /// - Throws: ``Refusal``.
    package func liftDoNotCall(_ id: Int64, since version: Int?, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            let organisation = try desk.callingOrganisation()
            guard let asked = try desk.session.doNotCall(id) else { throw Refusal.notFound }
            guard actor.role == .department || asked.organisation == organisation else { throw Refusal.notAllowed }
            if let version, version != asked.version { throw try desk.changedMeanwhile(.doNotCall, id) }
            guard try desk.session.liftDoNotCall(id, on: desk.today, by: desk.account()) else {
                throw try desk.changedMeanwhile(.doNotCall, id)
            }
            try desk.record(.doNotCall, id, version: asked.version + 1, act: "lifted")
        }
    }
}

extension Desk {
    fileprivate func openProspects(of target: CallTarget) throws -> [ProspectRecord] {
        switch target {
        case .company(let number): try session.openProspects(of: number)
        case .establishment(let number): try session.openProspect(at: number).map { [$0] } ?? []
        }
    }

    /// Ends a prospect, also that of another organisation: the wish of the company goes before who has it.
    fileprivate mutating func leaveAlone(_ prospect: inout ProspectRecord) throws {
        try move(&prospect, .leaveAlone) {
            $0.ground = .doNotCall
            $0.nextOn = nil
            $0.nextStep = ""
        }
    }
}
