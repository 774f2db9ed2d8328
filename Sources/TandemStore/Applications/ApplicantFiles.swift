package import TandemDomain
package import TandemSQL

/// An open file as it stands in the list of who applied.
package struct ApplicantFile: Sendable, Hashable {
    package let application: ApplicationRecord
    package let companyName: String
    package let establishmentName: String?

    package init(application: ApplicationRecord, companyName: String, establishmentName: String?) {
        self.application = application
        self.companyName = companyName
        self.establishmentName = establishmentName
    }
}

extension SQLSession {
    /// The open files of the companies that an organisation acts for on `day`: first those that wait for the applicant.
    ///
    /// - Throws: ``SQLError``.
    package func openFiles(managedBy organisation: Organisation, on day: Day, limit: Int) throws -> [ApplicantFile] {
        let first = applicationColumnCount
        return try rows(
            """
            SELECT \(applicationColumns), c.name, e.name
            FROM application a JOIN company c ON c.id = a.company_id
            LEFT JOIN establishment e ON e.id = a.establishment_id
            WHERE a.company_id IN (\(companyIDs(managedBy: organisation, on: day)))
                AND a.status IN ('submitted', 'file_incomplete', 'in_process', 'on_hold')
            ORDER BY CASE a.status WHEN 'file_incomplete' THEN 0 ELSE 1 END, coalesce(a.due_on, '9999-12-31'), a.id
            LIMIT \(limit)
            """
        )
        .map { row in
            ApplicantFile(
                application: try applicationRecord(row),
                companyName: try row.text(first),
                establishmentName: try row.optionalText(first + 1)
            )
        }
    }

    /// The companies that an organisation acts for on `day` whose name or number matches, by name.
    ///
    /// - Throws: ``SQLError``.
    package func companies(
        managedBy organisation: Organisation,
        matching text: String,
        on day: Day,
        limit: Int
    ) throws -> [CompanyRecord] {
        let named: SQL =
            if let number = try? CompanyNumber(text) { "c.number = \(number)" } else {
                "c.id IN (\(subjectsNamed(text, .company)))"
            }
        return try rows(
            """
            SELECT \(companyColumns) FROM company c
            WHERE c.id IN (\(companyIDs(managedBy: organisation, on: day))) AND \(named)
            ORDER BY c.name, c.id LIMIT \(limit)
            """
        )
        .map { try companyRecord($0) }
    }

    /// The applications of several drafts at once, in the order in which they were chosen.
    ///
    /// - Throws: ``SQLError``.
    package func applications(ofBundles ids: [Int64]) throws -> [ApplicationRecord] {
        try rows("SELECT \(applicationColumns) FROM application a WHERE a.bundle_id IN (\(ids)) ORDER BY a.id")
            .map { try applicationRecord($0) }
    }
}

/// The companies of an organisation, as a part of a statement: itself, or those whose mandate it holds.
private func companyIDs(managedBy organisation: Organisation, on day: Day) -> SQL {
    switch organisation {
    case .company(let id): "SELECT id FROM company WHERE id = \(id)"
    case .provider, .partnership, .service:
        """
        SELECT company_id FROM mandate WHERE holder = \(organisation) AND valid_from <= \(day)
            AND (valid_until IS NULL OR valid_until >= \(day)) AND (revoked_on IS NULL OR revoked_on > \(day))
        """
    }
}
