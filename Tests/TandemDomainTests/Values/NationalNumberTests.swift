internal import TandemDomain
internal import Testing

@Suite struct `A national number` {
    @Test(arguments: ["85073003328", "85.07.30-033.28", "85 07 30 033 28", "85/07/30-033/28"])
    func `is read as people write it`(_ text: String) throws {
        let number = try NationalNumber(text)
        #expect(number == NationalNumber(stored: "85073003328"))
        #expect(number.formatted == "85.07.30-033.28")
        #expect(number.birthDay == Day(1985, 7, 30))
        #expect(!number.isBis)
    }

    @Test(arguments: [
        (1900, 1, 1), (1926, 11, 22), (1999, 12, 31), (2000, 1, 1), (2000, 2, 29), (1904, 2, 29), (2008, 6, 15),
        (2026, 11, 22),
    ])
    func `tells the date of birth on both sides of 2000`(_ year: Int, _ month: Int, _ day: Int) throws {
        for serial in [1, 2, 500, 997, 998] {
            let number = try NationalNumber(Birth(year, month, day, serial: serial).digits)
            #expect(number.birthDay == Day(year, month, day))
            #expect(number.birthYear == year)
            #expect(!number.isBis)
        }
    }

    @Test(arguments: [1985, 2005], [20, 40])
    func `is a bis number where 20 or 40 is added to the month`(_ year: Int, _ added: Int) throws {
        for month in 1...12 {
            let number = try NationalNumber(Birth(year, month + added, 17).digits)
            #expect(number.isBis)
            #expect(number.birthDay == Day(year, month, 17))
        }
    }

    @Test(arguments: [
        (1985, 0, 0, false), (1985, 0, 1, false), (1985, 7, 0, false), (2003, 0, 0, false), (1985, 20, 0, true),
        (1985, 40, 0, true), (2003, 40, 1, true),
    ])
    func `may leave month and day unknown`(_ year: Int, _ month: Int, _ day: Int, _ isBis: Bool) throws {
        let number = try NationalNumber(Birth(year, month, day).digits)
        #expect(number.birthDay == nil)
        #expect(number.birthYear == year)
        #expect(number.isBis == isBis)
    }

    @Test(arguments: [
        (1985, 13, 1), (1985, 19, 1), (1985, 33, 1), (1985, 39, 1), (1985, 53, 1), (1985, 60, 1), (1985, 99, 1),
        (1985, 4, 31), (1985, 2, 29), (1900, 2, 29), (1985, 7, 32), (1985, 24, 31), (1985, 0, 32), (2003, 42, 30),
    ])
    func `is refused where no such date of birth exists`(_ year: Int, _ month: Int, _ day: Int) {
        let digits = Birth(year, month, day).digits
        #expect(throws: InvalidNumber.noSuchBirthDate(digits)) { try NationalNumber(digits) }
    }

    @Test(arguments: [
        ("", InvalidNumber.wrongLength("")), ("8507300332", .wrongLength("8507300332")),
        ("850730033288", .wrongLength("850730033288")), ("85.07.30-033.2x", .wrongLength("85.07.30-033.2x")),
        ("+5073003328", .wrongLength("+5073003328")), ("BE85073003328", .wrongLength("BE85073003328")),
        ("85.07.30-033.29", .checkDigitsDiffer("85.07.30-033.29")), ("85073003300", .checkDigitsDiffer("85073003300")),
        ("00000000000", .checkDigitsDiffer("00000000000")),
    ])
    func `is refused with the reason and what was typed`(_ text: String, _ error: InvalidNumber) {
        #expect(throws: error) { try NationalNumber(text) }
    }
}

@Suite struct `The check digits of a national number` {
    static let births = [
        Birth(1985, 7, 30, serial: 33), Birth(1916, 5, 17, serial: 204), Birth(1999, 12, 31, serial: 997),
        Birth(2000, 1, 1, serial: 1), Birth(2008, 6, 15, serial: 123), Birth(2013, 10, 9, serial: 480),
        Birth(1978, 24, 3, serial: 77), Birth(2001, 46, 28, serial: 900),
    ]

    @Test(arguments: births)
    func `are one pair for each century`(_ birth: Birth) {
        let valid = (0...99).filter { check in
            (try? NationalNumber(birth.nine + CheckedDigits.padded(check, 2))) != nil
        }
        let centuries = [1900, 2000].map { Birth.check(birth.nine, century: $0) }
        #expect(Set(valid).isSubset(of: centuries))
        #expect(valid.contains(Birth.check(birth.nine, century: birth.century)))
    }

    /// The one mistake no arithmetic finds makes 2010 of 1916.
    ///
    /// The 2 put before the nine digits weighs as much, modulo 97, as 6 in the last digit of the year.
    @Test(arguments: births)
    func `betray every wrong digit but one`(_ birth: Birth) {
        for mistake in CheckedDigits.wrongDigits(in: birth.digits) {
            guard let other = try? NationalNumber(mistake) else { continue }
            #expect(mistake.prefix(1) == birth.digits.prefix(1) && mistake.dropFirst(2) == birth.digits.dropFirst(2))
            #expect(other.birthYear - birth.year == (birth.century == 1900 ? 94 : -94))
        }
    }

    @Test func `cannot tell 1916 from 2010`() throws {
        let number = try NationalNumber(Birth(1916, 5, 17, serial: 204).digits)
        let mistaken = try NationalNumber("10" + number.digits.dropFirst(2))
        #expect(number.birthYear == 1916)
        #expect(mistaken.birthYear == 2010)
    }

    /// Within a century a swap weighs 9 times the difference of the two times a power of ten: 97 never divides that.
    @Test(arguments: births)
    func `betray every swap of two neighbours, unless it moves the birth to the other century`(_ birth: Birth) {
        for mistake in CheckedDigits.swaps(in: birth.digits) {
            guard let other = try? NationalNumber(mistake) else { continue }
            #expect(other.birthYear / 100 * 100 != birth.century, "\(birth.digits) and \(mistake)")
        }
    }
}

/// A date of birth as a national number writes it, with check digits made apart from the code under test.
struct Birth: Sendable, CustomTestStringConvertible {
    let year: Int
    let nine: String

    init(_ year: Int, _ month: Int, _ day: Int, serial: Int = 33) {
        self.year = year
        nine =
            CheckedDigits.padded(year % 100, 2) + CheckedDigits.padded(month, 2) + CheckedDigits.padded(day, 2)
            + CheckedDigits.padded(serial, 3)
    }

    var century: Int { year / 100 * 100 }
    var digits: String { nine + CheckedDigits.padded(Self.check(nine, century: century), 2) }
    var testDescription: String { "\(year): \(digits)" }

    /// Digit by digit, as one divides on paper.
    static func check(_ nine: String, century: Int) -> Int {
        let rest = ((century == 2000 ? "2" : "") + nine).reduce(0) { rest, digit in
            (rest * 10 + (digit.wholeNumberValue ?? 0)) % 97
        }
        return 97 - rest
    }
}
