/// What is wrong with a form, field by field, in the order in which it was found.
package struct FormErrors: Hashable, Sendable, Error {
    package struct Entry: Hashable, Sendable {
        package let field: String
        package let text: Word
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    /// One wrong field; an empty name means the form as a whole.
    package init(_ field: String, _ text: Word) { add(field, text) }

    package var isEmpty: Bool { entries.isEmpty }

    package mutating func add(_ field: String, _ text: Word) { entries.append(Entry(field: field, text: text)) }

    /// The first thing wrong with a field.
    package subscript(field: String) -> Word? { entries.first { $0.field == field }?.text }

    /// The summary on top of the page, whose lines lead to their fields.
    var model: Model {
        .list(
            entries.map { entry in
                ["text": .word(entry.text), "target": entry.field.isEmpty ? "main" : .text(entry.field)]
            }
        )
    }
}
