internal import TandemDomain
internal import Testing

@Suite struct `A company number` {
    @Test(arguments: [
        "0200065765", "0200.065.765", "200.065.765", "200065765", "BE0200065765", "BE 0200.065.765", "be0200.065.765",
        "BE200065765", " 0200 065 765 ", "0200-065-765", "0200\u{00A0}065\u{00A0}765", "BE-0200/065/765",
    ])
    func `is read as people write it`(_ text: String) throws {
        let number = try CompanyNumber(text)
        #expect(number == CompanyNumber(stored: "0200065765"))
        #expect(number.formatted == "0200.065.765")
    }

    @Test func `may start with 1`() throws {
        let digits = CheckedDigits.tenDigits(10_000_000)
        #expect(try CompanyNumber(digits).digits == digits)
    }

    @Test(arguments: [
        ("", InvalidNumber.wrongLength("")), ("020006576", .checkDigitsDiffer("020006576")),
        ("20006576", .wrongLength("20006576")), ("02000657655", .wrongLength("02000657655")),
        ("0200.065.76A", .wrongLength("0200.065.76A")), ("+200065765", .wrongLength("+200065765")),
        ("NL0200065765", .wrongLength("NL0200065765")), ("०२०००६५७६५", .wrongLength("०२०००६५७६५")),
        ("0200.065.766", .checkDigitsDiffer("0200.065.766")), ("0000000000", .checkDigitsDiffer("0000000000")),
    ])
    func `is refused with the reason and what was typed`(_ text: String, _ error: InvalidNumber) {
        #expect(throws: error) { try CompanyNumber(text) }
    }

    @Test(arguments: 2...9)
    func `does not start with 2 or more`(_ first: Int) {
        let digits = CheckedDigits.tenDigits(first * 10_000_000 + 1_234_567)
        #expect(throws: InvalidNumber.wrongStart(digits)) { try CompanyNumber(digits) }
    }

    @Test(arguments: [2_000_657, 4_039_911, 8_888_888, 10_000_000, 10_023_456, 19_999_999])
    func `has exactly one pair of check digits`(_ base: Int) {
        let valid = (0...99).filter { check in
            (try? CompanyNumber(CheckedDigits.padded(base * 100 + check, 10))) != nil
        }
        #expect(valid == [97 - base % 97])
    }

    @Test(arguments: [2_000_657, 4_039_911, 7_123_456, 10_023_456, 9_999_999])
    func `betrays every wrong digit and every swap of two neighbours`(_ base: Int) {
        for mistake in CheckedDigits.mistakes(in: CheckedDigits.tenDigits(base)) {
            #expect(throws: InvalidNumber.self) { try CompanyNumber(mistake) }
        }
    }
}

@Suite struct `An establishment number` {
    @Test(arguments: 0...9)
    func `starts with 2 to 8`(_ first: Int) throws {
        let digits = CheckedDigits.tenDigits(first * 10_000_000 + 1_234_567)
        if (2...8).contains(first) {
            #expect(try EstablishmentNumber(digits).digits == digits)
        } else {
            #expect(throws: InvalidNumber.wrongStart(digits)) { try EstablishmentNumber(digits) }
        }
    }

    @Test(arguments: ["2123456791", "2.123.456.791", " 2 123 456 791 "])
    func `is read as people write it`(_ text: String) throws {
        let number = try EstablishmentNumber(text)
        #expect(number == EstablishmentNumber(stored: "2123456791"))
        #expect(number.formatted == "2.123.456.791")
    }

    @Test(arguments: ["", "212345679", "21234567911", "BE2123456791", "2.123.456.79x", "-2123456791x"])
    func `has ten digits and no country`(_ text: String) {
        #expect(throws: InvalidNumber.wrongLength(text)) { try EstablishmentNumber(text) }
    }

    @Test(arguments: [20_000_000, 21_234_567, 55_555_555, 89_999_999])
    func `betrays every wrong digit and every swap of two neighbours`(_ base: Int) {
        for mistake in CheckedDigits.mistakes(in: CheckedDigits.tenDigits(base)) {
            #expect(throws: InvalidNumber.self) { try EstablishmentNumber(mistake) }
        }
    }
}

/// Numbers with check digits, made apart from the code under test, and the mistakes people make in them.
enum CheckedDigits {
    static func padded(_ value: Int, _ width: Int) -> String {
        String(String(String(repeating: "0", count: width) + String(value)).suffix(width))
    }

    static func tenDigits(_ base: Int) -> String { padded(base, 8) + padded(97 - base % 97, 2) }

    /// All texts with one digit wrong or two different neighbours swapped.
    static func mistakes(in digits: String) -> [String] { wrongDigits(in: digits) + swaps(in: digits) }

    static func wrongDigits(in digits: String) -> [String] {
        digits.indices.flatMap { index in
            "0123456789".filter { $0 != digits[index] }.map { replacement in
                digits[..<index] + String(replacement) + digits[digits.index(after: index)...]
            }
        }
    }

    static func swaps(in digits: String) -> [String] {
        (1..<digits.count).map { place in
            var letters = Array(digits)
            letters.swapAt(place - 1, place)
            return String(letters)
        }
        .filter { $0 != digits }
    }
}
