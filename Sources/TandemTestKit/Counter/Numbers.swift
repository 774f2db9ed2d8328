package import TandemDomain

/// Invented numbers whose check digits are right.
package enum TestNumber {
    /// The national number of somebody born on `day`, the `serial`-th of that day.
    package static func person(bornOn day: Day, serial: Int = 1) throws -> NationalNumber {
        let (year, month, dayOfMonth) = day.parts
        let base = ((year % 100 * 100 + month) * 100 + dayOfMonth) * 1000 + serial
        let check = 97 - (year < 2000 ? base : 2_000_000_000 + base) % 97
        return try NationalNumber(padded(base, 9) + padded(check, 2))
    }

    /// The `serial`-th invented company.
    package static func company(_ serial: Int = 1) throws -> CompanyNumber {
        try CompanyNumber(tenDigits(4_000_000 + serial))
    }

    /// The `serial`-th invented establishment.
    package static func establishment(_ serial: Int = 1) throws -> EstablishmentNumber {
        try EstablishmentNumber(tenDigits(21_000_000 + serial))
    }

    private static func tenDigits(_ base: Int) -> String { padded(base, 8) + padded(97 - base % 97, 2) }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
