package import TandemSQL

// Where a table gets its identities from: the makes keep that in tables of their own.

extension SQLSession {
    /// The highest identity that a table gave out, as far as the make remembers those of rows that are gone.
    ///
    /// - Throws: ``SQLError``.
    package func lastIdentity(of table: SQLTable, _ dialect: SQLDialect) throws -> Int64 {
        let remembered: SQL =
            switch dialect {
            case .sqlite: "SELECT seq FROM sqlite_sequence WHERE name = \(table.name)"
            case .postgresql: "SELECT pg_sequence_last_value(\(sequence(of: table)))"
            }
        let highest = try row("SELECT max(id) FROM \(table)")?.optionalInt(0)
        return Int64(max(highest ?? 0, try row(remembered)?.optionalInt(0) ?? 0))
    }

    /// Lets a table give out no identity up to `last` any more.
    ///
    /// On SQLite only tables whose rows may be removed remember that.
    ///
    /// - Throws: ``SQLError``.
    package func passIdentities(of table: SQLTable, upTo last: Int64, _ dialect: SQLDialect) throws {
        switch dialect {
        case .sqlite:
            try run("UPDATE sqlite_sequence SET seq = max(seq, \(last)) WHERE name = \(table.name)")
            try run(
                """
                INSERT INTO sqlite_sequence (name, seq) SELECT name, \(last) FROM sqlite_master
                WHERE name = \(table.name) AND sql LIKE '%AUTOINCREMENT%'
                    AND name NOT IN (SELECT name FROM sqlite_sequence)
                """
            )
        case .postgresql:
            _ = try rows(
                """
                SELECT setval(\(sequence(of: table)), \(last))
                WHERE coalesce(pg_sequence_last_value(\(sequence(of: table))), 0) < \(last)
                """
            )
        }
    }

    private func sequence(of table: SQLTable) -> SQL {
        "CAST(pg_get_serial_sequence(\(table.name), 'id') AS regclass)"
    }
}
