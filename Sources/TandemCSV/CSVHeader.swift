/// The first record of a table: which column stands where.
package struct CSVHeader: Hashable, Sendable {
    private let columns: [String: CSVColumn]
    private let position: CSVPosition

    /// Finds the columns by name, in any order; every name must be known and the required ones must be there.
    package init(_ record: CSVRecord, required: [String], optional: [String] = []) throws(CSVError) {
        var indexes: [String: Int] = [:]
        for (index, name) in record.fields.enumerated() {
            let reason: CSVError.Reason? =
                if !required.contains(name) && !optional.contains(name) {
                    .unknownColumn(name, nearest: nearest(name, among: (required + optional).filter(record.lacks)))
                } else if indexes.updateValue(index, forKey: name) != nil {
                    .duplicateColumn(name)
                } else {
                    nil
                }
            if let reason { throw CSVError(reason, at: record.position(of: index)) }
        }
        if let missing = required.first(where: { indexes[$0] == nil }) {
            throw CSVError(.missingColumn(missing), at: record.end)
        }
        position = record.position(of: 0)
        columns = Dictionary((required + optional).map { ($0, CSVColumn(name: $0, index: indexes[$0])) }) { $1 }
    }

    /// The column of that name, to look up once and read from every record; it must be required or optional.
    package func column(_ name: String) throws(CSVError) -> CSVColumn {
        guard let column = columns[name] else { throw CSVError(.missingColumn(name), at: position) }
        return column
    }

    /// The text of a column looked up by its name: for small tables.
    package subscript(record: CSVRecord, name: String) -> String {
        get throws(CSVError) { record[try column(name)] }
    }
}

/// A column of a table, found once by its name in the header.
package struct CSVColumn: Hashable, Sendable {
    package let name: String
    /// Where it stands, from 0; nothing where the column is optional and the file lacks it.
    package let index: Int?

    /// Whether the file has this column.
    package var isPresent: Bool { index != nil }
}

extension CSVRecord {
    fileprivate func lacks(_ name: String) -> Bool { !fields.contains(name) }
}
