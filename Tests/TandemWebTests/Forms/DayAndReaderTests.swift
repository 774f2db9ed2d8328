import TandemDomain
import Testing

@testable import TandemWeb

@Suite
struct `A typed day` {
    @Test(arguments: [
        "22/11/2026", "22-11-2026", "22.11.2026", "22 11 2026", "2026-11-22", "022/011/2026",
    ])
    func `is read`(_ text: String) { #expect(Day(typed: text)?.iso == "2026-11-22") }

    @Test(arguments: ["1/2/2026", "01/02/2026"])
    func `has its day before its month`(_ text: String) { #expect(Day(typed: text)?.iso == "2026-02-01") }

    @Test(arguments: [
        "", "22", "22/11", "22/11/26", "31/04/2026", "29/02/2025", "11/22/2026", "22/11/2026/", "a/b/cccc",
        "+2/11/2026",
        "22//2026", "2026-13-01", "٢٢/١١/٢٠٢٦", "0/1/2026", "22/11/20266",
    ])
    func `is refused where the calendar has no such day`(_ text: String) { #expect(Day(typed: text) == nil) }
}

@Suite
struct `A form reader` {
    private enum Colour: String { case red }

    @Test
    func `gathers everything that is wrong`() {
        var reader = FormReader(
            FormData(values: ["day": ["31/04/2026"], "count": ["x"], "colour": ["blue"], "blank": ["  "]])
        )
        let name = reader.text("blank", orElse: "a.blank")
        let day = reader.day("day", orElse: "a.day")
        let count = reader.whole("count", in: 1...5, orElse: "a.count")
        let colour = reader.choice("colour", of: Colour.self, orElse: "a.colour")
        let file = reader.file("file", orElse: "a.file")
        #expect(reader.errors.entries.map(\.field) == ["blank", "day", "count", "colour", "file"])
        #expect(reader.errors["day"] == "form.noDay")
        #expect(throws: FormErrors.self) { try reader.all(name, day, count, colour, file) }
    }

    @Test
    func `hands over all values at once`() throws {
        var reader = FormReader(FormData(values: ["name": [" Els "], "day": ["1/2/2026"], "colour": ["red"]]))
        let name = reader.text("name", orElse: "a")
        let day = reader.day("day", orElse: "a")
        let colour = reader.choice("colour", of: Colour.self, orElse: "a")
        let values = try reader.all(name, day, colour)
        #expect(values.0 == "Els")
        #expect(values.1.iso == "2026-02-01")
        #expect(values.2 == .red)
        #expect(reader.optionalText("absent") == nil && reader.optionalDay("absent") == nil)
        #expect(reader.errors.isEmpty)
    }

    @Test
    func `bounds a text`() {
        var reader = FormReader(FormData(values: ["name": [String(repeating: "x", count: 11)]]))
        #expect(reader.text("name", orElse: "a", longest: 10) == nil)
        #expect(reader.errors["name"] == Word("form.tooLong", ["most": "10"]))
    }
}

@Suite
struct `A form in a link's letters` {
    @Test(
        arguments: [
            ("", [:]), ("a=1&b=2", ["a": ["1"], "b": ["2"]]), ("a=1&a=2", ["a": ["1", "2"]]), ("a", ["a": [""]]),
            ("a=b=c", ["a": ["b=c"]]), ("n=Li%C3%A8ge+x%2By", ["n": ["Liège x+y"]]), ("&&a=1&", ["a": ["1"]]),
        ] as [(String, [String: [String]])]
    )
    func `is read`(_ body: String, _ values: [String: [String]]) throws {
        #expect(try URLEncodedForm.read(body.utf8).values == values)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%GG", "a=%FF", "%C3=1"])
    func `is refused where a byte or a letter is broken`(_ body: String) {
        #expect(throws: FormError.badText) { try URLEncodedForm.read(body.utf8) }
    }
}
