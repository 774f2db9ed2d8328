package import TandemDomain
package import TandemSQL

/// A check that was made, for a file or for an establishment.
package struct CheckRecord: Sendable {
    package let id: Int64
    package let application: Identifier<RecognitionApplication>?
    package let establishment: Identifier<Establishment>
    package let partnership: PartnershipCode
    package let kind: CheckKind
    package let heldOn: Day
    package let account: Identifier<Account>
    package let name: String
    package let note: String
}

/// A vote that was cast on a file.
package struct VoteRecord: Sendable {
    package let id: Int64
    package let account: Identifier<Account>
    package let name: String
    package let vote: Vote
    package let motivation: String
    package let castOn: Day
    package let version: Int
}

/// An advice that was asked of the sector whose training it is, and given or not.
package struct AdviceRecord: Sendable {
    package let id: Int64
    package let partnership: PartnershipCode
    package let verdict: AdviceVerdict?
    package let motivation: String
    package let askedOn: Day
    package let givenOn: Day?
    package let name: String?
    package let version: Int
}

extension SQLSession {
    /// The checks made for a file, or for its establishment without a file, oldest first.
    ///
    /// - Throws: ``SQLError``.
    package func checks(
        of id: Identifier<RecognitionApplication>,
        at establishment: Identifier<Establishment>?
    ) throws -> [CheckRecord] {
        try rows(
            """
            SELECT \(checkColumns) FROM check_record c JOIN account p ON p.id = c.account_id
            WHERE c.application_id = \(id)
            UNION ALL
            SELECT \(checkColumns) FROM check_record c JOIN account p ON p.id = c.account_id
            WHERE c.establishment_id = \(establishment) AND c.application_id IS NULL
            ORDER BY 6, 1
            """
        )
        .map(checkRecord)
    }

    /// - Throws: ``SQLError``.
    package func addCheck(
        _ kind: CheckKind,
        of id: Identifier<RecognitionApplication>?,
        at establishment: Identifier<Establishment>,
        partnership: PartnershipCode,
        on day: Day,
        by account: Identifier<Account>,
        note: String
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO check_record (application_id, establishment_id, partnership, kind, held_on, account_id, note)
                VALUES (\(id), \(establishment), \(partnership), \(kind), \(day), \(account), \(note)) RETURNING id
                """
            )
        )
    }

    /// - Throws: ``SQLError``.
    package func votes(on id: Identifier<RecognitionApplication>) throws -> [VoteRecord] {
        try rows(
            """
            SELECT v.id, v.account_id, p.name, v.vote, v.motivation, v.cast_on, v.version
            FROM vote v JOIN account p ON p.id = v.account_id WHERE v.application_id = \(id) ORDER BY v.id
            """
        )
        .map { row in
            VoteRecord(
                id: Int64(try row.int(0)),
                account: try row.id(1),
                name: try row.text(2),
                vote: try row.value(3),
                motivation: try row.text(4),
                castOn: try row.day(5),
                version: try row.int(6)
            )
        }
    }

    /// On which of these files somebody cast his vote.
    ///
    /// - Throws: ``SQLError``.
    package func votes(
        by account: Identifier<Account>?,
        on ids: [Identifier<RecognitionApplication>]
    ) throws -> Set<Identifier<RecognitionApplication>> {
        let rows = try rows(
            "SELECT application_id FROM vote WHERE account_id = \(account) AND application_id IN (\(ids))"
        )
        return Set(try rows.map { try $0.id(0) })
    }

    /// Casts a vote, or changes the one that this person cast before.
    ///
    /// - Returns: the identity of the vote and its version.
    /// - Throws: ``SQLError``.
    package func castVote(
        _ vote: Vote,
        on id: Identifier<RecognitionApplication>,
        by account: Identifier<Account>,
        motivation: String,
        day: Day
    ) throws -> (id: Int64, version: Int) {
        let rows = try rows(
            """
            INSERT INTO vote (application_id, account_id, vote, motivation, cast_on)
            VALUES (\(id), \(account), \(vote), \(motivation), \(day))
            ON CONFLICT (application_id, account_id) DO UPDATE SET vote = excluded.vote,
                motivation = excluded.motivation, cast_on = excluded.cast_on, version = vote.version + 1
            RETURNING id, version
            """
        )
        guard let row = rows.first else { throw SQLError.unexpectedRow("no vote") }
        return (Int64(try row.int(0)), try row.int(1))
    }

    /// - Throws: ``SQLError``.
    package func advices(on id: Identifier<RecognitionApplication>) throws -> [AdviceRecord] {
        try rows(
            """
            SELECT v.id, v.partnership, v.verdict, v.motivation, v.asked_on, v.given_on, p.name, v.version
            FROM advice v LEFT JOIN account p ON p.id = v.account_id WHERE v.application_id = \(id) ORDER BY v.id
            """
        )
        .map { row in
            AdviceRecord(
                id: Int64(try row.int(0)),
                partnership: PartnershipCode(try row.text(1)),
                verdict: try row.optionalValue(2),
                motivation: try row.text(3),
                askedOn: try row.day(4),
                givenOn: try row.optionalDay(5),
                name: try row.optionalText(6),
                version: try row.int(7)
            )
        }
    }

    /// Asks a sector for advice, once per file.
    ///
    /// - Returns: the identity of the advice, or nothing where it was asked before.
    /// - Throws: ``SQLError``.
    package func askAdvice(
        of partnership: PartnershipCode,
        on id: Identifier<RecognitionApplication>,
        day: Day
    ) throws -> Int64? {
        try row(
            """
            INSERT INTO advice (application_id, partnership, asked_on) VALUES (\(id), \(partnership), \(day))
            ON CONFLICT (application_id, partnership) DO NOTHING RETURNING id
            """
        )
        .map { Int64(try $0.int(0)) }
    }

    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func giveAdvice(
        _ id: Int64,
        _ verdict: AdviceVerdict,
        motivation: String,
        by account: Identifier<Account>,
        on day: Day,
        since version: Int
    ) throws -> Bool {
        try run(
            """
            UPDATE advice SET verdict = \(verdict), motivation = \(motivation), given_on = \(day),
                account_id = \(account), version = version + 1
            WHERE id = \(id) AND version = \(version)
            """
        ) == 1
    }
}

private let checkColumns: SQL =
    """
    c.id, c.application_id, c.establishment_id, c.partnership, c.kind, c.held_on, c.account_id, p.name, c.note
    """

private func checkRecord(_ row: SQLRow) throws -> CheckRecord {
    CheckRecord(
        id: Int64(try row.int(0)),
        application: try row.optionalID(1),
        establishment: try row.id(2),
        partnership: PartnershipCode(try row.text(3)),
        kind: try row.value(4),
        heldOn: try row.day(5),
        account: try row.id(6),
        name: try row.text(7),
        note: try row.text(8)
    )
}
