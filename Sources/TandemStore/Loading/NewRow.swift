internal import TandemDomain
internal import TandemSQL

/// A row on its way into a table: what it holds by column, its identity apart.
///
/// One definition, whether it goes alone or among many.
struct NewRow {
    let table: SQLTable
    let values: [SQLArgument]
}

extension SQLSession {
    /// Adds a row, and answers the identity it got.
    ///
    /// - Throws: ``SQLError``.
    func add(_ row: NewRow) throws -> Int64 {
        let table = row.table
        return Int64(
            try integer("INSERT INTO \(table) (\(columnsOf: table)) VALUES (\(row.values)) RETURNING id")
        )
    }
}

extension NewRow {
    static let companies = SQLTable(
        named: "company",
        [
            "number", "name", "street", "postal_code", "joint_committee", "legal_form", "employees", "email",
            "telephone",
            "version",
        ]
    )

    init(company number: CompanyNumber, _ details: CompanyDetails, version: Int = 1) {
        table = Self.companies
        values = [
            SQLArgument(number), SQLArgument(details.name), SQLArgument(details.street),
            SQLArgument(details.postalCode), SQLArgument(details.jointCommittee), SQLArgument(details.legalForm),
            SQLArgument(details.employees), SQLArgument(details.email), SQLArgument(details.telephone),
            SQLArgument(version),
        ]
    }

    static let establishments = SQLTable(
        named: "establishment",
        ["number", "company_id", "name", "street", "postal_code"]
    )

    init(
        establishment number: EstablishmentNumber,
        of company: Identifier<Company>,
        name: String,
        street: String,
        postalCode: PostalCode
    ) {
        table = Self.establishments
        values = [
            SQLArgument(number), SQLArgument(company), SQLArgument(name), SQLArgument(street), SQLArgument(postalCode),
        ]
    }

    static let mentors = SQLTable(
        named: "mentor",
        ["number_hash", "number_cipher", "first_name", "last_name", "born_on"]
    )

    init(mentor numberHash: [UInt8], sealedNumber: [UInt8], firstName: String, lastName: String, bornOn: Day) {
        table = Self.mentors
        values = [
            SQLArgument(numberHash), SQLArgument(sealedNumber), SQLArgument(firstName), SQLArgument(lastName),
            SQLArgument(bornOn),
        ]
    }

    static let designations = SQLTable(
        named: "designation",
        [
            "application_id", "mentor_id", "years_of_practice", "asks_age", "asks_experience", "proof_id", "extract_id",
            "extract_issued_on", "extract_verdict", "grants_age", "grants_experience", "judgement", "judgement_reason",
            "judged_by", "judged_on",
        ]
    )

    init(
        designation mentor: Identifier<Mentor>,
        in application: Identifier<RecognitionApplication>,
        _ details: DesignationDetails,
        judgement: MentorJudgement
    ) {
        table = Self.designations
        values = [
            SQLArgument(application), SQLArgument(mentor), SQLArgument(details.yearsOfPractice),
            SQLArgument(details.asks.contains(.age)), SQLArgument(details.asks.contains(.experience)),
            SQLArgument(details.proof), SQLArgument(details.extract), SQLArgument(details.extractIssuedOn),
            SQLArgument(ExtractVerdict.unseen), SQLArgument(false), SQLArgument(false), SQLArgument(judgement),
            SQLArgument(String?.none), SQLArgument(Identifier<Account>?.none), SQLArgument(Day?.none),
        ]
    }

    static let recognitions = SQLTable(
        named: "recognition",
        [
            "application_id", "company_id", "establishment_id", "training", "system", "partnership", "valid_from",
            "valid_until", "status", "ended_on", "end_kind", "renews_id", "renewal_state", "renewal_on",
        ]
    )

    init(recognition: RecognitionRecord) {
        table = Self.recognitions
        values = [
            SQLArgument(recognition.application), SQLArgument(recognition.company),
            SQLArgument(recognition.establishment), SQLArgument(recognition.training), SQLArgument(recognition.system),
            SQLArgument(recognition.partnership), SQLArgument(recognition.validity.from),
            SQLArgument(recognition.validity.until), SQLArgument(recognition.status), SQLArgument(recognition.endedOn),
            SQLArgument(recognition.endKind), SQLArgument(recognition.renews), SQLArgument(recognition.renewalState),
            SQLArgument(recognition.renewalOn),
        ]
    }

    static let recognitionMentors = SQLTable(
        named: "recognition_mentor",
        ["recognition_id", "mentor_id", "valid_from", "valid_until"]
    )

    init(mentor: Identifier<Mentor>, of recognition: Identifier<Recognition>, from day: Day) {
        table = Self.recognitionMentors
        values = [SQLArgument(recognition), SQLArgument(mentor), SQLArgument(day), SQLArgument(Day?.none)]
    }
}

extension NewRow {
    static let applications = SQLTable(
        named: "application",
        [
            "reference", "bundle_id", "company_id", "establishment_id", "training", "system", "partnership", "advising",
            "applicant_kind", "organisation", "account_id", "status", "submitted_on", "due_on", "handler_id",
            "decided_on", "decision_mode", "decided_by", "main_reason", "further_reasons", "cancelled_on",
            "declared_on", "declaration_id", "renews_id",
        ]
    )

    init(application: ApplicationRecord) {
        table = Self.applications
        values = [
            SQLArgument(application.reference), SQLArgument(application.bundle), SQLArgument(application.company),
            SQLArgument(application.establishment), SQLArgument(application.training), SQLArgument(application.system),
            SQLArgument(application.partnership), SQLArgument(application.advising),
            SQLArgument(application.applicantKind), SQLArgument(application.organisation),
            SQLArgument(application.account), SQLArgument(application.status), SQLArgument(application.submittedOn),
            SQLArgument(application.dueOn), SQLArgument(application.handler), SQLArgument(application.decidedOn),
            SQLArgument(application.decisionMode), SQLArgument(application.decidedBy),
            SQLArgument(application.mainReason),
            SQLArgument(application.furtherReasons.map(\.rawValue).joined(separator: ",")),
            SQLArgument(application.cancelledOn), SQLArgument(application.declaredOn),
            SQLArgument(application.declaration), SQLArgument(application.renews),
        ]
    }

    static let clockSteps = SQLTable(named: "clock_step", ["application_id", "position", "kind", "on_day"])

    static let searchWords = SQLTable(named: "search_word", ["kind", "word", "subject_id"])
}
