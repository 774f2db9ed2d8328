internal import TandemActions
internal import TandemSQL
internal import TandemSQLite
internal import TandemStore

/// What a file of a register holds, and whether it is sound.
struct FileCheck: Equatable {
    /// The rows of each table.
    let tables: [Table]
    /// How many events the chain has, and its last digest; nothing where a step of the schema lacks.
    let chain: Chain?
    /// What SQLite finds damaged, and what the chain tells.
    let problems: [String]

    struct Table: Equatable {
        let name: String
        let rows: Int
    }

    struct Chain: Equatable {
        let events: Int
        let lastDigest: [UInt8]
    }

    /// Looks at a file without changing anything.
    ///
    /// - Throws: ``SQLError``, or ``BackupRefusal/noRegister(_:)``.
    init(_ path: String) async throws {
        let database = try SQLiteDatabase(lookingAt: path)
        let damages = try await database.damages()
        if damages.isEmpty {
            let missing = try await database.missingMigrations()
            if missing.count == Migration.all.count { throw BackupRefusal.noRegister(path) }
            tables = try await Self.count(database)
            let verification = missing.isEmpty ? try await database.verify() : nil
            chain = verification.map { Chain(events: $0.events, lastDigest: $0.lastDigest) }
            problems = verification?.findings.map(\.description) ?? []
        } else {
            (tables, chain, problems) = ([], nil, damages)
        }
        try await database.close()
    }

    private static func count(_ database: SQLiteDatabase) async throws -> [Table] {
        try await database.read { session in
            try session.tables(.sqlite).map { table in
                Table(name: table.name, rows: try session.integer("SELECT count(*) FROM \(table)"))
            }
        }
    }

    /// The counts, and the digest to keep elsewhere.
    var text: String {
        let rows = tables.map { [$0.name, String($0.rows)] }
        let sum = ["all", String(tables.reduce(0) { $0 + $1.rows })]
        guard let chain else {
            return """
                \(aligned([["table", "rows"]] + rows + [sum]))
                The file is sound. Its chain was not replayed, because the schema is of an earlier version.
                """
        }
        return """
            \(aligned([["table", "rows"]] + rows + [sum]))
            \(chain.events) events, last digest \(hexadecimal(chain.lastDigest)).
            The file is sound; chain and tables agree.
            """
    }
}
