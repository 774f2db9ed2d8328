internal import TandemSQL

extension Migration {
    /// Through which day the law was applied, and when; who applies it is settled by a lock of the database.
    ///
    /// PostgreSQL also keeps the number of the last transaction of each writer: after a broken connection it tells
    /// whether a commit that was sent arrived.
    static let legalClock = Migration(
        number: 2,
        name: "legal-clock",
        tables: """
            CREATE TABLE legal_clock (
                name TEXT PRIMARY KEY,
                done_through TEXT NOT NULL,
                done_at INTEGER NOT NULL
            ) STRICT;

            INSERT INTO legal_clock (name, done_through, done_at)
            SELECT name, done_through, 0 FROM lease WHERE done_through IS NOT NULL;

            DROP TABLE lease;
            """,
        sqlite: "",
        postgresql: """
            CREATE TABLE write_mark (
                writer TEXT PRIMARY KEY,
                last_write BIGINT NOT NULL,
                opened_at TIMESTAMPTZ NOT NULL
            );
            """
    )
}
