/// A database that the store talks to; each make is a module of its own.
package protocol SQLDatabase: Sendable {
    /// The make, for statements in which the dialects differ.
    var dialect: SQLDialect { get }

    /// How the connections are used at this moment.
    var poolUse: SQLPoolUse { get }

    /// Runs `body` on one consistent state, without changing anything.
    ///
    /// Where the connection breaks, `body` is run again from its beginning on another.
    ///
    /// - Throws: ``SQLError``, or what `body` throws.
    func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result

    /// Runs `body` in one transaction, which is undone as a whole where `body` throws.
    ///
    /// Writers follow one another: what `body` reads, no other writer changes before it ends, on whichever server. Where
    /// the connection breaks before anything was kept, `body` is run again from its beginning.
    ///
    /// - Throws: ``SQLError``, or what `body` throws.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result

    /// Runs `body`, unless somebody runs one of the same name at this moment, here or on another server.
    ///
    /// - Returns: what `body` returned, or nothing where it did not run.
    /// - Throws: ``SQLError``, or what `body` throws.
    func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result?

    /// Tells the planner what the tables hold, after much was written at once.
    ///
    /// - Throws: ``SQLError``.
    func refreshStatistics() async throws

    /// Waits for what runs, and gives every connection back.
    ///
    /// - Throws: ``SQLError``.
    func close() async throws
}

extension SQLDatabase {
    /// Runs `body` on the present state, without changing anything.
    ///
    /// - Throws: ``SQLError``, or what `body` throws.
    package func read<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await read(.current, body)
    }
}

/// How fresh a reading has to be.
package enum SQLFreshness: Sendable {
    /// Everything that was acknowledged: what a decision, a form or a mandate rests on.
    case current
    /// A copy that may lag some seconds behind will do: counts, lists of the past, figures for who watches over the server.
    case mayLag
}

/// How a database uses its connections.
package struct SQLPoolUse: Sendable, Hashable {
    /// How many connections there may be.
    package let size: Int
    /// How many are at work.
    package let inUse: Int
    /// How many readings and writings wait for one.
    package let waiting: Int

    package init(size: Int, inUse: Int, waiting: Int) {
        self.size = size
        self.inUse = inUse
        self.waiting = waiting
    }
}

/// The language of a make.
package enum SQLDialect: String, CaseIterable, Sendable {
    case sqlite, postgresql
}

/// A connection inside a read or a write; it is never kept beyond it.
package protocol SQLSession {
    /// The rows that a statement answers.
    ///
    /// - Throws: ``SQLError``.
    func rows(_ statement: SQL) throws -> [SQLRow]

    /// Hands over the rows one by one, without holding them all; `body` runs no statement meanwhile.
    ///
    /// - Throws: ``SQLError``, or what `body` throws, which ends the reading.
    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws

    /// Runs a statement and says how many rows it changed.
    ///
    /// - Throws: ``SQLError``.
    @discardableResult
    func run(_ statement: SQL) throws -> Int

    /// Runs statements whose answers nobody needs one by one, in their order, with as little waiting as the make allows.
    ///
    /// - Throws: ``SQLError`` of the first that fails; those after it are not run.
    func runAll(_ statements: [SQL]) throws

    /// Adds many rows to a table in the fastest way of the make.
    ///
    /// - Parameters:
    ///   - table: where, and which columns the rows hold.
    ///   - next: gives one row after the other, and nothing at the end.
    /// - Returns: how many rows were added.
    /// - Throws: ``SQLError``, or what `next` throws.
    @discardableResult
    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int

    /// Runs several statements of a migration, written as a script without arguments.
    ///
    /// - Throws: ``SQLError``.
    func runScript(_ script: SQLScript) throws
}

/// A table and some of its columns, by the names that the schema gives them.
package struct SQLTable: Sendable, Hashable {
    package let name: String
    package let columns: [String]

    /// - Throws: ``SQLError/unexpectedRow(_:)`` where a name holds anything but small letters, digits and underscores.
    package init(_ name: String, _ columns: [String]) throws(SQLError) {
        for word in [name] + columns where word.isEmpty || !word.utf8.allSatisfy(Self.isAllowed) {
            throw .unexpectedRow("'\(word)' is no name of a table or a column")
        }
        self.name = name
        self.columns = columns
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_")
    }
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
    /// A row with the same key is there already; names the columns, `company.number`.
    case unique(String)
    /// A named check of the schema does not hold.
    case check(String)
    /// A row that is referred to is missing, or one that is referred to would go.
    case foreignKey
    /// Another writer holds the database too long, the transaction lost against another, or a statement took too long.
    case busy
    /// The database cannot be reached, opened or written.
    case unavailable(String)
    /// The connection broke while a commit was on its way, and no server told in time whether it arrived.
    case unknownOutcome
    /// An answer of another shape than the store expects: schema and program differ.
    case unexpectedRow(String)
    /// Anything else, with the code of the make; the message never holds arguments.
    case other(code: String, message: String)
}
