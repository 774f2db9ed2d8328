package import TandemDomain
package import TandemStore

extension Counter {
    /// Finds a company by its number, or adds it as it describes itself.
    ///
    /// A counsellor does this before there can be a mandate; it gives no right over the company's files.
    ///
    /// - Throws: ``Refusal/notAllowed`` for roles that never apply.
    package func findOrAddCompany(
        _ number: CompanyNumber,
        _ details: CompanyDetails,
        by actor: Actor
    ) async throws -> Identifier<Company> {
        try await act(by: actor) { desk in
            guard actor.role.needsMandate else { throw Refusal.notAllowed }
            if let company = try desk.session.company(number) { return company.id }
            let id = try desk.session.addCompany(number, details)
            try desk.record(.company, id.rawValue, act: "added")
            return id
        }
    }

    /// Changes what a company says of itself.
    ///
    /// - Throws: ``Refusal``.
    package func changeCompany(
        _ id: Identifier<Company>,
        to details: CompanyDetails,
        since version: Int,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            try desk.require(.manageCompany, desk.subject(of: id))
            guard try desk.session.change(id, to: details, since: version) else {
                throw try desk.changedMeanwhile(.company, id.rawValue)
            }
            try desk.record(.company, id.rawValue, version: version + 1, act: "changed")
        }
    }

    /// Adds an establishment to a company, or finds the one of this company with the number.
    ///
    /// - Throws: ``Refusal/establishmentOfOther`` where the number belongs to another company.
    package func addEstablishment(
        _ number: EstablishmentNumber,
        of company: Identifier<Company>,
        name: String,
        street: String,
        postalCode: PostalCode,
        by actor: Actor
    ) async throws -> Identifier<Establishment> {
        try await act(by: actor) { desk in
            try desk.require(.manageCompany, desk.subject(of: company))
            if let known = try desk.session.establishment(number) {
                guard known.company == company else { throw Refusal.establishmentOfOther }
                return known.id
            }
            let id = try desk.session.addEstablishment(
                number,
                of: company,
                name: name,
                street: street,
                postalCode: postalCode
            )
            try desk.record(.establishment, id.rawValue, act: "added")
            return id
        }
    }
}
