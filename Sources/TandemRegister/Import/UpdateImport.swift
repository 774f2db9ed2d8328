internal import TandemSQL

/// Changes a register by an Update, in one transaction: what is listed goes, then what is listed comes.
struct UpdateImport {
    let database: any SQLDatabase
    let indexing: Indexing

    /// - Throws: ``ExtractProblem`` or ``SQLError``; the register is as it was then.
    func callAsFunction(_ reader: ExtractReader) async throws -> ImportReport {
        var reader = reader
        let known = try await database.read { session in try KnownNumbers.read(session) }
        let rows = try await UpdateRows.read(&reader, known: known)
        let (report, indexing) = (reader.finish(), indexing)
        return try await database.write { session in
            let upkeep = try IndexUpkeep(indexing: indexing, before: rows.touched, session)
            var update = AppliedUpdate(rows, report)
            try update.apply(session)
            try upkeep.follow(update, in: session)
            update.report.isReindexed = try session.integer(IndexStatements.changedCount) == 0
            let extract = ImportedExtract(identity: update.report.identity, report: update.report.json)
            try session.run(ExtractStatements.insert(extract))
            return update.report
        }
    }
}

/// The numbers that the register has.
private enum KnownNumbers {
    static func read(_ session: any SQLSession) throws -> NumberSet {
        var known = allNumbers()
        for stem in try IndexParts.stems(session) { known.insert(stem) }
        for row in try session.rows(EntityStatements.branchNumbers) { known.insert(UInt32(try row.int(0))) }
        for row in try session.rows(IndexStatements.changed) { known.remove(UInt32(try row.int(0))) }
        for row in try session.rows(EntityStatements.changedNumbers) { known.insert(UInt32(try row.int(0))) }
        return known
    }
}

/// An Update while it is applied, and what it touched.
struct AppliedUpdate {
    var report: ImportReport
    /// What was changed, put in or taken out.
    private(set) var touched: Set<UInt32> = []
    /// The enterprises of what was taken out.
    private(set) var owners: Set<UInt32> = []
    private let rows: UpdateRows
    private var assembly: RecordAssembly
    private let enterprises: [UInt32: EnterpriseRow]
    private let owned: [UInt32: OwnedRow]

    init(_ rows: UpdateRows, _ report: ImportReport) {
        self.rows = rows
        self.report = report
        assembly = RecordAssembly(rows.inserted)
        enterprises = Dictionary(rows.inserted.enterprises.map { ($0.stem, $0) }) { $1 }
        owned = Dictionary((rows.inserted.establishments + rows.inserted.branches).map { ($0.stem, $0) }) { $1 }
    }

    mutating func apply(_ session: any SQLSession) throws {
        try session.run(CodeStatements.deleteAll)
        for label in rows.inserted.labels { try session.run(CodeStatements.insert(label)) }
        let stopped = rows.deleted(from: .enterprise).subtracting(enterprises.keys)
        for stem in stopped.sorted() { try stopOwned(by: stem, session) }
        let closed = rows.deleted(from: .establishment).union(rows.deleted(from: .branch)).subtracting(owned.keys)
        for stem in (stopped.union(closed)).sorted() { try remove(stem, session) }
        for stem in rows.touched { try change(stem, session) }
        for (table, count) in assembly.duplicates { report.addDuplicates(count, in: table.insertFile) }
    }

    /// Takes out what a stopped enterprise still has; the Update does not promise to list it.
    private mutating func stopOwned(by enterprise: UInt32, _ session: any SQLSession) throws {
        for row in try session.rows(EntityStatements.owned(by: enterprise)) {
            let stem = UInt32(try row.int(0))
            let table: ExtractTable = EntityNumber(stem: stem).kind == .branch ? .branch : .establishment
            guard owned[stem] == nil, !rows.deleted(from: table).contains(stem) else { continue }
            cascade(1, in: table)
            try remove(stem, session)
        }
    }

    private mutating func remove(_ stem: UInt32, _ session: any SQLSession) throws {
        guard let stored = try StoredEntity(stem, session) else { return }
        countUnlisted(stem, stored.record)
        if let owner = stored.owner { owners.insert(owner) }
        touched.insert(stem)
        try session.run(EntityStatements.delete(stem))
    }

    /// Counts the rows that go with an entity although no file lists them.
    private mutating func countUnlisted(_ stem: UInt32, _ record: EntityRecord) {
        for (table, count) in record.rowCounts where count > 0 && !rows.deleted(from: table).contains(stem) {
            cascade(count, in: table)
        }
    }

    private mutating func cascade(_ count: Int, in table: ExtractTable) {
        report.cascaded[table.rawValue, default: 0] += count
    }

    /// Writes the new facts and rows of one entity; rows of one that is gone have nowhere to go.
    private mutating func change(_ stem: UInt32, _ session: any SQLSession) throws {
        let incoming = assembly.record(of: stem)
        let stored = try StoredEntity(stem, session)
        let record = (stored?.record ?? EntityRecord()).replaced(by: incoming) { rows.deleted(from: $0).contains(stem) }
        if let facts = enterprises[stem] {
            try session.run(EntityStatements.upsert(facts, record.packed))
        } else if let facts = owned[stem] {
            if let owner = stored?.owner { owners.insert(owner) }
            try session.run(EntityStatements.upsert(facts, record.packed))
        } else if stored != nil {
            try session.run(EntityStatements.setRecord(record.packed, of: stem))
        } else {
            return
        }
        touched.insert(stem)
    }
}
