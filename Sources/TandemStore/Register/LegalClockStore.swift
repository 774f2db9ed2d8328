package import TandemDomain
package import TandemSQL

/// When and how far the law was applied.
package struct RecordedTick: Sendable, Hashable {
    /// The day through which it was applied.
    package let through: Day
    /// When that was done.
    package let at: Instant

    package init(through: Day, at: Instant) {
        self.through = through
        self.at = at
    }
}

extension SQLSession {
    /// Notes through which day the law was applied, and when.
    ///
    /// - Throws: ``SQLError``.
    package func noteTick(through day: Day, at instant: Instant) throws {
        try run(
            """
            INSERT INTO legal_clock (name, done_through, done_at) VALUES ('legal-clock', \(day), \(instant))
            ON CONFLICT (name) DO UPDATE SET done_through = excluded.done_through, done_at = excluded.done_at
            """
        )
    }

    /// Through which day the law was last applied, and when; nothing where it never was.
    ///
    /// - Throws: ``SQLError``.
    package func recordedTick() throws -> RecordedTick? {
        try row("SELECT done_through, done_at FROM legal_clock WHERE name = 'legal-clock'")
            .map { RecordedTick(through: try $0.day(0), at: try $0.instant(1)) }
    }
}
