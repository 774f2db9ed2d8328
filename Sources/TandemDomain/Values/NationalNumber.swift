/// The national register number (*rijksregisternummer*) of a person, or a bis number (*BIS-nummer*).
///
/// Eleven digits: date of birth (two for the year), a serial number, and two check digits: 97 less the first nine
/// modulo 97, where for births from 2000 on a 2 is put before the nine. A bis number has 20 or 40 added to the month.
package struct NationalNumber: Hashable, Sendable {
    package let digits: String

    /// Reads what a person types or a file holds: dots, hyphens and spaces are welcome.
    package init(_ text: some StringProtocol) throws(InvalidNumber) {
        let digits = strippedOfPunctuation(text)
        guard digits.utf8.count == 11, isAllDigits(digits) else { throw .wrongLength(String(text)) }
        guard Self.century(of: digits) != nil else { throw .checkDigitsDiffer(String(text)) }
        self.digits = digits
        guard hasPlausibleBirthDate else { throw .noSuchBirthDate(String(text)) }
    }

    /// Takes back what this type wrote.
    package init(stored digits: String) { self.digits = digits }

    /// `85.07.30-033.28`, as people write it.
    package var formatted: String {
        let parts = dotted(digits, groups: [2, 2, 2, 3, 2]).split(separator: ".")
        return "\(parts[0]).\(parts[1]).\(parts[2])-\(parts[3]).\(parts[4])"
    }

    /// Whether this is a bis number: a person who is not in the national register.
    package var isBis: Bool { writtenMonth > 12 }

    /// The date of birth, or nothing where month or day is unknown (written as zero).
    package var birthDay: Day? {
        Day(birthYear, writtenMonth % 20, field(4, 2))
    }

    /// The year of birth, by the side of 2000 on which the check digits fit.
    package var birthYear: Int { (Self.century(of: digits) ?? 1900) + field(0, 2) }

    private var writtenMonth: Int { field(2, 2) }

    private var hasPlausibleBirthDate: Bool {
        let month = writtenMonth % 20
        guard writtenMonth < 60, month <= 12, field(4, 2) <= 31 else { return false }
        return month == 0 || field(4, 2) == 0 || birthDay != nil
    }

    private func field(_ start: Int, _ length: Int) -> Int {
        Int(digits.dropFirst(start).prefix(length)) ?? 0
    }

    /// 1900 or 2000, or nothing where the check digits fit neither.
    private static func century(of digits: String) -> Int? {
        guard let base = Int(digits.prefix(9)), let check = Int(digits.suffix(2)) else { return nil }
        if 97 - base % 97 == check { return 1900 }
        return 97 - (2_000_000_000 + base) % 97 == check ? 2000 : nil
    }
}
