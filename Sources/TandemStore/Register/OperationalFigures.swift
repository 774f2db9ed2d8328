package import TandemDomain
package import TandemSQL

/// What waits in the outbox.
package struct OutboxState: Sendable, Hashable {
    /// How many letters there are, counted up to a limit.
    package let letters: Int
    /// When the oldest was made; nothing where there is none.
    package let oldest: Instant?

    package init(letters: Int, oldest: Instant?) {
        self.letters = letters
        self.oldest = oldest
    }
}

// What those who watch over the server ask. Each costs the same however large the register is.
extension SQLSession {
    /// The letters in the outbox, counted up to `limit`, and the age of the oldest.
    ///
    /// - Throws: ``SQLError``.
    package func outboxState(upTo limit: Int) throws -> OutboxState {
        let oldest = try row("SELECT made_at FROM letter WHERE id > 0 ORDER BY id LIMIT 1")
        return OutboxState(
            letters: try integer("SELECT count(*) FROM (SELECT 1 FROM letter WHERE id > 0 LIMIT \(limit)) AS counted"),
            oldest: try oldest?.instant(0)
        )
    }

    /// How many files there are of each status, each counted up to `limit`.
    ///
    /// - Throws: ``SQLError``.
    package func fileCounts(upTo limit: Int) throws -> [ApplicationStatus: Int] {
        let counts = ApplicationStatus.allCases.map { status -> SQL in
            """
            SELECT \(status), count(*) FROM (
                SELECT 1 FROM application a WHERE a.status = \(status) LIMIT \(limit)) AS counted
            """
        }
        let rows = try rows(.joined(counts, by: " UNION ALL "))
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.value(0), try $0.int(1)) })
    }

    /// How many files fell due before `day` and were not decided, counted up to `limit` (R12).
    ///
    /// - Throws: ``SQLError``.
    package func overdueFiles(before day: Day, upTo limit: Int) throws -> Int {
        try integer(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM application a WHERE a.due_on IS NOT NULL AND a.due_on < \(day) LIMIT \(limit)) AS counted
            """
        )
    }
}
