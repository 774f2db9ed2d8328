package import TandemDomain
package import TandemSQL

/// Guidance that was given to a workplace before any sanction (R21).
package struct GuidanceRecord: Sendable {
    package let id: Int64
    package let heldOn: Day
    package let name: String
    package let note: String
}

/// An exclusion (*uitsluiting*) as the register keeps it.
package struct ExclusionRecord: Sendable {
    package let id: Int64
    package let exclusion: Exclusion
    package let isUrgent: Bool
    package let motivation: String
    package let name: String
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func guidance(of id: Identifier<Recognition>) throws -> [GuidanceRecord] {
        try rows(
            """
            SELECT g.id, g.held_on, p.name, g.note FROM guidance g JOIN account p ON p.id = g.account_id
            WHERE g.recognition_id = \(id) ORDER BY g.held_on, g.id
            """
        )
        .map { row in
            GuidanceRecord(
                id: Int64(try row.int(0)),
                heldOn: try row.day(1),
                name: try row.text(2),
                note: try row.text(3)
            )
        }
    }

    /// - Throws: ``SQLError``.
    package func addGuidance(
        to id: Identifier<Recognition>,
        on day: Day,
        by account: Identifier<Account>,
        note: String
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO guidance (recognition_id, held_on, account_id, note)
                VALUES (\(id), \(day), \(account), \(note)) RETURNING id
                """
            )
        )
    }

    /// Every exclusion of a company or of one of its establishments, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func exclusions(of company: Identifier<Company>) throws -> [ExclusionRecord] {
        try rows(
            """
            SELECT x.id, x.company_id, x.establishment_id, x.valid_from, x.valid_until, x.is_urgent, x.motivation, p.name
            FROM exclusion x JOIN account p ON p.id = x.account_id WHERE x.company_id = \(company) ORDER BY x.id DESC
            """
        )
        .map { row in
            guard let period = Period(from: try row.day(3), until: try row.optionalDay(4)) else {
                throw SQLError.unexpectedRow("exclusion without a period")
            }
            return ExclusionRecord(
                id: Int64(try row.int(0)),
                exclusion: Exclusion(company: try row.id(1), establishment: try row.optionalID(2), period: period),
                isUrgent: try row.flag(5),
                motivation: try row.text(6),
                name: try row.text(7)
            )
        }
    }

    /// - Throws: ``SQLError``.
    package func add(
        _ exclusion: Exclusion,
        isUrgent: Bool,
        motivation: String,
        by account: Identifier<Account>
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO exclusion (company_id, establishment_id, valid_from, valid_until, is_urgent, motivation,
                    account_id)
                VALUES (\(exclusion.company), \(exclusion.establishment), \(exclusion.period.from),
                    \(exclusion.period.until), \(isUrgent), \(motivation), \(account))
                RETURNING id
                """
            )
        )
    }
}
