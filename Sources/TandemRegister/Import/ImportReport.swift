internal import Foundation
internal import TandemDomain

/// What an import did, as `--report` writes it.
package struct ImportReport: Sendable, Hashable {
    package let identity: ExtractIdentity
    /// By file: rows read, stored, repaired and refused.
    package internal(set) var tables: [String: TableTally] = [:]
    /// Refused rows one by one, at most a thousand a file.
    package internal(set) var refused: [RefusedRow] = []
    /// What went with a stopped enterprise or establishment although the Update did not list it, by table.
    package internal(set) var cascaded: [String: Int] = [:]
    /// Whether the index for searching was made anew.
    package internal(set) var isReindexed = false

    init(_ identity: ExtractIdentity) { self.identity = identity }

    mutating func add<Sink: RowSink>(_ reading: TableReading<Sink>, duplicates: Int = 0) {
        tables[reading.file] = reading.tally
        refused += reading.refused
    }

    /// Counts rows that turned out to be there twice when they were put together.
    mutating func addDuplicates(_ count: Int, in file: String) {
        guard count > 0 else { return }
        tables[file, default: TableTally()].stored -= count
        tables[file, default: TableTally()].add(.duplicate, count)
    }

    package var rowsRead: Int { tables.values.reduce(0) { $0 + $1.read } }
    package var rowsStored: Int { tables.values.reduce(0) { $0 + $1.stored } }
    package var rowsRefused: Int { tables.values.reduce(0) { $0 + $1.refused } }

    /// The report as JSON, the same for the same import.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension ImportReport: Encodable {
    private enum Keys: String, CodingKey {
        case extract, kind, snapshot, tables, cascaded, reindexed
        case refusedRows = "refused_rows"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(identity.number, forKey: .extract)
        try container.encode(identity.kind, forKey: .kind)
        try container.encode(identity.snapshot.iso, forKey: .snapshot)
        try container.encode(tables, forKey: .tables)
        try container.encode(cascaded, forKey: .cascaded)
        try container.encode(isReindexed, forKey: .reindexed)
        try container.encode(refused, forKey: .refusedRows)
    }
}

/// How far an import is.
package struct ImportProgress: Sendable, Hashable {
    package let step: ImportStep
    package let done: Int
    package let total: Int
}

/// The steps of an import; each counts in its own unit.
package enum ImportStep: String, CaseIterable, Sendable {
    /// Bytes of the extract.
    case reading
    /// Enterprises, establishments and branches.
    case storing
    /// The same, for the index.
    case indexing
}
