/// A database that the store talks to; each make is a module of its own.
package protocol SQLDatabase: Sendable {
    /// The make, for statements in which the dialects differ.
    var dialect: SQLDialect { get }

    /// Runs `body` on one consistent state, without changing anything.
    ///
    /// - Throws: ``SQLError``, or what `body` throws.
    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result

    /// Runs `body` in one transaction, which is undone as a whole where `body` throws.
    ///
    /// - Throws: ``SQLError``, or what `body` throws.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result
}

/// The language of a make.
package enum SQLDialect: String, CaseIterable, Sendable {
    case sqlite
}

/// A connection inside a read or a write; it is never kept beyond it.
package protocol SQLSession {
    /// The rows that a statement answers.
    ///
    /// - Throws: ``SQLError``.
    func rows(_ statement: SQL) throws -> [SQLRow]

    /// Hands over the rows one by one, without holding them all.
    ///
    /// - Throws: ``SQLError``, or what `body` throws, which ends the reading.
    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws

    /// Runs a statement and says how many rows it changed.
    ///
    /// - Throws: ``SQLError``.
    @discardableResult
    func run(_ statement: SQL) throws -> Int

    /// Runs several statements of a migration, written as a script without arguments.
    ///
    /// - Throws: ``SQLError``.
    func runScript(_ script: StaticString) throws
}

extension SQLSession {
    /// The only row, or nothing where there is none.
    ///
    /// - Throws: ``SQLError``.
    package func row(_ statement: SQL) throws -> SQLRow? { try rows(statement).first }

    /// The first column of the only row, which must be an integer, such as a count or a new identity.
    ///
    /// - Throws: ``SQLError``.
    package func integer(_ statement: SQL) throws -> Int {
        guard let row = try row(statement) else { throw SQLError.unexpectedRow("no row") }
        return try row.int(0)
    }
}

/// What a database may answer instead of rows; the same for every make.
package enum SQLError: Error, Hashable, Sendable {
    /// A row with the same key is there already; names the columns or the constraint.
    case unique(String)
    /// A named check of the schema does not hold.
    case check(String)
    /// A row that is referred to is missing, or one that is referred to would go.
    case foreignKey
    /// Another writer holds the database too long, or the transaction lost against another.
    case busy
    /// The database cannot be reached, opened or written.
    case unavailable(String)
    /// An answer of another shape than the store expects: schema and program differ.
    case unexpectedRow(String)
    /// Anything else; the message never holds arguments.
    case other(code: Int, message: String)
}
