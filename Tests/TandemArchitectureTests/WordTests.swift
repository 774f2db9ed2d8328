import Foundation
import Testing

/// The catalogue of words, and where words are used.
enum WordCatalogue {
    static func entries() throws -> [(key: String, text: String)] {
        try Repository.files(in: "Sources/TandemWeb/Words/nl", "json").flatMap { file in
            let area = file.name.dropLast(5)
            let words = try JSONDecoder().decode([String: String].self, from: Data(file.text.utf8))
            return words.map { ("\(area).\($0.key)", $0.value) }
        }
        .sorted { $0.0 < $1.0 }
    }

    /// The string literals of a source, an interpolated one up to what is put in; comments apart.
    static func strings(in source: String) -> [String] {
        source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.flatMap { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }
                .map { String($0.element) }
        }
    }

    /// The string literals of a source that look like a key.
    static func literals(in source: String) -> [String] {
        strings(in: source).filter { looksLikeKey($0) && $0.last != "." }
    }

    private static func looksLikeKey(_ text: String) -> Bool {
        guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")), dot != text.startIndex else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
            case _: false
            }
        }
    }

    static func templateKeys(in template: String) -> [String] {
        template.matches(of: /\{\{[#^]?\s*w\.([a-zA-Z]+\.[a-zA-Z0-9_.\-]+)\s*\}\}/).map { String($0.output.1) }
    }

    /// The beginnings of keys that are put together at run time: `"number.\(kind)"` gives `number.`.
    static func composed(in source: String) -> [String] {
        strings(in: source).compactMap { string in
            string.firstRange(of: "\\(").map { String(string[..<$0.lowerBound]) }
        }
        .filter(looksLikeKey)
    }
}

@Suite struct `The words` {
    static func sources() throws -> [Repository.File] {
        try Repository.files(in: "Sources/TandemWeb", "swift") + Repository.files(in: "Sources/tandem", "swift")
    }

    static func areas() throws -> Set<String> {
        Set(try WordCatalogue.entries().map { String($0.key.prefix { $0 != "." }) })
    }

    /// Keys put together at run time begin with one of these; the rest of the key is a case or a code of the data.
    static let composed: [String: String] = [
        "counts.status.": "the states that a count is split by",
        "error.": "the kinds of explanation an error page gives",
        "events.": "the acts of events that only the register's own list shows",
        "events.subject.": "the tables that have a history",
        "letter.": "the kinds of letter and their sentences",
        "number.": "the kinds of number and what is wrong with one",
        "prospects.answer.": "what a contact led to",
        "prospects.contactKind.": "the kinds of contact",
        "prospects.done.": "the forms on the page of a prospect",
        "prospects.form.": "the forms on the page of a prospect",
        "prospects.ground.": "why a company is not interested",
        "prospects.purpose.": "what a contact was for",
        "prospects.reason.": "the reasons of a score",
        "prospects.save.": "the forms on the page of a prospect",
        "prospects.state.": "the states of a prospect",
        "recognition.ended.": "what ended a recognition",
        "signingIn.about.": "the roles a person may sign in with",
        "styleguide.badge.": "the tones of a badge",
        "styleguide.notice.": "the tones of a notice",
        "tasks.": "the kinds of task",
        "timeline.": "the acts of events",
        "tone.": "the tones of a notice",
    ]

    static func composedPrefixes() throws -> Set<String> {
        let areas = try areas()
        return Set(
            try sources().flatMap { WordCatalogue.composed(in: $0.text) }
                .filter { areas.contains(String($0.prefix { $0 != "." })) }
        )
    }

    @Test func `are there for every key that a screen or template uses`() throws {
        let keys = Set(try WordCatalogue.entries().map(\.key))
        let areas = try Self.areas()
        let inSwift = try Self.sources().flatMap { file in
            WordCatalogue.literals(in: file.text)
                .filter { areas.contains(String($0.prefix { $0 != "." })) && !keys.contains($0) }
                .map { "\(file.name): \($0)" }
        }
        let inTemplates = try Repository.files(in: "Sources/TandemWeb/Templates", "mustache").flatMap { file in
            WordCatalogue.templateKeys(in: file.text).filter { !keys.contains($0) }.map { "\(file.path): \($0)" }
        }
        #expect(inSwift.isEmpty, "\(inSwift)")
        #expect(inTemplates.isEmpty, "\(inTemplates)")
    }

    @Test func `are all used`() throws {
        let inSwift = try Self.sources().flatMap { WordCatalogue.literals(in: $0.text) }
        let inTemplates = try Repository.files(in: "Sources/TandemWeb/Templates", "mustache")
            .flatMap { WordCatalogue.templateKeys(in: $0.text) }
        let used = Set(inSwift + inTemplates)
        let unused = try WordCatalogue.entries().map(\.key).filter { key in
            !used.contains(key) && !Self.composed.keys.contains { key.hasPrefix($0) }
        }
        #expect(unused.isEmpty, "\(unused)")
    }

    @Test func `are put together at run time from these beginnings alone`() throws {
        #expect(try Self.composedPrefixes().sorted() == Self.composed.keys.sorted())
    }

    @Test func `stand in one file of an area, each once and none empty`() throws {
        let entries = try WordCatalogue.entries()
        #expect(Set(entries.map(\.key)).count == entries.count)
        #expect(entries.filter { $0.text.allSatisfy(\.isWhitespace) }.isEmpty)
    }
}
