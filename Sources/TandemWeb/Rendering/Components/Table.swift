package import TandemDomain

/// A table of rows; on a phone each row becomes a card, in which every cell carries the name of its column.
package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
        let label: Word
        let isNumber: Bool

        package init(_ label: Word, isNumber: Bool = false) {
            self.label = label
            self.isNumber = isNumber
        }

        package init(stringLiteral key: String) { self.init(Word(key)) }

        /// A column of figures, which stand to the right.
        package static func number(_ label: Word) -> Column { Column(label, isNumber: true) }
    }

    package enum Cell: Hashable, Sendable {
        case text(String)
        case word(Word)
        case link(String, url: String)
        /// Somewhere to go, named by a word of the catalogue.
        case action(Word, url: String)
        case number(Int)
        case day(Day)
        case badge(Badge)
        /// A text with a quieter one below it.
        case pair(String, String)
        case empty
    }

    private let caption: Word
    private let columns: [Column]
    private let rows: [[Cell]]
    private let emptyText: Word

    /// The caption names the table to who cannot see it; the empty text stands where there are no rows.
    package init(_ caption: Word, columns: [Column], rows: [[Cell]], empty: Word = "table.empty") {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        emptyText = empty
    }

    /// Printed by `{{#table}}{{>components/table}}{{/table}}`.
    package var model: Model {
        [
            "caption": .word(caption), "emptyText": .word(emptyText), "hasRows": .flag(!rows.isEmpty),
            "columns": .list(columns.map { ["label": .word($0.label), "isNumber": .flag($0.isNumber)] }),
            "rows": .list(rows.map { row in ["cells": .list(zip(columns, row).map(Self.model))] }),
        ]
    }

    private static func model(_ column: Column, _ cell: Cell) -> Model {
        let model: Model = ["column": .word(column.label), "isNumber": .flag(column.isNumber)]
        return model.adding(content(of: cell))
    }

    private static func content(of cell: Cell) -> [String: Model] {
        switch cell {
        case .text(let text): ["text": .text(text)]
        case .word(let word): ["text": .word(word)]
        case .link(let text, let url): ["link": ["label": .text(text), "url": .text(url)]]
        case .action(let label, let url): ["link": ["label": .word(label), "url": .text(url)]]
        case .number(let number): ["text": .number(number)]
        case .day(let day): ["text": .text(DutchFormat.short(day))]
        case .badge(let badge): ["badge": badge.model]
        case .pair(let text, let detail): ["text": .text(text), "detail": .text(detail)]
        case .empty: ["text": "–"]
        }
    }
}
