package import TandemDomain
package import TandemSQL

extension SQLSession {
    /// Takes or keeps a lease: only one holder at a time does the work it stands for.
    ///
    /// - Parameters:
    ///   - name: what is leased.
    ///   - holder: who asks; the same holder may always renew.
    ///   - now: the present moment.
    ///   - milliseconds: how long it lasts unless renewed.
    /// - Returns: whether the holder has it now.
    /// - Throws: ``SQLError``.
    package func takeLease(_ name: String, holder: String, now: Instant, for milliseconds: Int64) throws -> Bool {
        let expires = now.milliseconds + milliseconds
        return try run(
            """
            INSERT INTO lease (name, holder, expires_at) VALUES (\(name), \(holder), \(expires))
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
            WHERE lease.holder = \(holder) OR lease.expires_at <= \(now)
            """
        ) == 1
    }

    /// Notes through which day the leased work was done.
    ///
    /// - Throws: ``SQLError``.
    package func finishLease(_ name: String, holder: String, through day: Day) throws {
        try run(
            "UPDATE lease SET done_through = \(day), expires_at = 0 WHERE name = \(name) AND holder = \(holder)"
        )
    }

    /// Through which day the leased work was last done.
    ///
    /// - Throws: ``SQLError``.
    package func leaseDoneThrough(_ name: String) throws -> Day? {
        try row("SELECT done_through FROM lease WHERE name = \(name)")?.optionalDay(0)
    }
}
