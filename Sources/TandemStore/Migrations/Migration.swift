package import TandemSQL

/// One step of the schema: numbered without gaps, written once, never edited.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    /// What every make has, in the language of SQLite.
    let tables: SQLScript
    /// What only SQLite has, or has in words of its own.
    let sqlite: SQLScript
    /// What only PostgreSQL has, or has in words of its own.
    let postgresql: SQLScript

    /// All steps, in order.
    package static let all: [Migration] = [
        .register, .legalClock, .closedFiles, .registerLink, .enrolments, .savedSearches, .prospects,
    ]

    /// The script in the language of a make.
    func script(for dialect: SQLDialect) -> SQLScript {
        switch dialect {
        case .sqlite: tables.translated(to: dialect) + sqlite
        case .postgresql: tables.translated(to: dialect) + postgresql
        }
    }
}

extension SQLDatabase {
    /// Brings the schema up to date, and names the steps it took.
    ///
    /// Several servers may start it at once: writers follow one another, so that the second finds nothing left to do.
    ///
    /// - Throws: ``SQLError``; a step that fails is undone as a whole.
    @discardableResult
    package func migrate(now: Int64) async throws -> [String] {
        try await write { session in
            let missing = try session.missingMigrations(dialect)
            if missing.count == Migration.all.count { try session.runScript(Self.journal.translated(to: dialect)) }
            for migration in missing {
                try session.runScript(migration.script(for: dialect))
                try session.run(
                    """
                    INSERT INTO schema_migration (number, name, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(now))
                    """
                )
            }
            return missing.map(\.name)
        }
    }

    /// The names of the steps that this program knows and the database lacks.
    ///
    /// - Throws: ``SQLError``.
    package func missingMigrations() async throws -> [String] {
        try await read { try $0.missingMigrations(dialect).map(\.name) }
    }

    private static var journal: SQLScript {
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            applied_at INTEGER NOT NULL
        );
        """
    }
}

extension SQLSession {
    /// The steps that this program knows and the database lacks.
    ///
    /// - Throws: ``SQLError``.
    func missingMigrations(_ dialect: SQLDialect) throws -> [Migration] {
        guard try hasTable("schema_migration", dialect) else { return Migration.all }
        let done = Set(try rows("SELECT number FROM schema_migration").map { try $0.int(0) })
        return Migration.all.filter { !done.contains($0.number) }
    }

    /// The names of the steps that the database took and this program does not know: a newer one was at work.
    ///
    /// - Throws: ``SQLError``.
    func unknownMigrations(_ dialect: SQLDialect) throws -> [String] {
        guard try hasTable("schema_migration", dialect) else { return [] }
        let known = Migration.all.map(\.number)
        return try rows("SELECT name FROM schema_migration WHERE number NOT IN (\(known)) ORDER BY number")
            .map { try $0.text(0) }
    }
}
