import Testing

@Suite struct `The templates` {
    static func templates() throws -> [String: String] {
        let prefix = "Sources/TandemWeb/Templates/"
        let files = try Repository.files(in: "Sources/TandemWeb/Templates", "mustache")
        return Dictionary(
            uniqueKeysWithValues: files.map { (String($0.path.dropFirst(prefix.count).dropLast(9)), $0.text) }
        )
    }

    /// The template of each screen, with the file of the screen.
    static func screens() throws -> [(template: String, file: Repository.File)] {
        try Repository.files(in: "Sources/TandemWeb", "swift").flatMap { file in
            file.text.matches(of: /static let template = "([^"]+)"/).map { (String($0.output.1), file) }
        }
    }

    /// The partials that templates put in, and those that a screen names in its model.
    static func partials() throws -> Set<String> {
        let inTemplates = try templates().values.flatMap { text in
            text.matches(of: /\{\{[><]\s*([a-z\/-]+)/).map { String($0.output.1) }
        }
        let inModels = try Repository.files(in: "Sources/TandemWeb", "swift").flatMap { file in
            file.text.matches(of: /"((?:components|[a-z-]+)\/[a-z-]+)"/).map { String($0.output.1) }
        }
        // A field of a form names its part by its kind: `Field("select", …)`.
        let fields = try templates().keys.filter { name in
            name.hasPrefix("components/") && (try? fieldKinds().contains(String(name.dropFirst(11)))) == true
        }
        return Set(inTemplates + inModels + fields)
    }

    /// The kinds of field that forms put together.
    static func fieldKinds() throws -> Set<String> {
        let forms = try Repository.files(in: "Sources/TandemWeb/Forms", "swift").map(\.text).joined()
        return Set(WordCatalogue.strings(in: forms))
    }

    @Test func `are each the page of a screen, or a part of one`() throws {
        let screens = try Set(Self.screens().map(\.template))
        let unused = try Set(Self.templates().keys).subtracting(screens).subtracting(Self.partials())
        #expect(unused.isEmpty, "\(unused.sorted())")
    }

    @Test func `are there for every screen and every part`() throws {
        let templates = try Set(Self.templates().keys)
        let missing = try Self.screens().map(\.template).filter { !templates.contains($0) }
        #expect(missing.isEmpty, "\(missing)")
        let parts = try Self.templates().flatMap { name, text in
            text.matches(of: /\{\{[><]\s*([a-z\/-]+)/).map { String($0.output.1) }.filter { !templates.contains($0) }
                .map { "\(name): \($0)" }
        }
        #expect(parts.isEmpty, "\(parts)")
    }

    @Test func `print nothing unescaped`() throws {
        let files = try Repository.files(in: "Sources/TandemWeb/Templates", "mustache")
        let places = Repository.places(of: ["{{" + "{", "{{" + "&"], in: files)
        #expect(places.isEmpty, "\(places)")
    }

    /// What on a page shows that a screen printed it: words and marks that stand in its template or screen alone.
    static func traces() throws -> [String: [String]] {
        let templates = try templates()
        let texts = try Dictionary(uniqueKeysWithValues: WordCatalogue.entries().map { ($0.key, $0.text) })
        var found: [String: Set<String>] = [:]
        for (template, file) in try screens() {
            let source = (templates[template] ?? "") + file.text
            let keys = WordCatalogue.literals(in: source) + WordCatalogue.templateKeys(in: source)
            let words = keys.compactMap { texts[$0] }.filter { !$0.contains("{") && !$0.contains("|") && $0.count > 3 }
            let marks = (templates[template] ?? "").matches(of: /(?:class|id|name)="[^"{}]+"/).map { String($0.output) }
            found[template, default: []].formUnion(words + marks)
        }
        return found.mapValues { traces in
            traces.filter { trace in found.values.count(where: { $0.contains(trace) }) == 1 }.sorted()
        }
    }

    @Test func `are each recorded as a page that a reviewer can read`() throws {
        let pages = try Repository.files(in: "Tests/TandemWebTests/Pages", "html").map(\.text)
        let missing = try Self.traces().filter { _, traces in
            // A screen that shows only what it is given has nothing to be known by.
            !traces.isEmpty && !pages.contains { page in traces.contains { page.holds($0) } }
        }
        #expect(missing.isEmpty, "screens without a recorded page: \(missing.keys.sorted())")
    }
}
