package import TandemDomain
package import TandemSQL

/// Where the guided form of a bundle stands.
package enum BundleStep: String, CaseIterable, SQLConvertible, Sendable {
    case establishment, trainings, documents, mentors, declaration, overview
}

/// Applications made in one go: one company, one establishment, one or several trainings.
package struct BundleRecord: Sendable {
    package let id: Int64
    package var company: Identifier<Company>
    package var establishment: Identifier<Establishment>?
    package var account: Identifier<Account>
    package var organisation: Organisation
    package var applicantKind: ApplicantKind
    package var step: BundleStep
    package var startedOn: Day
    package var submittedOn: Day?
    package var version: Int
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func bundle(_ id: Int64) throws -> BundleRecord? {
        try row("SELECT \(bundleColumns) FROM bundle WHERE id = \(id)").map(bundleRecord)
    }

    /// The bundles of a company that were not submitted yet, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func draftBundles(of company: Identifier<Company>) throws -> [BundleRecord] {
        try rows(
            "SELECT \(bundleColumns) FROM bundle WHERE company_id = \(company) AND submitted_on IS NULL ORDER BY id DESC"
        )
        .map(bundleRecord)
    }

    /// The bundles that an organisation began and did not submit yet, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func draftBundles(startedBy organisation: Organisation, limit: Int) throws -> [BundleRecord] {
        try rows(
            """
            SELECT \(bundleColumns) FROM bundle WHERE organisation = \(organisation) AND submitted_on IS NULL
            ORDER BY id DESC LIMIT \(limit)
            """
        )
        .map(bundleRecord)
    }

    /// - Throws: ``SQLError``.
    package func addBundle(
        of company: Identifier<Company>,
        by actor: Actor,
        kind: ApplicantKind,
        on day: Day
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO bundle (company_id, account_id, organisation, applicant_kind, step, started_on)
                VALUES (\(company), \(actor.account), \(actor.organisation), \(kind), \(BundleStep.establishment), \(day))
                RETURNING id
                """
            )
        )
    }

    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func change(_ bundle: BundleRecord) throws -> Bool {
        try run(
            """
            UPDATE bundle SET establishment_id = \(bundle.establishment), step = \(bundle.step),
                submitted_on = \(bundle.submittedOn), version = version + 1
            WHERE id = \(bundle.id) AND version = \(bundle.version)
            """
        ) == 1
    }

    /// Removes a draft; the files of it that were called off stay, in no bundle.
    ///
    /// - Throws: ``SQLError``.
    package func removeBundle(_ id: Int64) throws {
        try run("UPDATE application SET bundle_id = NULL WHERE bundle_id = \(id)")
        try run("DELETE FROM bundle WHERE id = \(id)")
    }
}

private let bundleColumns: SQL =
    """
    id, company_id, establishment_id, account_id, organisation, applicant_kind, step, started_on, submitted_on, version
    """

private func bundleRecord(_ row: SQLRow) throws -> BundleRecord {
    BundleRecord(
        id: Int64(try row.int(0)),
        company: try row.id(1),
        establishment: try row.optionalID(2),
        account: try row.id(3),
        organisation: try row.organisation(4),
        applicantKind: try row.value(5),
        step: try row.value(6),
        startedOn: try row.day(7),
        submittedOn: try row.optionalDay(8),
        version: try row.int(9)
    )
}
