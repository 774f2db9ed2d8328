internal import TandemDomain

/// Numbers with right check digits in ranges that the real registers do not use.
enum InventedNumbers {
    /// The register of companies starts at 0200; these are below.
    static func company(_ index: Int) -> CompanyNumber {
        CompanyNumber(stored: withCheckDigits(1_000_000 + index * 61 % 900_000 + index / 900_000))
    }

    /// Establishments in use start with 2; these with 8.
    static func establishment(_ index: Int) -> EstablishmentNumber {
        EstablishmentNumber(stored: withCheckDigits(80_000_000 + index * 997 % 9_000_000))
    }

    private static func withCheckDigits(_ base: Int) -> String {
        padded(base, 8) + padded(97 - base % 97, 2)
    }
}

/// National numbers of people who do not exist: the serial numbers count down from the top, where few are in use.
struct InventedPeople {
    private static let highestSerial = 997
    private var used: [Day: Int] = [:]

    /// Somebody born on that day, before 2000 as every mentor of these years.
    mutating func nationalNumber(born: Day) -> NationalNumber {
        used[born, default: 0] += 1
        let serial = Self.highestSerial + 1 - (used[born] ?? 1)
        let (year, month, day) = born.parts
        let base = (year % 100 * 10_000 + month * 100 + day) * 1000 + serial
        return NationalNumber(stored: padded(base, 9) + padded(97 - base % 97, 2))
    }
}

func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
