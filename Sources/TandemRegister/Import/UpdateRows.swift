/// What an Update says: by table which numbers go, and all that comes.
struct UpdateRows {
    private(set) var deleted: [ExtractTable: Set<UInt32>] = [:]
    private(set) var inserted = ExtractTables()

    /// Reads all files of an Update.
    ///
    /// - Throws: ``ExtractProblem``, also where nothing goes and nothing comes.
    static func read(_ reader: inout ExtractReader, known: NumberSet) async throws -> UpdateRows {
        var rows = UpdateRows()
        rows.inserted.labels = try await reader.read("code.csv", into: CodeSink()).labels
        for table in ExtractTable.allCases { rows.deleted[table] = try await deletions(of: table, &reader) }
        var remaining = known
        for table in [ExtractTable.enterprise, .establishment, .branch] {
            for stem in rows.deleted(from: table) { remaining.remove(stem) }
        }
        let present = try await reader.readMain(into: &rows.inserted, known: remaining) { $0.insertFile }
        try await reader.readDetails(into: &rows.inserted, known: present) { $0.insertFile }
        guard !rows.isEmpty else { throw ExtractProblem.empty }
        rows.inserted.sort()
        return rows
    }

    func deleted(from table: ExtractTable) -> Set<UInt32> { deleted[table] ?? [] }

    /// Every number that something is said about, in order.
    var touched: [UInt32] {
        var stems = deleted.values.reduce(into: Set<UInt32>()) { $0.formUnion($1) }
        stems.formUnion(inserted.enterprises.map(\.stem))
        stems.formUnion((inserted.establishments + inserted.branches).map(\.stem))
        for rows in [inserted.names, inserted.addresses, inserted.contacts] { stems.formUnion(rows.stems) }
        stems.formUnion(inserted.activities.stems)
        return stems.sorted()
    }

    private var isEmpty: Bool { touched.isEmpty }

    private static func deletions(
        of table: ExtractTable,
        _ reader: inout ExtractReader
    ) async throws -> Set<UInt32> {
        let file = table.deleteFile
        switch table {
        case .enterprise: return Set(try await reader.read(file, into: KeySink<EnterpriseKey>()).stems)
        case .establishment: return Set(try await reader.read(file, into: KeySink<EstablishmentKey>()).stems)
        case .branch: return Set(try await reader.read(file, into: KeySink<BranchKey>()).stems)
        case .denomination, .address, .contact, .activity:
            return Set(try await reader.read(file, into: KeySink<EntityKey>()).stems)
        }
    }
}
