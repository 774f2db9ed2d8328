package import TandemDomain
package import TandemSQL

/// Why rows are loaded: the act that their events name, and the day it takes effect.
package struct LoadedCause: Sendable {
    let act: String
    let day: Day

    package init(_ act: String, on day: Day) {
        self.act = act
        self.day = day
    }
}

/// Many rows on their way into the register: they get their identities and events here, one after the other, and
/// ``write()`` brings them in, table by table.
package struct RegisterLoad {
    private let session: any SQLSession
    private var chain: EventChain
    private var companies: LoadingTable
    private var establishments: LoadingTable
    private var mentors: LoadingTable
    private var applications: LoadingTable
    private var designations: LoadingTable
    private var recognitions: LoadingTable
    private var recognitionMentors: LoadingTable
    private var clockSteps: [[SQLValue]] = []
    private var events: [[SQLValue]] = []
    private var names: [Subject: String] = [:]
    /// Companies that were there before, by identity: the version they had, and what they say now.
    private var changes: [Identifier<Company>: (details: CompanyDetails, from: Int, to: Int)] = [:]

    private struct Subject: Hashable {
        let kind: SearchKind
        let id: Int64
    }

    /// - Parameters:
    ///   - session: of a writing, in which nothing else adds rows or events meanwhile.
    ///   - dialect: the make.
    ///   - chain: the events so far.
    /// - Throws: ``SQLError``.
    package init(_ session: any SQLSession, _ dialect: SQLDialect, behind chain: EventChain) throws {
        func table(_ columns: SQLTable, _ audited: Audited) throws -> LoadingTable {
            try LoadingTable(columns, as: audited, session, dialect)
        }
        self.session = session
        self.chain = chain
        companies = try table(NewRow.companies, .company)
        establishments = try table(NewRow.establishments, .establishment)
        mentors = try table(NewRow.mentors, .mentor)
        applications = try table(NewRow.applications, .application)
        designations = try table(NewRow.designations, .designation)
        recognitions = try table(NewRow.recognitions, .recognition)
        recognitionMentors = try table(NewRow.recognitionMentors, .recognitionMentor)
    }

    package mutating func addCompany(
        _ number: CompanyNumber,
        _ details: CompanyDetails,
        _ cause: LoadedCause
    ) -> Identifier<Company> {
        let id = add(NewRow(company: number, details), to: \.companies, cause)
        names[Subject(kind: .company, id: id)] = details.name
        return Identifier(id)
    }

    /// Changes what a company says of itself; only the last of several changes is written, but each has its event.
    package mutating func change(
        _ id: Identifier<Company>,
        _ number: CompanyNumber,
        to details: CompanyDetails,
        since version: Int,
        _ cause: LoadedCause
    ) {
        let row = NewRow(company: number, details, version: version + 1)
        record(companies.happening(id.rawValue, row, version: version + 1, cause))
        names[Subject(kind: .company, id: id.rawValue)] = details.name
        if companies.replace(id.rawValue, by: row) { return }
        changes[id] = (details, changes[id]?.from ?? version, version + 1)
    }

    package mutating func addEstablishment(
        _ number: EstablishmentNumber,
        of company: Identifier<Company>,
        name: String,
        street: String,
        postalCode: PostalCode,
        _ cause: LoadedCause
    ) -> Identifier<Establishment> {
        let row = NewRow(establishment: number, of: company, name: name, street: street, postalCode: postalCode)
        return Identifier(add(row, to: \.establishments, cause))
    }

    package mutating func addMentor(
        numberHash: [UInt8],
        sealedNumber: [UInt8],
        firstName: String,
        lastName: String,
        bornOn: Day,
        _ cause: LoadedCause
    ) -> Identifier<Mentor> {
        let row = NewRow(
            mentor: numberHash,
            sealedNumber: sealedNumber,
            firstName: firstName,
            lastName: lastName,
            bornOn: bornOn
        )
        let id = add(row, to: \.mentors, cause)
        names[Subject(kind: .mentor, id: id)] = "\(firstName) \(lastName)"
        return Identifier(id)
    }

    /// Adds an application with the steps of its legal clock.
    package mutating func add(
        _ application: ApplicationRecord,
        clock: [ClockStep],
        _ cause: LoadedCause
    ) -> Identifier<RecognitionApplication> {
        let id = add(NewRow(application: application), to: \.applications, cause)
        for (index, step) in clock.enumerated() {
            clockSteps.append([.integer(id), .integer(Int64(index + 1)), step.kind.sqlValue, step.on.sqlValue])
        }
        return Identifier(id)
    }

    package mutating func addDesignation(
        of mentor: Identifier<Mentor>,
        in application: Identifier<RecognitionApplication>,
        judgement: MentorJudgement,
        _ cause: LoadedCause
    ) {
        let details = DesignationDetails(yearsOfPractice: nil)
        _ = add(NewRow(designation: mentor, in: application, details, judgement: judgement), to: \.designations, cause)
    }

    package mutating func add(_ recognition: RecognitionRecord, _ cause: LoadedCause) -> Identifier<Recognition> {
        Identifier(add(NewRow(recognition: recognition), to: \.recognitions, cause))
    }

    package mutating func addMentor(
        _ mentor: Identifier<Mentor>,
        to recognition: Identifier<Recognition>,
        from day: Day,
        _ cause: LoadedCause
    ) {
        _ = add(NewRow(mentor: mentor, of: recognition, from: day), to: \.recognitionMentors, cause)
    }

    private mutating func add(
        _ row: NewRow,
        to table: WritableKeyPath<RegisterLoad, LoadingTable>,
        _ cause: LoadedCause
    ) -> Int64 {
        let id = self[keyPath: table].add(row)
        record(self[keyPath: table].happening(id, row, version: 1, cause))
        return id
    }

    private mutating func record(_ event: (Happening, state: String)) {
        events.append(chain.link(event.0, state: event.state).map(\.value))
    }
}

extension RegisterLoad {
    /// Writes everything that waits, each table behind those it refers to.
    ///
    /// - Throws: ``SQLError``.
    package mutating func write() throws {
        try companies.write(session)
        try writeChanges()
        try establishments.write(session)
        try mentors.write(session)
        try applications.write(session)
        try session.load(clockSteps, into: NewRow.clockSteps)
        try designations.write(session)
        try recognitions.write(session)
        try recognitionMentors.write(session)
        try writeNames()
        try session.load(events, into: EventContent.table)
        (clockSteps, events) = ([], [])
    }

    private mutating func writeChanges() throws {
        let sorted = changes.sorted { $0.key.rawValue < $1.key.rawValue }
        try session.runAll(
            sorted.flatMap { id, change -> [SQL] in
                [
                    updateCompany(id, to: change.details, version: (from: change.from, to: change.to)),
                    "DELETE FROM search_word WHERE kind = \(SearchKind.company) AND subject_id = \(id)",
                ]
            }
        )
        changes = [:]
    }

    private mutating func writeNames() throws {
        let sorted = names.sorted { ($0.key.kind.rawValue, $0.key.id) < ($1.key.kind.rawValue, $1.key.id) }
        let rows = sorted.flatMap { subject, name in
            searchWords(name).map { [subject.kind.sqlValue, .text($0), SQLValue.integer(subject.id)] }
        }
        try session.load(rows, into: NewRow.searchWords)
        names = [:]
    }
}
