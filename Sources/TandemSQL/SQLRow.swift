/// A row of an answer, read from left to right.
///
/// Reading past a type mismatch is an error of the store, not of its user: it throws ``SQLError/unexpectedRow(_:)``.
package struct SQLRow: Sendable, Hashable {
    package let values: [SQLValue]

    package init(_ values: [SQLValue]) { self.values = values }

    package func int(_ index: Int) throws(SQLError) -> Int {
        guard case .integer(let value)? = value(index) else { throw mismatch(index, "integer") }
        return Int(value)
    }

    package func optionalInt(_ index: Int) throws(SQLError) -> Int? {
        try isNull(index) ? nil : int(index)
    }

    package func text(_ index: Int) throws(SQLError) -> String {
        guard case .text(let value)? = value(index) else { throw mismatch(index, "text") }
        return value
    }

    package func optionalText(_ index: Int) throws(SQLError) -> String? {
        try isNull(index) ? nil : text(index)
    }

    package func blob(_ index: Int) throws(SQLError) -> [UInt8] {
        guard case .blob(let value)? = value(index) else { throw mismatch(index, "blob") }
        return value
    }

    package func flag(_ index: Int) throws(SQLError) -> Bool { try int(index) != 0 }

    package func isNull(_ index: Int) -> Bool { value(index) == .null }

    private func value(_ index: Int) -> SQLValue? { values.indices.contains(index) ? values[index] : nil }

    private func mismatch(_ index: Int, _ expected: String) -> SQLError {
        .unexpectedRow("column \(index) is not \(expected)")
    }
}
