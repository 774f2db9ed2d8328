package import TandemDomain
package import TandemSQL

/// A recognition that ends soon, as the list of renewals shows it.
package struct RenewalRow: Sendable {
    package let recognition: RecognitionRecord
    package let companyName: String
    package let companyNumber: CompanyNumber
    package let telephone: String?
    package let email: String?
    package let establishmentName: String
    package let establishmentPostalCode: PostalCode
    /// The open or approved application that renews it, where there is one.
    package let renewingApplication: Identifier<RecognitionApplication>?
    package let cursor: WorklistCursor
}

extension SQLSession {
    /// The valid recognitions that end within these days, the first to end first.
    ///
    /// - Throws: ``SQLError``.
    package func renewals(
        of partnership: PartnershipCode?,
        from first: Day,
        through last: Day,
        state: RenewalState?,
        after cursor: WorklistCursor?,
        limit: Int
    ) throws -> [RenewalRow] {
        try rows(
            renewalStatement(
                of: partnership,
                from: first,
                through: last,
                state: state,
                after: cursor,
                limit: limit
            )
        )
        .map(renewalRow)
    }

    /// How many recognitions end within these days, counted up to `limit`.
    ///
    /// - Throws: ``SQLError``.
    package func renewalCount(
        of partnership: PartnershipCode?,
        from first: Day,
        through last: Day,
        state: RenewalState?,
        upTo limit: Int
    ) throws -> Int {
        let conditions = renewalConditions(of: partnership, from: first, through: last, state: state)
        return try integer(
            "SELECT count(*) FROM (SELECT 1 FROM recognition r WHERE \(conditions) LIMIT \(limit)) AS counted"
        )
    }
}

/// The statement of one page of the list of renewals.
package func renewalStatement(
    of partnership: PartnershipCode?,
    from first: Day,
    through last: Day,
    state: RenewalState?,
    after cursor: WorklistCursor?,
    limit: Int
) -> SQL {
    let behind: SQL = cursor.map { "(r.valid_until, r.id) > (\($0.key), \($0.id))" } ?? "1 = 1"
    return """
        SELECT \(recognitionColumns), c.name, c.number, c.telephone, c.email, e.name, e.postal_code,
            (SELECT max(n.id) FROM application n WHERE n.establishment_id = r.establishment_id
                AND n.training = r.training AND n.renews_id = r.id AND n.status NOT IN ('draft', 'cancelled'))
        FROM recognition r JOIN company c ON c.id = r.company_id
        JOIN establishment e ON e.id = r.establishment_id
        WHERE \(renewalConditions(of: partnership, from: first, through: last, state: state)) AND \(behind)
        ORDER BY r.valid_until, r.id LIMIT \(limit)
        """
}

private func renewalConditions(
    of partnership: PartnershipCode?,
    from first: Day,
    through last: Day,
    state: RenewalState?
) -> SQL {
    var parts: [SQL] = ["r.status = 'approved' AND r.valid_until BETWEEN \(first) AND \(last)"]
    if let partnership { parts.append("r.partnership = \(partnership)") }
    if let state { parts.append("r.renewal_state = \(state)") }
    return .joined(parts, by: " AND ")
}

private func renewalRow(_ row: SQLRow) throws -> RenewalRow {
    let recognition = try recognitionRecord(row)
    let first = recognitionColumnCount
    return RenewalRow(
        recognition: recognition,
        companyName: try row.text(first),
        companyNumber: CompanyNumber(stored: try row.text(first + 1)),
        telephone: try row.optionalText(first + 2),
        email: try row.optionalText(first + 3),
        establishmentName: try row.text(first + 4),
        establishmentPostalCode: PostalCode(stored: try row.text(first + 5)),
        renewingApplication: try row.optionalID(first + 6),
        cursor: WorklistCursor(key: recognition.validity.until.iso, id: recognition.id.rawValue)
    )
}
