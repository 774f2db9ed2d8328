internal import TandemSQL

/// Rows of one table, ready to be stored.
struct EntityBatch: Sendable {
    let kind: RegisteredKind
    let rows: [[SQLValue]]
}

/// Puts the rows of all tables together, entity by entity in the order of their numbers.
///
/// It works on a thread of its own, so that the next rows are packed while these are stored.
actor EntityBatches {
    private var enterprises: [EnterpriseRow]
    private var owned: [OwnedRow]
    private var assembly: RecordAssembly
    private var next = 0

    static let size = 4096

    init(_ tables: ExtractTables) {
        enterprises = tables.enterprises
        owned = tables.establishments + tables.branches
        assembly = RecordAssembly(tables)
        total = enterprises.count + owned.count
    }

    /// How many entities there are in all.
    nonisolated let total: Int

    /// The next rows; nothing at the end.
    func nextBatch() -> EntityBatch? {
        guard next < total else { return nil }
        let kind = EntityNumber(stem: stem(at: next)).kind
        var rows: [[SQLValue]] = []
        while next < total, rows.count < Self.size, EntityNumber(stem: stem(at: next)).kind == kind {
            rows.append(row(at: next))
            next += 1
        }
        return EntityBatch(kind: kind, rows: rows)
    }

    private func stem(at place: Int) -> UInt32 {
        place < enterprises.count ? enterprises[place].stem : owned[place - enterprises.count].stem
    }

    private func row(at place: Int) -> [SQLValue] {
        let record = assembly.record(of: stem(at: place)).packed
        guard place >= enterprises.count else { return EntityStatements.values(enterprises[place], record) }
        return EntityStatements.values(owned[place - enterprises.count], record)
    }

    /// Lets go of all rows, and says how many were there twice, by table.
    func finish() -> [ExtractTable: Int] {
        defer {
            (enterprises, owned) = ([], [])
            assembly = RecordAssembly(ExtractTables())
        }
        return assembly.duplicates
    }
}

/// Packs the rows of one entity after the other; the numbers must be asked for in order.
struct RecordAssembly {
    private var names: PackedRows
    private var addresses: PackedRows
    private var contacts: PackedRows
    private var activities: PackedActivityRows
    private var cursors = [0, 0, 0, 0]
    private var record = EntityRecord()
    /// How many rows were there twice, by table.
    private(set) var duplicates: [ExtractTable: Int] = [:]

    init(_ tables: ExtractTables) {
        names = tables.names
        addresses = tables.addresses
        contacts = tables.contacts
        activities = tables.activities
    }

    mutating func record(of stem: UInt32) -> EntityRecord {
        record.removeAll()
        count(names.write(stem, &cursors[0], to: &record.names), in: .denomination)
        count(addresses.write(stem, &cursors[1], to: &record.addresses), in: .address)
        count(contacts.write(stem, &cursors[2], to: &record.contacts), in: .contact)
        count(activities.write(stem, &cursors[3], to: &record.activities), in: .activity)
        return record
    }

    private mutating func count(_ rows: Int, in table: ExtractTable) {
        if rows > 0 { duplicates[table, default: 0] += rows }
    }
}
