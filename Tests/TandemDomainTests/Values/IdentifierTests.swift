internal import TandemDomain
internal import Testing

private enum Entity {}

@Suite struct `An identifier` {
    @Test(arguments: [("1", Int64(1)), ("42", 42), ("9223372036854775807", .max)])
    func `is read from digits and written as such`(_ text: String, _ value: Int64) {
        #expect(Identifier<Entity>(text) == Identifier(value))
        #expect(String(describing: Identifier<Entity>(value)) == text)
    }

    @Test(arguments: ["", "0", "-1", "+1", " 1", "1 ", "1.0", "one", "9223372036854775808", "１"])
    func `is not read from any other text`(_ text: String) {
        #expect(Identifier<Entity>(text) == nil)
    }

    @Test func `is ordered by its number`() {
        #expect(Identifier<Entity>(2) < Identifier<Entity>(10))
    }
}

@Suite struct `An instant` {
    @Test func `is ordered as time runs`() {
        #expect(Instant(milliseconds: -1) < Instant(milliseconds: 0))
        #expect(Instant(milliseconds: 1_000) == Instant(milliseconds: 1_000))
    }
}

@Suite struct `A postal code` {
    @Test func `is any number from 1000 to 9999`() {
        for number in 0...9999 {
            let text = String(repeating: "0", count: 4 - String(number).count) + String(number)
            #expect((PostalCode(text)?.digits == text) == (number >= 1000))
        }
    }

    @Test(arguments: [("B-9000", "9000"), ("b-9000", "9000"), (" 9000 ", "9000"), ("B- 9000", "9000")])
    func `may be typed as on an envelope`(_ text: String, _ digits: String) {
        #expect(PostalCode(text) == PostalCode(stored: digits))
    }

    @Test(arguments: ["", "900", "90000", "9OOO", "BE-9000", "-900", "+900", "٩٠٠٠", "B-", "0999", "1011 AB"])
    func `is not read from any other text`(_ text: String) {
        #expect(PostalCode(text) == nil)
    }
}
