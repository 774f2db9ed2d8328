package import TandemSQL

/// How far a copy is.
package struct CopyProgress: Sendable {
    /// The table that is being written.
    package let table: String
    package let rows: Int
    package let total: Int
}

/// What was copied, and what a verification of the copy saw.
package struct CopyReport: Sendable {
    /// The tables in their order, each with its rows in the source and at the target.
    package let tables: [(name: String, source: Int, target: Int)]
    /// The last digest of the source, in the state that was copied.
    package let lastDigest: [UInt8]
    package let verification: Verification
}

extension SQLDatabase {
    /// Copies the whole register into an empty database of either make, in one state and in one transaction: all or
    /// nothing, and nothing where a table does not hold afterwards what it holds here.
    ///
    /// The target is migrated first. Rows stream from one to the other; no table is held in memory.
    ///
    /// - Parameters:
    ///   - target: an empty database, or a register without rows.
    ///   - now: when the target is migrated.
    ///   - progress: is told now and then how far it is.
    /// - Returns: what was copied, and what a verification of the copy saw.
    /// - Throws: ``CopyRefusal``, ``SQLError``.
    package func copyRegister(
        to target: any SQLDatabase,
        now: Int64,
        progress: @escaping @Sendable (CopyProgress) -> Void = { _ in }
    ) async throws -> CopyReport {
        try await read { try $0.refuseUnlessComplete(dialect) }
        try await target.read { try $0.refuseForeignTables(target.dialect) }
        try await target.migrate(now: now)
        let tables = try await target.read { try $0.copiedTables(target.dialect) }
        let channel = CopyChannel()
        let reader = CopyReader(channel: channel, tables: tables, dialect: dialect)
        let writer = CopyWriter(channel: channel, tables: tables, dialect: target.dialect, progress: progress)
        async let sent: Void = channel.ending { try await read { try reader.run($0) } }
        async let kept = channel.ending { try await target.write { try writer.run($0) } }
        let result = try await kept
        try await sent
        return CopyReport(
            tables: result.tables,
            lastDigest: result.lastDigest,
            verification: try await target.verify()
        )
    }
}

/// Reads every table of the source, in one state.
private struct CopyReader: Sendable {
    let channel: CopyChannel
    let tables: [SQLTable]
    let dialect: SQLDialect

    private static let portionSize = 1 << 20

    func run(_ session: any SQLSession) throws {
        try channel.begin(.source)
        try session.refuseUnlessComplete(dialect)
        try refuseOtherSchema(session)
        let rows = try tables.reduce(0) { try $0 + session.integer("SELECT count(*) FROM \($1)") }
        let last = try session.row("SELECT digest FROM event ORDER BY id DESC LIMIT 1")?.blob(0)
        try channel.send(.start(rows: rows, lastDigest: last ?? []))
        for table in tables { try send(table, session) }
    }

    private func refuseOtherSchema(_ session: any SQLSession) throws {
        let own = try session.copiedTables(dialect)
        let names = Set(own.map(\.name)).symmetricDifference(tables.map(\.name))
        if let other = names.sorted().first { throw CopyRefusal.schemaDiffers(table: other) }
        let columns = Dictionary(uniqueKeysWithValues: own.map { ($0.name, Set($0.columns)) })
        for table in tables where columns[table.name] != Set(table.columns) {
            throw CopyRefusal.schemaDiffers(table: table.name)
        }
    }

    private func send(_ table: SQLTable, _ session: any SQLSession) throws {
        var content = TableContent()
        var portion: [SQLRow] = []
        var size = 0
        try session.forEachRow(table.everyRow) { row in
            content.add(row)
            portion.append(row)
            size += row.size
            if size > Self.portionSize {
                try channel.send(.rows(portion))
                (portion, size) = ([], 0)
            }
        }
        if !portion.isEmpty { try channel.send(.rows(portion)) }
        let last = table.columns.contains("id") ? try session.lastIdentity(of: table, dialect) : nil
        try channel.send(.endOfTable(content, lastIdentity: last))
    }
}

/// Writes every table into the target, and reads it back before anything is kept.
private struct CopyWriter: Sendable {
    let channel: CopyChannel
    let tables: [SQLTable]
    let dialect: SQLDialect
    let progress: @Sendable (CopyProgress) -> Void

    struct Result: Sendable {
        var tables: [(name: String, source: Int, target: Int)] = []
        var lastDigest: [UInt8] = []
    }

    func run(_ session: any SQLSession) throws -> Result {
        try channel.begin(.target)
        try session.refuseRows(in: tables)
        try session.deferForeignKeys(dialect)
        guard case .start(let total, let lastDigest) = try channel.receive() else { throw CopyRefusal.connectionBroke }
        var result = Result(lastDigest: lastDigest)
        var done = 0
        for table in tables {
            let (source, target) = try write(table, session) {
                progress(CopyProgress(table: table.name, rows: done + $0, total: total))
            }
            done += target
            result.tables.append((table.name, source, target))
        }
        try session.describeTables(dialect)
        return result
    }

    private func write(
        _ table: SQLTable,
        _ session: any SQLSession,
        _ told: (Int) -> Void
    ) throws -> (source: Int, target: Int) {
        var rows = ReceivedRows(channel: channel)
        try session.load(table) {
            let row = try rows.next()
            if rows.isAtPortion { told(rows.count) }
            return row
        }
        told(rows.count)
        if let last = rows.lastIdentity { try session.passIdentities(of: table, upTo: last, dialect) }
        var found = TableContent()
        try session.forEachRow(table.everyRow) { found.add($0) }
        guard found == rows.content else { throw CopyRefusal.differs(table: table.name) }
        return (rows.content.rows, found.rows)
    }
}

/// The rows of one table as they come through the channel.
private struct ReceivedRows {
    let channel: CopyChannel
    private var portion: ArraySlice<SQLRow> = []
    private(set) var count = 0
    private(set) var content = TableContent()
    private(set) var lastIdentity: Int64?

    init(channel: CopyChannel) { self.channel = channel }

    /// Whether a portion has just been used up.
    var isAtPortion: Bool { portion.isEmpty && count > 0 }

    mutating func next() throws -> [SQLValue]? {
        while true {
            if let row = portion.popFirst() {
                count += 1
                return row.values
            }
            switch try channel.receive() {
            case .rows(let rows): portion = rows[...]
            case .endOfTable(let content, let lastIdentity):
                (self.content, self.lastIdentity) = (content, lastIdentity)
                return nil
            case .start: throw CopyRefusal.connectionBroke
            }
        }
    }
}

extension SQLTable {
    /// All rows in the order of their key, which the other side writes fastest.
    fileprivate var everyRow: SQL { "SELECT \(columnsOf: self) FROM \(self) ORDER BY 1" }
}

extension SQLSession {
    /// The tables that belong to a register; what it knows of its own schema does not travel.
    fileprivate func copiedTables(_ dialect: SQLDialect) throws -> [SQLTable] {
        try tables(dialect).filter { $0.name != "schema_migration" }
    }

    fileprivate func refuseUnlessComplete(_ dialect: SQLDialect) throws {
        guard try hasTable("schema_migration", dialect) else { throw CopyRefusal.sourceIsNoRegister }
        let missing = try missingMigrations(dialect)
        if !missing.isEmpty { throw CopyRefusal.sourceLacks(missing.map(\.name)) }
        let unknown = try unknownMigrations(dialect)
        if !unknown.isEmpty { throw CopyRefusal.sourceIsNewer(unknown) }
    }

    fileprivate func refuseForeignTables(_ dialect: SQLDialect) throws {
        guard try hasTable("schema_migration", dialect) else {
            if try !tables(dialect).isEmpty { throw CopyRefusal.targetIsNoRegister }
            return
        }
        let unknown = try unknownMigrations(dialect)
        if !unknown.isEmpty { throw CopyRefusal.targetIsNewer(unknown) }
    }

    fileprivate func refuseRows(in tables: [SQLTable]) throws {
        for table in tables where try !rows("SELECT 1 FROM \(table) LIMIT 1").isEmpty {
            throw CopyRefusal.targetIsNotEmpty(table: table.name)
        }
    }
}
