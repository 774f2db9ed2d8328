package import TandemDomain
package import TandemSQL

/// An application (*erkenningsaanvraag*) as the register keeps it: one training at one establishment.
package struct ApplicationRecord: Sendable, Hashable {
    package let id: Identifier<RecognitionApplication>
    package var reference: String?
    package var bundle: Int64?
    package var company: Identifier<Company>
    package var establishment: Identifier<Establishment>?
    package var training: TrainingCode
    package var system: TrainingSystem
    package var partnership: PartnershipCode
    /// The sector whose training it is, where another partnership decides.
    package var advising: PartnershipCode?
    package var applicantKind: ApplicantKind
    package var organisation: Organisation
    package var account: Identifier<Account>?
    package var status: ApplicationStatus
    package var submittedOn: Day?
    /// The last day on which a decision is in time, as the legal clock last worked it out.
    package var dueOn: Day?
    package var handler: Identifier<Account>?
    package var decidedOn: Day?
    package var decisionMode: DecisionMode?
    package var decidedBy: Identifier<Account>?
    package var mainReason: ReasonCode?
    package var furtherReasons: [ReasonCode] = []
    package var cancelledOn: Day?
    package var declaredOn: Day?
    package var declaration: Int64?
    /// The recognition that this application renews (R16).
    package var renews: Identifier<Recognition>?
    package var version: Int

    package init(
        id: Identifier<RecognitionApplication> = Identifier(0),
        company: Identifier<Company>,
        training: TrainingCode,
        system: TrainingSystem,
        partnership: PartnershipCode,
        applicantKind: ApplicantKind,
        organisation: Organisation,
        status: ApplicationStatus = .draft,
        version: Int = 1
    ) {
        self.id = id
        self.company = company
        self.training = training
        self.system = system
        self.partnership = partnership
        self.applicantKind = applicantKind
        self.organisation = organisation
        self.status = status
        self.version = version
    }
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func application(_ id: Identifier<RecognitionApplication>) throws -> ApplicationRecord? {
        try row("SELECT \(applicationColumns) FROM application a WHERE a.id = \(id)").map { try applicationRecord($0) }
    }

    /// The applications of one bundle, in the order they were chosen.
    ///
    /// - Throws: ``SQLError``.
    package func applications(ofBundle bundle: Int64) throws -> [ApplicationRecord] {
        try rows("SELECT \(applicationColumns) FROM application a WHERE a.bundle_id = \(bundle) ORDER BY a.id")
            .map { try applicationRecord($0) }
    }

    /// All applications of an establishment, the newest first: what was asked here before.
    ///
    /// - Throws: ``SQLError``.
    package func applications(of establishment: Identifier<Establishment>) throws -> [ApplicationRecord] {
        try rows(
            """
            SELECT \(applicationColumns) FROM application a WHERE a.establishment_id = \(establishment)
            ORDER BY a.id DESC
            """
        )
        .map { try applicationRecord($0) }
    }

    /// The newest files of an establishment that were submitted, one apart; of one status only where it is named.
    ///
    /// - Throws: ``SQLError``.
    package func submittedApplications(
        of establishment: Identifier<Establishment>,
        besides id: Identifier<RecognitionApplication>,
        status: ApplicationStatus? = nil,
        limit: Int
    ) throws -> [ApplicationRecord] {
        let only: SQL = status.map { " AND a.status = \($0)" } ?? ""
        return try rows(
            """
            SELECT \(applicationColumns) FROM application a
            WHERE a.establishment_id = \(establishment) AND a.submitted_on IS NOT NULL AND a.id <> \(id)\(only)
            ORDER BY a.id DESC LIMIT \(limit)
            """
        )
        .map { try applicationRecord($0) }
    }

    /// All applications of a company but its cancelled drafts, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func applications(of company: Identifier<Company>, limit: Int) throws -> [ApplicationRecord] {
        try rows(
            """
            SELECT \(applicationColumns) FROM application a
            WHERE a.company_id = \(company) AND (a.status <> 'cancelled' OR a.submitted_on IS NOT NULL)
            ORDER BY a.id DESC LIMIT \(limit)
            """
        )
        .map { try applicationRecord($0) }
    }

    /// Adds an application.
    ///
    /// - Throws: ``SQLError``.
    package func add(_ application: ApplicationRecord) throws -> Identifier<RecognitionApplication> {
        Identifier(try add(NewRow(application: application)))
    }

    /// Writes an application back, if nobody changed it since it was read.
    ///
    /// - Returns: whether its version was still the last; it is one higher then.
    /// - Throws: ``SQLError``.
    package func change(_ application: ApplicationRecord) throws -> Bool {
        let further = application.furtherReasons.map(\.rawValue).joined(separator: ",")
        return try run(
            """
            UPDATE application SET establishment_id = \(application.establishment), training = \(application.training),
                system = \(application.system), partnership = \(application.partnership),
                advising = \(application.advising), applicant_kind = \(application.applicantKind),
                organisation = \(application.organisation), account_id = \(application.account),
                status = \(application.status), submitted_on = \(application.submittedOn),
                due_on = \(application.dueOn), handler_id = \(application.handler),
                decided_on = \(application.decidedOn), decision_mode = \(application.decisionMode),
                decided_by = \(application.decidedBy), main_reason = \(application.mainReason),
                further_reasons = \(further), cancelled_on = \(application.cancelledOn),
                declared_on = \(application.declaredOn), declaration_id = \(application.declaration),
                renews_id = \(application.renews), version = version + 1
            WHERE id = \(application.id) AND version = \(application.version)
            """
        ) == 1
    }

    /// The files whose term was over before `day` and that nobody decided, by the day they fell due.
    ///
    /// Files of a place that was excluded on the last day are left out: the law recognises nothing there (R20), a handler
    /// decides.
    ///
    /// - Throws: ``SQLError``.
    package func applicationsDue(before day: Day, limit: Int) throws -> [Identifier<RecognitionApplication>] {
        try rows(
            """
            SELECT a.id FROM application a WHERE a.due_on IS NOT NULL AND a.due_on < \(day)
                AND NOT EXISTS (SELECT 1 FROM exclusion x WHERE x.company_id = a.company_id
                    AND (x.establishment_id IS NULL OR x.establishment_id = a.establishment_id)
                    AND x.valid_from <= a.due_on AND (x.valid_until IS NULL OR x.valid_until >= a.due_on))
            ORDER BY a.due_on, a.id LIMIT \(limit)
            """
        )
        .map { try $0.id(0) }
    }

    /// Whether this training was asked here and waits for a decision, this file apart.
    ///
    /// - Throws: ``SQLError``.
    package func hasOpenApplication(
        for training: TrainingCode,
        at establishment: Identifier<Establishment>,
        besides id: Identifier<RecognitionApplication>
    ) throws -> Bool {
        try integer(
            """
            SELECT count(*) FROM application WHERE establishment_id = \(establishment) AND training = \(training)
                AND id <> \(id) AND status IN ('submitted', 'file_incomplete', 'in_process', 'on_hold')
            """
        ) > 0
    }
}

let applicationColumns: SQL =
    """
    a.id, a.reference, a.bundle_id, a.company_id, a.establishment_id, a.training, a.system, a.partnership, a.advising,
    a.applicant_kind, a.organisation, a.account_id, a.status, a.submitted_on, a.due_on, a.handler_id, a.decided_on,
    a.decision_mode, a.decided_by, a.main_reason, a.further_reasons, a.cancelled_on, a.declared_on, a.declaration_id,
    a.renews_id, a.version
    """
let applicationColumnCount = 26

func applicationRecord(_ row: SQLRow) throws -> ApplicationRecord {
    var record = ApplicationRecord(
        id: try row.id(0),
        company: try row.id(3),
        training: TrainingCode(try row.text(5)),
        system: try row.value(6),
        partnership: PartnershipCode(try row.text(7)),
        applicantKind: try row.value(9),
        organisation: try row.organisation(10),
        status: try row.value(12),
        version: try row.int(25)
    )
    record.reference = try row.optionalText(1)
    record.bundle = try row.optionalInt(2).map(Int64.init)
    record.establishment = try row.optionalID(4)
    record.advising = try row.optionalText(8).map { PartnershipCode($0) }
    record.account = try row.optionalID(11)
    record.submittedOn = try row.optionalDay(13)
    record.dueOn = try row.optionalDay(14)
    record.handler = try row.optionalID(15)
    record.decidedOn = try row.optionalDay(16)
    record.decisionMode = try row.optionalValue(17)
    record.decidedBy = try row.optionalID(18)
    record.mainReason = try row.optionalText(19).map { ReasonCode($0) }
    record.furtherReasons = try row.text(20).split(separator: ",").map { ReasonCode(String($0)) }
    record.cancelledOn = try row.optionalDay(21)
    record.declaredOn = try row.optionalDay(22)
    record.declaration = try row.optionalInt(23).map(Int64.init)
    record.renews = try row.optionalID(24)
    return record
}
