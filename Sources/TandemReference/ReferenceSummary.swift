internal import TandemDomain

/// What the reference data holds: rows and days of each file, and what is still provisional.
package struct ReferenceSummary: Sendable {
    /// A file, how many rows it has, and the days they cover.
    package struct Item: Sendable {
        package let file: String
        package let rows: Int
        /// The first day on which a row holds.
        package let from: String
        /// The last day on which a row holds; `nu` where one has no end.
        package let until: String
    }

    package let items: [Item]
    /// The figures that rest on a reading which the law has yet to confirm, with the note.
    package let provisional: [String]

    init(_ tables: Tables) {
        items = ReferenceFile.allCases.map { Item($0, rows: tables.rows($0)) }
        provisional =
            (tables.rows(.figures) + tables.rows(.partnershipFigures))
            .filter { $0["provisional"] == "ja" }
            .map { "\($0["figure"]) = \($0["value"]): \($0["note"])" }
            + tables.rows(.prospectWeights).filter { $0["provisional"] == "ja" }
            .map { "\($0["weight"]) = \($0["value"]): \($0["note"])" }
    }

    /// A table in Dutch, aligned, for a terminal.
    package var lines: [String] {
        let head = ["Bestand", "Rijen", "Van", "Tot"]
        let cells = items.map { [$0.file, String($0.rows), $0.from, $0.until] }
        let total = ["Samen", String(items.reduce(0) { $0 + $1.rows }), "", ""]
        let table = aligned([head] + cells + [total])
        let note = provisional.isEmpty ? [] : ["", "Voorlopig, te bevestigen:"] + provisional.map { "  " + $0 }
        return table + note
    }
}

extension ReferenceSummary.Item {
    fileprivate init(_ file: ReferenceFile, rows: [Row]) {
        let periods = rows.compactMap(\.period)
        self.file = file.name
        self.rows = rows.count
        from = periods.map(\.from).min()?.iso ?? ""
        let last = periods.contains { $0.until == nil } ? "nu" : periods.compactMap(\.until).max()?.iso
        until = last ?? ""
    }
}

/// Lines of equal columns; the second column, of numbers, stands to the right.
private func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        let cells = row.indices.map { column in
            let space = String(repeating: " ", count: widths[column] - row[column].count)
            return column == 1 ? space + row[column] : row[column] + space
        }
        let line = cells.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
