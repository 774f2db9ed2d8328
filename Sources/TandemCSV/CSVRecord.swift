/// One record of a file: its fields, and where each of them starts.
package struct CSVRecord: Hashable, Sendable {
    package let fields: [String]
    /// Where each field starts; a quoted field starts at its quote.
    package let positions: [CSVPosition]
    /// Just after the last character, before the line end.
    package let end: CSVPosition

    /// The line the record starts on.
    package var line: Int { positions.first?.line ?? end.line }

    /// The position of a field, or of the end of the record where it has no such field.
    package func position(of field: Int) -> CSVPosition {
        positions.indices.contains(field) ? positions[field] : end
    }

    /// The text of a column; empty where the file lacks it.
    package subscript(column: CSVColumn) -> String {
        guard let index = column.index, index < fields.count else { return "" }
        return fields[index]
    }

    /// The position of a column's field.
    package func position(of column: CSVColumn) -> CSVPosition {
        column.index.map(position(of:)) ?? end
    }
}

/// What stands between the fields of a record.
package enum CSVSeparator: Hashable, Sendable, CaseIterable {
    case comma, semicolon

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        }
    }
}
