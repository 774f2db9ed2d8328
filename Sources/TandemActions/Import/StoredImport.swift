internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The rows of an import on their way into the register, inside one transaction.
struct StoredImport {
    private(set) var desk: Desk
    private(set) var report: ImportReport
    private var companies: [String: (id: Identifier<Company>, details: CompanyDetails, version: Int)] = [:]
    private var establishments: [String: Identifier<Establishment>] = [:]
    private var mentors: [[UInt8]: Identifier<Mentor>] = [:]

    init(desk: Desk, report: ImportReport) {
        self.desk = desk
        self.report = report
    }

    mutating func store(_ row: RecognitionRow) throws {
        let company = try company(of: row)
        let establishment = try establishment(of: row, company)
        let people = try row.mentors.map { try mentor($0) }
        let id = try file(row, company, establishment)
        for mentor in people {
            let designation = try desk.session.addDesignation(
                of: mentor,
                in: id,
                DesignationDetails(yearsOfPractice: nil),
                judgement: row.status == .approved ? .accepted : .pending
            )
            try desk.record(.designation, designation.rawValue, act: "imported", on: row.submittedOn)
        }
        if row.status == .approved { try recognition(row, of: id, company, establishment, people) }
    }

    private mutating func company(of row: RecognitionRow) throws -> Identifier<Company> {
        let details = CompanyDetails(
            name: row.companyName,
            street: row.companyStreet,
            postalCode: row.companyPostalCode,
            jointCommittee: row.jointCommittee,
            employees: row.employees
        )
        if let known = try knownCompany(row.companyNumber) {
            return try change(known, to: details, number: row.companyNumber)
        }
        let id = try desk.session.addCompany(row.companyNumber, details)
        try desk.record(.company, id.rawValue, act: "imported")
        companies[row.companyNumber.digits] = (id, details, 1)
        report.companies += 1
        return id
    }

    private func knownCompany(
        _ number: CompanyNumber
    ) throws -> (id: Identifier<Company>, details: CompanyDetails, version: Int)? {
        if let known = companies[number.digits] { return known }
        return try desk.session.company(number).map { ($0.id, $0.details, $0.version) }
    }

    /// Name, seat and size of a company are those of its last line; what the file does not know stays.
    private mutating func change(
        _ known: (id: Identifier<Company>, details: CompanyDetails, version: Int),
        to details: CompanyDetails,
        number: CompanyNumber
    ) throws -> Identifier<Company> {
        var changed = known.details
        changed.name = details.name
        changed.street = details.street
        changed.postalCode = details.postalCode
        changed.jointCommittee = details.jointCommittee ?? changed.jointCommittee
        changed.employees = details.employees ?? changed.employees
        companies[number.digits] = known
        guard changed != known.details else { return known.id }
        guard try desk.session.change(known.id, to: changed, since: known.version) else {
            throw try desk.changedMeanwhile(.company, known.id.rawValue)
        }
        try desk.record(.company, known.id.rawValue, version: known.version + 1, act: "imported")
        companies[number.digits] = (known.id, changed, known.version + 1)
        return known.id
    }

    private mutating func establishment(
        of row: RecognitionRow,
        _ company: Identifier<Company>
    ) throws -> Identifier<Establishment> {
        let number = row.establishmentNumber
        if let id = establishments[number.digits] { return id }
        let id: Identifier<Establishment>
        if let known = try desk.session.establishment(number) {
            id = known.id
        } else {
            id = try desk.session.addEstablishment(
                number,
                of: company,
                name: row.establishmentName,
                street: row.establishmentStreet,
                postalCode: row.establishmentPostalCode
            )
            try desk.record(.establishment, id.rawValue, act: "imported")
            report.establishments += 1
        }
        establishments[number.digits] = id
        return id
    }

    private mutating func mentor(_ proposal: MentorProposal) throws -> Identifier<Mentor> {
        let hash = desk.counter.vault.hash(proposal.number)
        if let id = mentors[hash] { return id }
        let id: Identifier<Mentor>
        if let known = try desk.session.mentor(numberHash: hash) {
            id = known.id
        } else {
            id = try desk.session.addMentor(
                numberHash: hash,
                sealedNumber: desk.counter.vault.seal(proposal.number),
                firstName: proposal.firstName,
                lastName: proposal.lastName,
                bornOn: proposal.number.birthDay ?? Day(proposal.number.birthYear, 7, 1) ?? desk.today
            )
            try desk.record(.mentor, id.rawValue, act: "imported")
            report.mentors += 1
        }
        mentors[hash] = id
        return id
    }

    private mutating func file(
        _ row: RecognitionRow,
        _ company: Identifier<Company>,
        _ establishment: Identifier<Establishment>
    ) throws -> Identifier<RecognitionApplication> {
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
        file.renews = try row.renews.flatMap { try recognition(reference: $0) }
        file.dueOn = desk.clock(of: file).dueDay(after: steps)
        let id = try desk.session.add(file)
        try desk.session.addClock(steps, of: id)
        let day = row.decidedOn ?? row.cancelledOn ?? row.submittedOn
        try desk.record(.application, id.rawValue, act: "imported", on: day)
        return id
    }

    private func recognition(reference: String) throws -> Identifier<Recognition>? {
        try desk.session.recognition(reference: reference)
    }

    private mutating func recognition(
        _ row: RecognitionRow,
        of application: Identifier<RecognitionApplication>,
        _ company: Identifier<Company>,
        _ establishment: Identifier<Establishment>,
        _ mentors: [Identifier<Mentor>]
    ) throws {
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
            renews: try row.renews.flatMap { try self.recognition(reference: $0) }
        )
        recognition.status = row.endKind ?? .approved
        recognition.endedOn = row.endedOn
        recognition.endKind = row.endKind.map { $0 == .discontinued ? .register : .imported }
        let id = try desk.session.add(recognition)
        try desk.record(.recognition, id.rawValue, act: "imported", on: row.endedOn ?? from)
        for mentor in mentors {
            let place = try desk.session.addMentor(mentor, to: id, from: from)
            try desk.record(.recognitionMentor, place, act: "imported", on: from)
        }
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
