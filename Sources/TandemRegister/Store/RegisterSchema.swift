internal import TandemSQL

/// The tables of the company register's own file.
///
/// The file is replaced as a whole by each Full, so it has a format and no migrations: a file of another format is
/// refused, and made anew by importing a Full.
enum RegisterSchema {
    /// Goes up with every change of a table, of the packed records or of the index.
    static let format = 2

    static func make(_ session: any SQLSession) throws {
        try session.runScript(settings)
        try session.runScript(tables)
    }

    /// What is made when all rows are in.
    static func makeIndexes(_ session: any SQLSession) throws { try session.runScript(indexes) }

    /// Rows are written once and in order, so that much memory for pages would be wasted.
    private static let settings: SQLScript = """
        PRAGMA cache_size = -32768;
        PRAGMA mmap_size = 0;
        """

    private static let tables: SQLScript = """
        CREATE TABLE extract (
            position INTEGER PRIMARY KEY,
            format INTEGER NOT NULL,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL CONSTRAINT kind_is_full_or_update CHECK (kind IN ('full', 'update')),
            snapshot INTEGER NOT NULL,
            made TEXT NOT NULL,
            report TEXT NOT NULL
        ) STRICT;
        CREATE TABLE code (
            category TEXT NOT NULL,
            code TEXT NOT NULL,
            language TEXT NOT NULL,
            description TEXT NOT NULL,
            PRIMARY KEY (category, code, language)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE enterprise (
            number INTEGER PRIMARY KEY,
            type INTEGER NOT NULL,
            situation INTEGER,
            form INTEGER,
            form_cac INTEGER,
            start INTEGER,
            record BLOB NOT NULL
        ) STRICT;
        CREATE TABLE establishment (
            number INTEGER PRIMARY KEY,
            enterprise INTEGER NOT NULL,
            start INTEGER,
            record BLOB NOT NULL
        ) STRICT;
        CREATE TABLE branch (
            number INTEGER PRIMARY KEY,
            enterprise INTEGER NOT NULL,
            start INTEGER,
            record BLOB NOT NULL
        ) STRICT;
        CREATE TABLE employer (
            number INTEGER PRIMARY KEY,
            committee TEXT,
            employees INTEGER
        ) STRICT;
        CREATE TABLE index_part (
            name TEXT NOT NULL,
            part INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (name, part)
        ) STRICT;
        CREATE TABLE changed (
            number INTEGER PRIMARY KEY,
            gap INTEGER NOT NULL,
            name_before BLOB
        ) STRICT;
        """

    private static let indexes: SQLScript = """
        CREATE INDEX establishment_of_enterprise ON establishment (enterprise);
        CREATE INDEX branch_of_enterprise ON branch (enterprise);
        """
}
