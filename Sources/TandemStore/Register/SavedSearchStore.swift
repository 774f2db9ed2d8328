package import TandemDomain
package import TandemSQL

/// A search of the radar that a person keeps under a name.
package struct SavedSearchRecord: Sendable, Hashable {
    package let id: Int64
    package let account: Identifier<Account>
    package var name: String
    /// The query of its address.
    package let query: String
    /// The numbers that were found when it was seen last, packed.
    package var seen: [UInt8]
    /// The number of the extract of the company register that was searched then.
    package var seenExtract: Int
    package var seenAt: Instant
    package let version: Int

    package init(
        id: Int64 = 0,
        account: Identifier<Account>,
        name: String,
        query: String,
        seen: [UInt8],
        seenExtract: Int,
        seenAt: Instant,
        version: Int = 1
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.query = query
        self.seen = seen
        self.seenExtract = seenExtract
        self.seenAt = seenAt
        self.version = version
    }
}

extension SQLSession {
    /// What a person kept, by name.
    ///
    /// - Throws: ``SQLError``.
    package func savedSearches(of account: Identifier<Account>, limit: Int) throws -> [SavedSearchRecord] {
        try rows(
            "SELECT \(savedSearchColumns) FROM saved_search WHERE account_id = \(account) ORDER BY name LIMIT \(limit)"
        )
        .map(savedSearchRecord)
    }

    /// - Throws: ``SQLError``.
    package func savedSearch(_ id: Int64) throws -> SavedSearchRecord? {
        try row("SELECT \(savedSearchColumns) FROM saved_search WHERE id = \(id)").map(savedSearchRecord)
    }

    /// Whether a person keeps another search under this name.
    ///
    /// - Throws: ``SQLError``.
    package func hasSavedSearch(
        named name: String,
        of account: Identifier<Account>,
        besides id: Int64 = 0
    ) throws -> Bool {
        try integer(
            "SELECT count(*) FROM saved_search WHERE account_id = \(account) AND name = \(name) AND id <> \(id)"
        ) > 0
    }

    /// - Throws: ``SQLError``.
    package func addSavedSearch(_ search: SavedSearchRecord, at now: Instant) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO saved_search (account_id, name, query, seen, seen_extract, seen_at, created_at)
                VALUES (\(search.account), \(search.name), \(search.query), \(search.seen), \(search.seenExtract),
                    \(search.seenAt.milliseconds), \(now.milliseconds))
                RETURNING id
                """
            )
        )
    }

    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func change(_ search: SavedSearchRecord) throws -> Bool {
        try run(
            """
            UPDATE saved_search SET name = \(search.name), seen = \(search.seen),
                seen_extract = \(search.seenExtract), seen_at = \(search.seenAt.milliseconds), version = version + 1
            WHERE id = \(search.id) AND version = \(search.version)
            """
        ) == 1
    }

    /// - Throws: ``SQLError``.
    package func removeSavedSearch(_ id: Int64) throws { try run("DELETE FROM saved_search WHERE id = \(id)") }
}

private let savedSearchColumns: SQL = "id, account_id, name, query, seen, seen_extract, seen_at, version"

private func savedSearchRecord(_ row: SQLRow) throws -> SavedSearchRecord {
    SavedSearchRecord(
        id: Int64(try row.int(0)),
        account: try row.id(1),
        name: try row.text(2),
        query: try row.text(3),
        seen: try row.blob(4),
        seenExtract: try row.int(5),
        seenAt: Instant(milliseconds: Int64(try row.int(6))),
        version: try row.int(7)
    )
}
