package import TandemDomain

/// What a template prints, written down as data: no reflection, and nothing that is not a text already.
///
/// ```swift
/// var model: Model {
///     ["company": .text(name), "mayDecide": .flag(true), "rows": .list(rows.map(\.model))]
/// }
/// ```
package enum Model: Hashable, Sendable {
    /// A text as it is; the engine escapes it.
    case text(String)
    /// A text of the catalogue, found when the page is printed.
    case word(Word)
    /// Shows or hides a section.
    case flag(Bool)
    /// Repeats a section.
    case list([Model])
    /// Opens a section with names of its own.
    case object([String: Model])
    /// The name of a template, for `{{>*name}}`.
    case template(String)
    /// Nothing: sections on it are hidden.
    case nothing
}

extension Model {
    /// A catalogue text with its arguments.
    package static func word(_ key: String, _ arguments: [String: String] = [:], count: Int? = nil) -> Model {
        .word(Word(key, arguments, count: count))
    }

    /// A text, or nothing.
    package static func maybe(_ text: String?) -> Model { text.map(Model.text) ?? .nothing }

    /// A catalogue text, or nothing.
    package static func maybe(_ word: Word?) -> Model { word.map(Model.word) ?? .nothing }

    /// `1.234`.
    package static func number(_ value: some BinaryInteger) -> Model { .text(DutchFormat.number(value)) }

    /// `22 november 2026`, or nothing.
    package static func day(_ day: Day?) -> Model { .maybe(day.map(DutchFormat.day)) }

    /// `22 november 2026 om 14.05 uur`, or nothing.
    package static func instant(_ instant: Instant?) -> Model { .maybe(instant.map(DutchFormat.instant)) }

    /// The same model with more names in it; only an object can have names.
    package func adding(_ more: [String: Model]) -> Model {
        guard case .object(let children) = self else { return .object(more) }
        return .object(children.merging(more) { _, new in new })
    }
}

extension Model: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension Model: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: Model...) { self = .list(elements) }

    package init(dictionaryLiteral elements: (String, Model)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
