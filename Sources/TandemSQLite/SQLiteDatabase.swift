internal import Foundation
internal import GRDB
internal import Synchronization
package import TandemSQL

/// The register on SQLite: one file, readers beside one writer.
package struct SQLiteDatabase: SQLDatabase {
    package let dialect = SQLDialect.sqlite
    let writer: any DatabaseWriter
    private let work = WorkInProgress()

    /// Opens the file, and makes it where it is not there.
    ///
    /// A scratch file may be lost when the machine stops, as while a demonstration is filled.
    ///
    /// - Throws: ``SQLError/unavailable(_:)`` where the file cannot be opened or is no database.
    package init(path: String, isScratch: Bool = false) throws {
        let configuration = Self.configuration(isScratch: isScratch)
        self.init(try translatingErrors { try DatabasePool(path: path, configuration: configuration) })
    }

    /// Opens an empty database in memory, gone when the value goes.
    ///
    /// - Throws: ``SQLError``.
    package init() throws {
        self.init(try translatingErrors { try DatabaseQueue(configuration: Self.configuration(isScratch: true)) })
    }

    init(_ writer: any DatabaseWriter) { self.writer = writer }

    /// Closes the file; what was written is in it, and in nothing beside it.
    package func close() async throws {
        try await translatingErrorsAsync {
            _ = try await writer.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try writer.close()
        }
    }

    /// Readers beside one writer; SQLite does not tell how many are at work.
    package var poolUse: SQLPoolUse { SQLPoolUse(size: Self.readers + 1, inUse: 0, waiting: 0) }

    package func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await translatingErrorsAsync {
            try await writer.read { database in try body(SQLiteSession(database: database)) }
        }
    }

    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await translatingErrorsAsync {
            try await writer.write { database in try body(SQLiteSession(database: database)) }
        }
    }

    /// Another program on the same file is not seen: that only one acts does not rest on this, but on the transaction.
    package func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? {
        guard work.begin(name) else { return nil }
        defer { work.end(name) }
        return try await body()
    }

    private static let readers = 8

    /// Every acknowledged write is on the disk (`synchronous = FULL`); writers wait for one another up to ten seconds.
    private static func configuration(isScratch: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = \(isScratch ? "OFF" : "FULL");
                    PRAGMA cache_size = \(isScratch ? -524288 : -65536);
                    PRAGMA mmap_size = 1073741824;
                    PRAGMA temp_store = MEMORY;
                    """
            )
        }
        return configuration
    }
}

/// One connection of GRDB, inside a read or a write.
private struct SQLiteSession: SQLSession {
    let database: Database

    func rows(_ statement: TandemSQL.SQL) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(statement) { rows.append($0) }
        return rows
    }

    func forEachRow(_ statement: TandemSQL.SQL, _ body: (SQLRow) throws -> Void) throws {
        try translatingErrors {
            let prepared = try database.cachedStatement(sql: statement.text)
            let cursor = try Row.fetchCursor(prepared, arguments: try arguments(of: statement))
            let columns = 0..<prepared.columnCount
            while let row = try cursor.next() {
                try body(SQLRow(columns.map { value(row[$0] as DatabaseValue) }))
            }
        }
    }

    func run(_ statement: TandemSQL.SQL) throws -> Int {
        try translatingErrors {
            let prepared = try database.cachedStatement(sql: statement.text)
            try prepared.execute(arguments: try arguments(of: statement))
            return database.changesCount
        }
    }

    func runAll(_ statements: [TandemSQL.SQL]) throws {
        for statement in statements { _ = try run(statement) }
    }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int {
        try translatingErrors {
            let places = table.columns.map { _ in "?" }.joined(separator: ", ")
            let columns = table.columns.joined(separator: ", ")
            let prepared = try database.cachedStatement(
                sql: "INSERT INTO \(table.name) (\(columns)) VALUES (\(places))"
            )
            var count = 0
            while let row = try next() {
                guard row.count == table.columns.count else {
                    throw SQLError.unexpectedRow("\(row.count) values for \(table.columns.count) columns")
                }
                prepared.setUncheckedArguments(StatementArguments(try row.map(bindable)))
                try prepared.execute()
                count += 1
            }
            return count
        }
    }

    func runScript(_ script: SQLScript) throws {
        try translatingErrors { try database.execute(sql: script.text) }
    }

    /// Optional values: the other way in of GRDB reads each through a key path, which an import of many rows feels.
    private func arguments(of statement: TandemSQL.SQL) throws -> StatementArguments {
        StatementArguments(try statement.arguments.map { try bindable($0.value) })
    }

    /// A text goes on its way as a C string: what stands behind a zero character would be lost in silence, where
    /// PostgreSQL refuses it.
    private func bindable(_ value: SQLValue) throws -> (any DatabaseValueConvertible)? {
        switch value {
        case .null: nil
        case .integer(let value): value
        case .real(let value): value
        case .text(let value) where value.utf8.contains(0):
            throw SQLError.other(code: "22021", message: "a text with a zero character")
        case .text(let value): value
        case .blob(let bytes): Data(bytes)
        }
    }

    private func value(_ stored: DatabaseValue) -> SQLValue {
        switch stored.storage {
        case .null: .null
        case .int64(let value): .integer(value)
        case .double(let value): .real(value)
        case .string(let value): .text(value)
        case .blob(let data): .blob([UInt8](data))
        }
    }
}

/// The names of the work that somebody is at.
private final class WorkInProgress: Sendable {
    private let names = Mutex<Set<String>>([])

    func begin(_ name: String) -> Bool { names.withLock { $0.insert(name).inserted } }

    func end(_ name: String) { names.withLock { _ = $0.remove(name) } }
}

func translatingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw translated(error) }
}

func translatingErrorsAsync<Result>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let error as DatabaseError { throw translated(error) }
}

/// The same errors for every make; the message of SQLite names constraint or columns, never an argument.
private func translated(_ error: DatabaseError) -> SQLError {
    let subject = error.message.map { String($0.split(separator: ": ").last ?? "") } ?? ""
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return .unique(subject)
    case .SQLITE_CONSTRAINT_CHECK: return .check(subject)
    case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKey
    case _: break
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CORRUPT:
        return .unavailable(error.message ?? "")
    case _: return .other(code: String(error.resultCode.rawValue), message: error.message ?? "")
    }
}
