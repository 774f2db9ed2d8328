internal import TandemSQL

extension Migration {
    /// Searches of the radar that a person keeps, with the numbers that he saw the last time.
    static let savedSearches = Migration(
        number: 6,
        name: "saved-searches",
        tables: """
            CREATE TABLE saved_search (
                id INTEGER PRIMARY KEY,
                account_id INTEGER NOT NULL REFERENCES account (id),
                name TEXT NOT NULL,
                query TEXT NOT NULL,
                seen BLOB NOT NULL,
                seen_extract INTEGER NOT NULL,
                seen_at INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT one_saved_search_per_name UNIQUE (account_id, name)
            ) STRICT;
            """,
        sqlite: "",
        postgresql: ""
    )
}
