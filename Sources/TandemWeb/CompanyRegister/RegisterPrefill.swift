internal import TandemDomain
internal import TandemRegister
internal import TandemSQL

/// What the company register and its side file say of a company, to fill a form with.
struct RegisteredCompany: Sendable {
    let number: CompanyNumber
    let name: String
    let street: String
    let postalCode: PostalCode?
    let legalForm: String?
    let jointCommittee: JointCommitteeNumber?
    let employees: Int?
    /// Never of a natural person.
    let email: String?
    let telephone: String?
    let establishments: [RegisteredPlace]

    /// As the form of a company shows them.
    var formValues: [String: String] {
        [
            "name": name, "street": street, "postalCode": postalCode?.digits ?? "",
            "committee": jointCommittee?.rawValue ?? "", "employees": employees.map { String($0) } ?? "",
            "email": email ?? "", "telephone": telephone ?? "",
        ]
    }
}

/// An establishment as the company register has it.
struct RegisteredPlace: Sendable, Hashable {
    let number: EstablishmentNumber
    let name: String
    let street: String
    let postalCode: PostalCode
}

extension Site {
    /// How many establishments of a chain a form offers.
    static let mostOfferedPlaces = 60

    /// What the company register says of a company; nothing where there is no register, or it does not hold it.
    ///
    /// - Throws: ``SQLError``.
    func registered(_ number: CompanyNumber) async throws -> RegisteredCompany? {
        guard let register = try await companyRegister(),
            let enterprise = try await register.enterprise(EntityNumber(number)),
            let own = try await register.summaries(of: [enterprise.number]).first
        else { return nil }
        let numbers = Array(enterprise.establishments.prefix(Self.mostOfferedPlaces))
        let places = try await register.summaries(of: numbers).compactMap(\.place)
        let employer = try await register.employer(enterprise.number)
        let contacts = enterprise.type == .naturalPerson ? [] : enterprise.particulars.contacts
        let facts = own.facts
        return RegisteredCompany(
            number: number,
            name: facts.name,
            // A natural person has no address but that of where he works.
            street: facts.hasAddress ? facts.street : places.first?.street ?? "",
            postalCode: facts.hasAddress ? facts.postalCode : places.first?.postalCode,
            legalForm: enterprise.effectiveForm?.description,
            jointCommittee: employer?.jointCommittee.flatMap { JointCommitteeNumber($0) },
            employees: employer?.employees,
            email: contacts.first { $0.type == .email }?.value,
            telephone: contacts.first { $0.type == .telephone }?.value,
            establishments: places
        )
    }

    /// Companies of the register by the words of their name; nothing where there is no register.
    ///
    /// - Throws: ``SQLError``.
    func registered(named words: String, limit: Int) async throws -> (total: Int, found: [EntitySummary])? {
        guard let register = try await companyRegister() else { return nil }
        var filter = RegisterFilter()
        filter.kinds = [.enterprise]
        filter.name = words
        let hits = register.index.search(filter, limit: limit)
        return (hits.total, try await register.summaries(of: hits.hits.map(\.number)))
    }
}

extension EntitySummary {
    /// An establishment with an address in Belgium.
    fileprivate var place: RegisteredPlace? {
        let facts = facts
        guard number.kind == .establishment, facts.hasAddress, let postalCode = facts.postalCode, !facts.name.isEmpty
        else { return nil }
        return RegisteredPlace(
            number: EstablishmentNumber(stored: number.digits),
            name: facts.name,
            street: facts.street,
            postalCode: postalCode
        )
    }
}
