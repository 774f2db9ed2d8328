/// A text of the catalogue, by its key, with what has to be filled in.
///
/// Screens and errors carry words rather than texts: what they say is found only when the page is printed.
package struct Word: Hashable, Sendable {
    package let key: String
    package let arguments: [String: String]
    package let count: Int?
    private let isVerbatim: Bool

    /// `Word("caseload.daysLeft", ["name": "Anna"], count: 3)`: `count` chooses singular or plural and fills `{count}`.
    package init(_ key: String, _ arguments: [String: String] = [:], count: Int? = nil) {
        self.init(key: key, arguments: arguments, count: count, isVerbatim: false)
    }

    /// A text that no catalogue holds, such as the name of a company or of a training.
    package static func verbatim(_ text: String) -> Word {
        Word(key: text, arguments: [:], count: nil, isVerbatim: true)
    }

    private init(key: String, arguments: [String: String], count: Int?, isVerbatim: Bool) {
        self.key = key
        self.arguments = arguments
        self.count = count
        self.isVerbatim = isVerbatim
    }

    /// The text itself where it needs no catalogue.
    package var verbatimText: String? { isVerbatim ? key : nil }
}

extension Word: ExpressibleByStringLiteral {
    package init(stringLiteral key: String) { self.init(key) }
}
