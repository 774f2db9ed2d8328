/// Columns side by side: the first to the left, numbers to the right.
///
/// - Parameters:
///   - rows: lines of as many cells.
///   - numbers: which columns hold numbers; all but the first where none are named.
/// - Returns: one line for each row.
func aligned(_ rows: [[String]], numbers: Range<Int>? = nil) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let right = numbers ?? 1..<max(1, columns)
    return rows.map { row in
        row.enumerated().map { column, text in
            let padding = String(repeating: " ", count: widths[column] - text.count)
            return right.contains(column) ? padding + text : text + padding
        }
        .joined(separator: "  ")
    }
    .joined(separator: "\n")
}

extension String {
    /// The text with blanks behind it, up to a width.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
