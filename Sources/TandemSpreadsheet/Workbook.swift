package import TandemDomain

/// A workbook as spreadsheet programs read it (XLSX): sheets of typed cells.
package struct Workbook: Sendable, Hashable {
    package let sheets: [Sheet]

    package init(_ sheets: [Sheet]) { self.sheets = sheets }

    /// One sheet: a header that stays in sight, and rows below it.
    package struct Sheet: Sendable, Hashable {
        package let name: String
        package let columns: [Column]
        package let rows: [[Cell]]

        /// The name has at most 31 characters and none of `[]:*?/\`; what does not fit is left out.
        package init(_ name: String, columns: [Column], rows: [[Cell]]) {
            self.name = String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
            self.columns = columns
            self.rows = rows
        }
    }

    /// A column with its title and how many characters wide it is.
    package struct Column: Sendable, Hashable {
        package let title: String
        package let width: Int

        package init(_ title: String, width: Int = 14) {
            self.title = title
            self.width = width
        }
    }

    /// What a cell holds; a text is never read as a formula.
    package enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        case day(Day)
        case empty
    }
}
