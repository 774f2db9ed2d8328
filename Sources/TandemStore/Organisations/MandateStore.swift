package import TandemDomain
package import TandemSQL

/// A registered mandate (*machtiging*).
package struct MandateRecord: Sendable {
    package let id: Int64
    package let mandate: Mandate
    package let document: Int64
    package let version: Int
}

extension SQLSession {
    /// All mandates that a company ever gave, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func mandates(of company: Identifier<Company>) throws -> [MandateRecord] {
        try rows("SELECT \(mandateColumns) FROM mandate WHERE company_id = \(company) ORDER BY id DESC")
            .map(mandateRecord)
    }

    /// All mandates that an organisation ever held, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func mandates(heldBy organisation: Organisation, limit: Int) throws -> [MandateRecord] {
        try rows(
            "SELECT \(mandateColumns) FROM mandate WHERE holder = \(organisation) ORDER BY id DESC LIMIT \(limit)"
        )
        .map(mandateRecord)
    }

    /// - Throws: ``SQLError``.
    package func mandate(_ id: Int64) throws -> MandateRecord? {
        try row("SELECT \(mandateColumns) FROM mandate WHERE id = \(id)").map(mandateRecord)
    }

    /// - Throws: ``SQLError``.
    package func addMandate(_ mandate: Mandate, document: Int64) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO mandate (company_id, holder, document_id, valid_from, valid_until)
                VALUES (\(mandate.company), \(mandate.holder), \(document), \(mandate.period.from),
                    \(mandate.period.until))
                RETURNING id
                """
            )
        )
    }

    /// - Returns: whether it was still in force.
    /// - Throws: ``SQLError``.
    package func revokeMandate(_ id: Int64, on day: Day) throws -> Bool {
        try run(
            "UPDATE mandate SET revoked_on = \(day), version = version + 1 WHERE id = \(id) AND revoked_on IS NULL"
        ) == 1
    }
}

private let mandateColumns: SQL = "id, company_id, holder, document_id, valid_from, valid_until, revoked_on, version"

private func mandateRecord(_ row: SQLRow) throws -> MandateRecord {
    guard let period = Period(from: try row.day(4), until: try row.optionalDay(5)) else {
        throw SQLError.unexpectedRow("mandate without a period")
    }
    return MandateRecord(
        id: Int64(try row.int(0)),
        mandate: Mandate(
            company: try row.id(1),
            holder: try row.organisation(2),
            period: period,
            revokedOn: try row.optionalDay(6)
        ),
        document: Int64(try row.int(3)),
        version: try row.int(7)
    )
}
