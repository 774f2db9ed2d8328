package import TandemDomain
package import TandemSQL

/// What a letter in the outbox tells.
package enum LetterKind: String, CaseIterable, SQLConvertible, Sendable {
    case received, incomplete, onHold = "on_hold", resumed, approved, approvedByLaw = "approved_by_law", rejected
    case cancelled, withdrawn, withdrawnWithoutMentor = "withdrawn_without_mentor", excluded, discontinued
    case expiryNotice = "expiry_notice"
}

/// A letter as it was made: its words are kept, so that it stays what the company received.
package struct LetterRecord: Sendable {
    package let id: Int64
    package let kind: LetterKind
    package let partnership: PartnershipCode
    package let company: Identifier<Company>
    package let application: Identifier<RecognitionApplication>?
    package let recognition: Identifier<Recognition>?
    package let addressee: String
    package let subject: String
    /// Paragraphs, with an empty line between them.
    package let body: String
    package let madeOn: Day
    package let madeAt: Instant
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func letter(_ id: Int64) throws -> LetterRecord? {
        try row("SELECT \(letterColumns) FROM letter WHERE id = \(id)").map(letterRecord)
    }

    /// The newest letters below `before`, of one partnership or of all.
    ///
    /// - Throws: ``SQLError``.
    package func letters(
        of partnership: PartnershipCode?,
        before: Int64?,
        limit: Int
    ) throws -> [LetterRecord] {
        let own: SQL = partnership.map { "partnership = \($0) AND " } ?? ""
        return try rows(
            """
            SELECT \(letterColumns) FROM letter WHERE \(own)id < \(before ?? Int64.max)
            ORDER BY id DESC LIMIT \(limit)
            """
        )
        .map(letterRecord)
    }

    /// - Throws: ``SQLError``.
    package func letters(to company: Identifier<Company>, limit: Int) throws -> [LetterRecord] {
        try rows(
            "SELECT \(letterColumns) FROM letter WHERE company_id = \(company) ORDER BY id DESC LIMIT \(limit)"
        )
        .map(letterRecord)
    }

    /// - Throws: ``SQLError``.
    package func letters(about id: Identifier<RecognitionApplication>) throws -> [LetterRecord] {
        try rows("SELECT \(letterColumns) FROM letter WHERE application_id = \(id) ORDER BY id").map(letterRecord)
    }

    /// Puts a letter in the outbox.
    ///
    /// - Throws: ``SQLError``.
    @discardableResult
    package func addLetter(
        _ kind: LetterKind,
        partnership: PartnershipCode,
        company: Identifier<Company>,
        application: Identifier<RecognitionApplication>?,
        recognition: Identifier<Recognition>?,
        addressee: String,
        subject: String,
        body: String,
        on day: Day,
        at instant: Instant
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO letter (kind, partnership, company_id, application_id, recognition_id, addressee, subject,
                    body, made_on, made_at)
                VALUES (\(kind), \(partnership), \(company), \(application), \(recognition), \(addressee),
                    \(subject), \(body), \(day), \(instant))
                RETURNING id
                """
            )
        )
    }
}

private let letterColumns: SQL =
    """
    id, kind, partnership, company_id, application_id, recognition_id, addressee, subject, body, made_on, made_at
    """

private func letterRecord(_ row: SQLRow) throws -> LetterRecord {
    LetterRecord(
        id: Int64(try row.int(0)),
        kind: try row.value(1),
        partnership: PartnershipCode(try row.text(2)),
        company: try row.id(3),
        application: try row.optionalID(4),
        recognition: try row.optionalID(5),
        addressee: try row.text(6),
        subject: try row.text(7),
        body: try row.text(8),
        madeOn: try row.day(9),
        madeAt: try row.instant(10)
    )
}
