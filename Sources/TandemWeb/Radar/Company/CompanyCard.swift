internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// All that the company register says of one company or establishment, in words.
struct CompanyCard: Sendable {
    let number: EntityNumber
    let name: String
    /// The enterprise of an establishment or branch, with its name.
    let owner: (number: EntityNumber, name: String)?
    let isNaturalPerson: Bool
    /// Whether the register says that it is a legal person, whose contacts may be used.
    let isLegalPerson: Bool
    let form: String?
    let situation: String?
    let start: Day?
    let particulars: Particulars
    /// Where it lies, and whether it is an employer; nothing where searching does not find it.
    let hit: RegisterHits.Hit?
    /// The establishments of an enterprise: how many, and the first of them.
    let establishments: FoundPage

    /// The name that it is called by, or its number.
    var title: String { name.isEmpty ? "\(number)" : name }
}

extension CompanySearch {
    /// What the company register says of a number; nothing where it is not there.
    ///
    /// - Throws: an error of the register file.
    func card(of number: EntityNumber, _ present: Present) async throws -> CompanyCard? {
        let companies = present.companies
        guard let summary = try await companies.summaries(of: [number]).first else { return nil }
        let establishment = number.kind == .enterprise ? nil : try await companies.establishment(number)
        guard let enterprise = try await companies.enterprise(establishment?.enterprise ?? number) else { return nil }
        let owner = establishment == nil ? nil : try await companies.summaries(of: [enterprise.number]).first
        var only = RegisterFilter()
        only.kinds = [.enterprise, .establishment]
        only.only = NumberSet([number])
        var question = CompanyQuestion()
        question.filter.only = NumberSet(number.kind == .enterprise ? enterprise.establishments : [])
        return CompanyCard(
            number: number,
            name: summary.name,
            owner: owner.map { ($0.number, $0.name.isEmpty ? "\($0.number)" : $0.name) },
            isNaturalPerson: enterprise.type == .naturalPerson,
            isLegalPerson: enterprise.type == .legalPerson,
            form: try await label(enterprise.effectiveForm, .legalForm, companies),
            situation: try await label(enterprise.situation, .situation, companies),
            start: establishment?.start ?? (establishment == nil ? enterprise.start : nil),
            particulars: establishment?.particulars ?? enterprise.particulars,
            hit: companies.index.search(only, limit: 1).hits.first,
            establishments: try await rows(of: question, present, limit: 25)
        )
    }

    private func label(
        _ code: ThreeDigitCode?,
        _ category: CodeCategory,
        _ companies: RegisterSnapshot
    ) async throws -> String? {
        guard let code else { return nil }
        return try await companies.label(of: code.description, in: category) ?? code.description
    }
}
