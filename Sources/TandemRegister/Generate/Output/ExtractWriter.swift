internal import TandemDomain

/// The bytes of some rows, and what is to be counted of them.
typealias WrittenRows = (bytes: [UInt8], tally: Tally)

/// Writes one extract: the whole register of a day, or what changed in it.
struct ExtractWriter: Sendable {
    let codes: [UInt8]
    let codeRows: Int
    let workers: Int
    /// How many entities are made at a time.
    static let piece = 4096

    init(workers: Int) throws {
        self.workers = workers
        var row = RowWriter()
        for fields in try CodeList.rows() {
            for (language, label) in zip(["NL", "FR", "DE"], fields.dropFirst(2)) where !label.isEmpty {
                row.raw(Field.text(String(fields[0])) + Field.text(String(fields[1])) + Field.text(language))
                row.text(Array(label.utf8))
                row.endRow()
            }
        }
        codes = RegisterTable.header(RegisterTable.code.columns) + row.bytes
        codeRows = row.tally.rows
    }

    /// - Returns: how many rows each file holds, and how many of them are untidy
    func writeFull(
        _ state: RegisterState,
        _ name: ExtractName,
        to target: any ExtractTarget
    ) async throws -> [String: Tally] {
        var tallies = try writeLists(name, to: target)
        for table in RegisterTable.ofEntities {
            let rows = EntityRows(state: state, table: table)
            let file = name.file(table)
            try target.begin(file: file)
            try target.write(RegisterTable.header(table.columns))
            var tally = Tally()
            for kind in table.kinds {
                try await write(rows, kind, to: target, &tally)
            }
            try target.endFile()
            tallies[file] = tally
        }
        try target.finish()
        return tallies
    }

    private func write(
        _ rows: EntityRows,
        _ kind: EntityKind,
        to target: any ExtractTarget,
        _ tally: inout Tally
    ) async throws {
        let parts = pieces(of: rows.state.countWithAdditional(of: kind), size: Self.piece)
        try await inOrder(parts.count, workers: workers) { part in
            Self.written(rows, parts[part].map { rows.state.entity(kind, at: $0) })
        } take: { part in
            try target.write(part.bytes)
            tally += part.tally
        }
    }

    private static func written(_ rows: EntityRows, _ entities: some Sequence<Entity>) -> WrittenRows {
        var row = RowWriter()
        for entity in entities { rows.append(entity, to: &row) }
        return (row.bytes, row.tally)
    }

    private func writeLists(_ name: ExtractName, to target: any ExtractTarget) throws -> [String: Tally] {
        try target.put(name.meta, in: "meta.csv")
        try target.put(codes, in: "code.csv")
        return ["meta.csv": Tally(rows: 5), "code.csv": Tally(rows: codeRows)]
    }

    /// Deletes all rows of what changed, and inserts its complete new rows.
    func writeUpdate(
        from old: RegisterState,
        to new: RegisterState,
        _ changes: DayChanges,
        _ name: ExtractName,
        to target: any ExtractTarget
    ) async throws -> [String: Tally] {
        var tallies = try writeLists(name, to: target)
        for table in RegisterTable.ofEntities {
            let touched = changes.entities(in: table)
            let (before, after) = (EntityRows(state: old, table: table), EntityRows(state: new, table: table))
            let deletes = "\(table.rawValue)_delete.csv"
            try target.begin(file: deletes)
            try target.write(RegisterTable.header([table.columns[0]]))
            tallies[deletes] = try await writeTouched(touched, to: target) { Self.deleted(before, $0) }
            let inserts = "\(table.rawValue)_insert.csv"
            try target.begin(file: inserts)
            try target.write(RegisterTable.header(table.columns))
            tallies[inserts] = try await writeTouched(touched, to: target) { Self.written(after, $0) }
        }
        try target.finish()
        return tallies
    }

    private func writeTouched(
        _ entities: [Entity],
        to target: any ExtractTarget,
        _ make: @escaping @Sendable (ArraySlice<Entity>) -> WrittenRows
    ) async throws -> Tally {
        var tally = Tally()
        let parts = pieces(of: entities.count, size: Self.piece)
        try await inOrder(parts.count, workers: workers) {
            make(entities[parts[$0]])
        } take: { part in
            try target.write(part.bytes)
            tally += part.tally
        }
        try target.endFile()
        return tally
    }

    /// The numbers of those that had a row.
    private static func deleted(_ rows: EntityRows, _ entities: ArraySlice<Entity>) -> WrittenRows {
        var (row, probe) = (RowWriter(), RowWriter())
        for entity in entities {
            let known = probe.tally.rows
            rows.append(entity, to: &probe)
            if probe.tally.rows == known { continue }
            row.number(rows.state.population.number(of: entity))
            row.endRow()
        }
        return (row.bytes, row.tally)
    }
}
