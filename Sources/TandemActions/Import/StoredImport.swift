internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The rows of an import on their way into the register, inside one transaction: a portion of lines at a time.
struct StoredImport {
    private let desk: Desk
    private var load: RegisterLoad
    private(set) var report: ImportReport
    private let portion: Int
    private var lines: [RecognitionRow] = []
    private var companies: [CompanyNumber: KnownCompany] = [:]
    private var establishments: [EstablishmentNumber: Identifier<Establishment>] = [:]
    private var mentors: [[UInt8]: Identifier<Mentor>] = [:]
    /// The recognitions of files that lines of this portion renew, or that it brings itself.
    private var recognitions: [String: Identifier<Recognition>] = [:]

    private struct KnownCompany {
        let id: Identifier<Company>
        var details: CompanyDetails
        var version: Int
    }

    init(desk: Desk, report: ImportReport, portion: Int) throws {
        self.desk = desk
        self.report = report
        self.portion = portion
        load = try desk.startLoad()
    }

    mutating func store(_ row: RecognitionRow) throws {
        lines.append(row)
        if lines.count == portion { try storeLines() }
    }

    /// Stores the lines that wait for others.
    mutating func finish() throws { try storeLines() }

    private mutating func storeLines() throws {
        try findKnown()
        for row in lines { try add(row) }
        try load.write()
        lines = []
        recognitions = [:]
    }

    private func cause(on day: Day? = nil) -> LoadedCause { LoadedCause("imported", on: day ?? desk.today) }

    /// Looks up what the lines speak of and no line before did.
    private mutating func findKnown() throws {
        let numbers = Set(lines.map(\.companyNumber)).filter { companies[$0] == nil }
        for company in try desk.session.companies(numbered: numbers) {
            companies[company.number] = KnownCompany(
                id: company.id,
                details: company.details,
                version: company.version
            )
        }
        let places = Set(lines.map(\.establishmentNumber)).filter { establishments[$0] == nil }
        establishments.merge(try desk.session.establishments(numbered: places)) { first, _ in first }
        let hashes = Set(lines.flatMap(\.mentors).map { desk.counter.vault.hash($0.number) })
            .filter { mentors[$0] == nil }
        mentors.merge(try desk.session.mentors(numberHashes: hashes)) { first, _ in first }
        recognitions = try desk.session.recognitions(references: Set(lines.compactMap(\.renews)))
    }

    private mutating func add(_ row: RecognitionRow) throws {
        let company = company(of: row)
        let establishment = establishment(of: row, company)
        let people = try row.mentors.map { try mentor($0) }
        let id = file(row, company, establishment)
        for mentor in people {
            load.addDesignation(
                of: mentor,
                in: id,
                judgement: row.status == .approved ? .accepted : .pending,
                cause(on: row.submittedOn)
            )
        }
        if row.status == .approved { recognition(row, of: id, company, establishment, people) }
    }

    private mutating func company(of row: RecognitionRow) -> Identifier<Company> {
        let details = CompanyDetails(
            name: row.companyName,
            street: row.companyStreet,
            postalCode: row.companyPostalCode,
            jointCommittee: row.jointCommittee,
            employees: row.employees
        )
        if let known = companies[row.companyNumber] { return change(known, to: details, number: row.companyNumber) }
        let id = load.addCompany(row.companyNumber, details, cause())
        companies[row.companyNumber] = KnownCompany(id: id, details: details, version: 1)
        report.companies += 1
        return id
    }

    /// Name, seat and size of a company are those of its last line; what the file does not know stays.
    private mutating func change(
        _ known: KnownCompany,
        to details: CompanyDetails,
        number: CompanyNumber
    ) -> Identifier<Company> {
        var changed = known
        changed.details.name = details.name
        changed.details.street = details.street
        changed.details.postalCode = details.postalCode
        changed.details.jointCommittee = details.jointCommittee ?? known.details.jointCommittee
        changed.details.employees = details.employees ?? known.details.employees
        if changed.details == known.details { return known.id }
        load.change(known.id, number, to: changed.details, since: known.version, cause())
        changed.version += 1
        companies[number] = changed
        return known.id
    }

    private mutating func establishment(
        of row: RecognitionRow,
        _ company: Identifier<Company>
    ) -> Identifier<Establishment> {
        if let id = establishments[row.establishmentNumber] { return id }
        let id = load.addEstablishment(
            row.establishmentNumber,
            of: company,
            name: row.establishmentName,
            street: row.establishmentStreet,
            postalCode: row.establishmentPostalCode,
            cause()
        )
        establishments[row.establishmentNumber] = id
        report.establishments += 1
        return id
    }

    private mutating func mentor(_ proposal: MentorProposal) throws -> Identifier<Mentor> {
        let hash = desk.counter.vault.hash(proposal.number)
        if let id = mentors[hash] { return id }
        let id = load.addMentor(
            numberHash: hash,
            sealedNumber: try desk.counter.vault.seal(proposal.number),
            firstName: proposal.firstName,
            lastName: proposal.lastName,
            bornOn: proposal.number.birthDay ?? Day(proposal.number.birthYear, 7, 1) ?? desk.today,
            cause()
        )
        mentors[hash] = id
        report.mentors += 1
        return id
    }

    private mutating func file(
        _ row: RecognitionRow,
        _ company: Identifier<Company>,
        _ establishment: Identifier<Establishment>
    ) -> Identifier<RecognitionApplication> {
        let steps = row.clockSteps
        var file = ApplicationRecord(
            company: company,
            training: row.training,
            system: row.system,
            partnership: row.partnership,
            applicantKind: row.applicant,
            organisation: row.applicant == .company ? .company(company) : .service("import"),
            status: row.status
        )
        file.reference = row.reference
        file.establishment = establishment
        file.submittedOn = row.submittedOn
        file.decidedOn = row.decidedOn
        file.decisionMode = row.decisionMode
        file.mainReason = row.rejectionReason
        file.cancelledOn = row.cancelledOn
        file.renews = row.renews.flatMap { recognitions[$0] }
        file.dueOn = desk.clock(of: file).dueDay(after: steps)
        return load.add(file, clock: steps, cause(on: row.decidedOn ?? row.cancelledOn ?? row.submittedOn))
    }

    private mutating func recognition(
        _ row: RecognitionRow,
        of application: Identifier<RecognitionApplication>,
        _ company: Identifier<Company>,
        _ establishment: Identifier<Establishment>,
        _ mentors: [Identifier<Mentor>]
    ) {
        let from = row.decidedOn ?? row.submittedOn
        var recognition = RecognitionRecord(
            application: application,
            company: company,
            establishment: establishment,
            training: row.training,
            system: row.system,
            partnership: row.partnership,
            validity: Validity(
                approvedOn: from,
                years: desk.reference.figures.recognition.validityYears[from]
            ),
            renews: row.renews.flatMap { recognitions[$0] }
        )
        recognition.status = row.endKind ?? .approved
        recognition.endedOn = row.endedOn
        recognition.endKind = row.endKind.map { $0 == .discontinued ? .register : .imported }
        let id = load.add(recognition, cause(on: row.endedOn ?? from))
        for mentor in mentors { load.addMentor(mentor, to: id, from: from, cause(on: from)) }
        recognitions[row.reference] = id
        report.recognitions += 1
    }
}

extension RecognitionRow {
    /// The steps of the legal clock that follow from what the file became.
    fileprivate var clockSteps: [ClockStep] {
        let start = ClockStep(.started, on: submittedOn)
        switch status {
        case .draft: return []
        case .submitted, .inProcess: return [start]
        case .incomplete: return [start, ClockStep(.stopped, on: submittedOn)]
        case .onHold: return [start, ClockStep(.paused, on: submittedOn)]
        case .cancelled: return [start, ClockStep(.ended, on: cancelledOn ?? submittedOn)]
        case .approved, .rejected: return [start, ClockStep(.ended, on: decidedOn ?? submittedOn)]
        }
    }
}
