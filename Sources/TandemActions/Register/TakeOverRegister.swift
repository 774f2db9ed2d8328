package import TandemDomain
internal import TandemStore

/// What becomes of something that the company register tells otherwise.
package enum RegisterAnswer: String, CaseIterable, Sendable, Hashable {
    /// The counter takes name and address over.
    case takeOver = "take_over"
    /// The counter keeps what it has.
    case keep
}

extension Counter {
    /// Answers what the company register tells otherwise of a company, or of one of its establishments.
    ///
    /// The company itself and who holds its mandate may answer; a handler may through a file that he handles.
    ///
    /// - Throws: ``Refusal/notFound`` where nothing is told otherwise, or another ``Refusal``.
    package func answerRegister(
        _ answer: RegisterAnswer,
        of company: Identifier<Company>,
        establishment: Identifier<Establishment>?,
        through file: Identifier<RecognitionApplication>? = nil,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            try desk.requireAnswering(of: company, through: file)
            let links = try desk.session.registerLinks(of: company)
            guard let link = establishment.map({ links.establishments[$0] }) ?? links.company, !link.changes.isEmpty
            else { throw Refusal.notFound }
            switch answer {
            case .takeOver:
                if let establishment {
                    try desk.takeOver(link.facts, establishment, of: company)
                } else {
                    try desk.takeOver(link.facts, company)
                }
            case .keep: break
            }
            try desk.session.settleChanges(of: link)
        }
    }
}

extension Desk {
    fileprivate func requireAnswering(
        of company: Identifier<Company>,
        through id: Identifier<RecognitionApplication>?
    ) throws {
        guard let id else { return try require(.manageCompany, subject(of: company)) }
        let file = try file(id, since: nil)
        guard file.company == company else { throw Refusal.notFound }
        try require(.settleTask, subject(of: file))
    }

    fileprivate mutating func takeOver(_ facts: RegisterFacts, _ id: Identifier<Company>) throws {
        guard let company = try session.company(id) else { throw Refusal.notFound }
        var details = company.details
        if !facts.name.isEmpty { details.name = facts.name }
        if facts.hasAddress, let postalCode = facts.postalCode {
            (details.street, details.postalCode) = (facts.street, postalCode)
        }
        if details == company.details { return }
        guard try session.change(id, to: details, since: company.version) else {
            throw try changedMeanwhile(.company, id.rawValue)
        }
        try record(.company, id.rawValue, version: company.version + 1, act: "changed")
    }

    fileprivate mutating func takeOver(
        _ facts: RegisterFacts,
        _ id: Identifier<Establishment>,
        of company: Identifier<Company>
    ) throws {
        guard let place = try session.establishment(id), place.company == company else { throw Refusal.notFound }
        let address = facts.postalCode.flatMap { facts.hasAddress ? (facts.street, $0) : nil }
        let (street, postalCode) = address ?? (place.street, place.postalCode)
        let name = facts.name.isEmpty ? place.name : facts.name
        if (name, street, postalCode) == (place.name, place.street, place.postalCode) { return }
        guard try session.change(place, name: name, street: street, postalCode: postalCode) else {
            throw try changedMeanwhile(.establishment, id.rawValue)
        }
        try record(.establishment, id.rawValue, version: place.version + 1, act: "changed")
    }
}
