package import TandemSQL

/// One step of the schema: numbered without gaps, written once, never edited.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    let sqlite: StaticString

    /// All steps, in order.
    package static let all: [Migration] = [.register]

    /// The script in the language of a make.
    func script(for dialect: SQLDialect) -> StaticString {
        switch dialect {
        case .sqlite: sqlite
        }
    }
}

extension SQLDatabase {
    /// Brings the schema up to date, and names the steps it took.
    ///
    /// - Throws: ``SQLError``; a step that fails is undone as a whole.
    @discardableResult
    package func migrate(now: Int64) async throws -> [String] {
        try await write { session in
            try session.runScript(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number INTEGER PRIMARY KEY,
                    name TEXT NOT NULL,
                    applied_at INTEGER NOT NULL
                );
                """
            )
            let done = Set(try session.rows("SELECT number FROM schema_migration").map { try $0.int(0) })
            let missing = Migration.all.filter { !done.contains($0.number) }
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
        try await read { session in
            let tables = try session.integer(
                "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
            )
            guard tables > 0 else { return Migration.all.map(\.name) }
            let done = Set(try session.rows("SELECT number FROM schema_migration").map { try $0.int(0) })
            return Migration.all.filter { !done.contains($0.number) }.map(\.name)
        }
    }
}
