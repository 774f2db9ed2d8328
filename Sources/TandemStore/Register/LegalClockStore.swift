package import TandemDomain
package import TandemSQL

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
    package func lastTick() throws -> (through: Day, at: Instant)? {
        try row("SELECT done_through, done_at FROM legal_clock WHERE name = 'legal-clock'")
            .map { (try $0.day(0), try $0.instant(1)) }
    }
}
