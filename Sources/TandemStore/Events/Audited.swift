internal import TandemSQL

/// A table whose rows carry a history: what the events say of them, and how to read it back.
///
/// Names and national numbers of persons stay out of the events; free text goes in by its digest alone, so that the
/// text can be removed one day and a change still shows.
package struct Audited: Sendable, Hashable {
    package let subject: String
    /// The columns that an event holds as they are.
    let columns: SQL
    /// The columns that an event holds by digest.
    let digested: SQL?
    /// The names of the columns, the digested ones last with a `#` behind.
    let names: [String]
    /// How many of the names are not digested.
    let plainCount: Int
    private let table: SQL

    private init(_ subject: String, _ table: SQL, columns: SQL, digested: SQL? = nil) {
        self.subject = subject
        self.table = table
        self.columns = columns
        self.digested = digested
        let plain = columnNames(columns)
        names = plain + (digested.map { columnNames($0).map { $0 + "#" } } ?? [])
        plainCount = plain.count
    }

    func row(_ id: Int64) -> SQL { "SELECT \(allColumns) FROM \(table) WHERE id = \(id)" }

    /// Every row, its identity first.
    func everyRow() -> SQL { "SELECT id, \(allColumns) FROM \(table) ORDER BY id" }

    private var allColumns: SQL {
        guard let digested else { return columns }
        return "\(columns), \(digested)"
    }
}

private func columnNames(_ part: SQL) -> [String] {
    part.text.split(whereSeparator: { ", \n".contains($0) }).map(String.init)
}

extension Audited {
    package static let company = Audited(
        "company",
        "company",
        columns: "number, postal_code, joint_committee, legal_form, employees",
        digested: "name, street"
    )
    package static let establishment = Audited(
        "establishment",
        "establishment",
        columns: "number, company_id, postal_code",
        digested: "name, street"
    )
    package static let mentor = Audited("mentor", "mentor", columns: "number_hash")
    package static let mandate = Audited(
        "mandate",
        "mandate",
        columns: "company_id, holder, document_id, valid_from, valid_until, revoked_on"
    )
    package static let bundle = Audited(
        "bundle",
        "bundle",
        columns: "company_id, establishment_id, account_id, organisation, applicant_kind, started_on, submitted_on"
    )
    package static let application = Audited(
        "application",
        "application",
        columns: """
            company_id, establishment_id, training, system, partnership, advising, applicant_kind, organisation,
            account_id, status, submitted_on, due_on, handler_id, decided_on, decision_mode, decided_by, main_reason,
            further_reasons, cancelled_on, declared_on, declaration_id, renews_id
            """
    )
    package static let attachment = Audited(
        "attachment",
        "attachment",
        columns: "application_id, requirement, document_id, added_on",
        digested: "file_name"
    )
    package static let designation = Audited(
        "designation",
        "designation",
        columns: """
            application_id, mentor_id, years_of_practice, asks_age, asks_experience, proof_id, extract_id,
            extract_issued_on, extract_verdict, grants_age, grants_experience, judgement, judged_by, judged_on
            """,
        digested: "judgement_reason"
    )
    package static let recognition = Audited(
        "recognition",
        "recognition",
        columns: """
            application_id, company_id, establishment_id, training, system, partnership, valid_from, valid_until,
            status, ended_on, end_kind, renews_id, renewal_state, renewal_on
            """
    )
    package static let recognitionMentor = Audited(
        "recognition_mentor",
        "recognition_mentor",
        columns: "recognition_id, mentor_id, valid_from, valid_until"
    )
    package static let check = Audited(
        "check",
        "check_record",
        columns: "application_id, establishment_id, partnership, kind, held_on, account_id",
        digested: "note"
    )
    package static let vote = Audited(
        "vote",
        "vote",
        columns: "application_id, account_id, vote, cast_on",
        digested: "motivation"
    )
    package static let advice = Audited(
        "advice",
        "advice",
        columns: "application_id, partnership, verdict, asked_on, given_on, account_id",
        digested: "motivation"
    )
    package static let guidance = Audited(
        "guidance",
        "guidance",
        columns: "recognition_id, held_on, account_id",
        digested: "note"
    )
    package static let exclusion = Audited(
        "exclusion",
        "exclusion",
        columns: "company_id, establishment_id, valid_from, valid_until, is_urgent, account_id",
        digested: "motivation"
    )
    package static let task = Audited(
        "task",
        "task",
        columns: "kind, partnership, company_id, application_id, recognition_id, made_on, done_on, done_by",
        digested: "detail"
    )
    package static let savedSearch = Audited(
        "saved_search",
        "saved_search",
        columns: "account_id, query, seen_extract, seen_at, created_at",
        digested: "name"
    )

    /// The rows of the date go in by their digest.
    package static let enrolmentCount = Audited(
        "enrolment_count",
        "enrolment_count",
        columns: "reference_date, row_count, enrolled, digest, imported_on"
    )
    package static let prospect = Audited(
        "prospect",
        "prospect",
        columns: """
            establishment, enterprise, training, provider, organisation, owner_id, state, ground, later_on, next_on,
            score, made_on, claimed_on, closed_on, application_id
            """,
        digested: "name, municipality, list_name, next_step"
    )
    package static let contact = Audited(
        "contact",
        "contact",
        columns: """
            held_on, kind, target, purpose, sector, enterprise, establishment, provider, prospect_id, recognition_id,
            outcome, account_id, organisation
            """,
        digested: "note"
    )
    package static let doNotCall = Audited(
        "do_not_call",
        "do_not_call",
        columns: "number, since, account_id, organisation, lifted_on, lifted_by",
        digested: "reason"
    )

    /// Every table with a history; `tandem verify` holds each against its events.
    package static let all: [Audited] = [
        company, establishment, mentor, mandate, bundle, application, attachment, designation, recognition,
        recognitionMentor, check, vote, advice, guidance, exclusion, task, enrolmentCount, savedSearch, prospect,
        contact, doNotCall,
    ]
}
