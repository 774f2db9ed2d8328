internal import TandemSQL

/// A table that gets many rows at once, with the identities it gives out.
struct LoadingTable {
    private let table: SQLTable
    private let audited: Audited
    /// Where the columns that an event holds stand among those of a new row.
    private let places: [Int]
    private var rows: [[SQLValue]] = []
    private var lastID: Int64

    /// Reads which identity comes next; under the lock of a writing nobody else gives one out.
    ///
    /// - Throws: ``SQLError``; also where the table lacks a column that an event holds.
    init(_ columns: SQLTable, as audited: Audited, _ session: any SQLSession, _ dialect: SQLDialect) throws {
        table = try SQLTable(columns.name, ["id"] + columns.columns)
        self.audited = audited
        places = try audited.names.map { name in
            guard let place = columns.columns.firstIndex(of: name.filter { $0 != "#" }) else {
                throw SQLError.unexpectedRow("\(columns.name) is loaded without \(name)")
            }
            return place
        }
        lastID = try session.lastIdentity(of: table, dialect)
    }

    /// Takes a row, and gives it its identity.
    mutating func add(_ row: NewRow) -> Int64 {
        lastID += 1
        rows.append(values(lastID, row))
        return lastID
    }

    /// Puts another row in the place of one that was not written yet.
    ///
    /// - Returns: whether it was not.
    mutating func replace(_ id: Int64, by row: NewRow) -> Bool {
        let index = Int(id - lastID) + rows.count - 1
        guard rows.indices.contains(index) else { return false }
        rows[index] = values(id, row)
        return true
    }

    private func values(_ id: Int64, _ row: NewRow) -> [SQLValue] { [.integer(id)] + row.values.map(\.value) }

    /// What happened to a row, and what an event says of it: the same as if it were read back.
    func happening(_ id: Int64, _ row: NewRow, version: Int, _ cause: LoadedCause) -> (Happening, state: String) {
        let read = SQLRow(places.map { row.values[$0].value })
        return (
            Happening(audited, id, version: version, act: cause.act, effectiveOn: cause.day),
            EventState.text(of: read, as: audited)
        )
    }

    /// Writes the rows that wait.
    ///
    /// - Throws: ``SQLError``.
    mutating func write(_ session: any SQLSession) throws {
        try session.load(rows, into: table)
        rows = []
    }
}

extension SQLSession {
    /// Adds many rows that are at hand.
    ///
    /// - Throws: ``SQLError``.
    func load(_ rows: [[SQLValue]], into table: SQLTable) throws {
        if rows.isEmpty { return }
        var rest = rows[...]
        try load(table) { rest.popFirst() }
    }
}
