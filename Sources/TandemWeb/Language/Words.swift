/// Every text of the counter in one language: a file for each area, flat from key to text.
package struct Words: Sendable {
    package let language: Language
    private let texts: [String: String]

    /// Texts by their full key: area, full stop, key within the area.
    package init(_ language: Language, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// The keys of the catalogue, in order.
    package var keys: [String] { texts.keys.sorted() }

    /// The text of a word; a key that does not exist shows as `⟦key⟧`, so that a test finds it.
    package func callAsFunction(_ word: Word) -> String {
        if let text = word.verbatimText { return text }
        return self(word.key, word.arguments, count: word.count)
    }

    /// The text of a key, with `{name}` replaced by its argument.
    package func callAsFunction(_ key: String, _ arguments: [String: String] = [:], count: Int? = nil) -> String {
        guard let entry = texts[key] else { return "⟦\(key)⟧" }
        guard let count else { return Self.fill(entry, arguments) }
        let filled = arguments.merging(["count": DutchFormat.number(count)]) { given, _ in given }
        return Self.fill(Self.form(of: entry, count: count), filled)
    }

    /// Singular stands before the bar, plural after it.
    private static func form(of entry: String, count: Int) -> String {
        let forms = entry.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let form = count == 1 ? forms.first : forms.last
        return form.map(String.init) ?? entry
    }

    /// One pass, so that an argument which itself holds braces is never filled again.
    private static func fill(_ text: String, _ arguments: [String: String]) -> String {
        guard !arguments.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            result += arguments[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
