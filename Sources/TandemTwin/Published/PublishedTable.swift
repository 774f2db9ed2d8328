/// A table as it was printed: rows and columns by code, and a cell may be blank.
package struct PublishedTable: Sendable {
    package let name: String
    /// The codes of the columns, without that of the rows themselves.
    package let columns: [String]
    /// The codes of the rows, in print order.
    package let rows: [String]
    private let cells: [String: [Int?]]

    /// Reads records of which the first names the columns.
    init(name: String, records: [[String]]) {
        self.name = name
        columns = Array((records.first ?? []).dropFirst())
        rows = records.dropFirst().compactMap(\.first)
        cells = Dictionary(
            records.dropFirst().map { ($0.first ?? "", $0.dropFirst().map { Int($0) }) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The printed number, or nothing where the cell is blank or there is no such cell.
    package subscript(row: String, column: String) -> Int? {
        guard let index = columns.firstIndex(of: column), let row = cells[row], index < row.count else { return nil }
        return row[index]
    }

    /// A number that the twin cannot do without.
    func required(_ row: String, _ column: String) throws(TwinProblem) -> Int {
        guard let value = self[row, column] else { throw .cellMissing(table: name, row: row, column: column) }
        return value
    }

    /// The numbers of a column, blanks as zero, in the order of `rows`.
    func column(_ column: String, of rows: [String]) -> [Int] { rows.map { self[$0, column] ?? 0 } }
}
