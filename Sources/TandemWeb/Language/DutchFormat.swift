package import TandemDomain

/// How days, moments and numbers are written in Dutch, as it is done in Flanders.
///
/// Own code rather than a formatter of Foundation: a page of fifty rows prints a hundred of these.
package enum DutchFormat {
    /// `22 november 2026`.
    package static func day(_ day: Day) -> String {
        let (year, month, date) = day.parts
        return "\(date) \(months[month - 1]) \(year)"
    }

    /// `zondag 22 november 2026`.
    package static func weekday(_ day: Day) -> String {
        "\(weekdays[day.weekday.rawValue]) \(self.day(day))"
    }

    /// `22/11/2026`.
    package static func short(_ day: Day) -> String {
        let (year, month, date) = day.parts
        return "\(twoDigits(date))/\(twoDigits(month))/\(year)"
    }

    /// `november 2026`.
    package static func month(_ day: Day) -> String { "\(months[day.parts.month - 1]) \(day.parts.year)" }

    /// `vandaag`, `morgen`, `nog 3 dagen`, `gisteren`, `3 dagen geleden`: how far `day` is from `today`.
    package static func relative(_ day: Day, to today: Day) -> String {
        let distance = day.days(since: today)
        return switch distance {
        case 0: "vandaag"
        case 1: "morgen"
        case -1: "gisteren"
        case 2...: "nog \(number(distance)) dagen"
        default: "\(number(-distance)) dagen geleden"
        }
    }

    /// `+12`, `−4`, `0`: with a minus sign and not a hyphen.
    package static func signed(_ number: Int) -> String {
        number > 0 ? "+\(self.number(number))" : number < 0 ? "\u{2212}\(self.number(-number))" : "0"
    }

    /// `3,2 km`, of metres.
    package static func kilometres(_ metres: Int) -> String {
        let tenths = (metres + 50) / 100
        return "\(number(tenths / 10)),\(tenths % 10)\u{A0}km"
    }

    /// `43.211`, as people write the code of an activity.
    package static func activity(_ digits: String) -> String {
        digits.count <= 2 ? digits : "\(digits.prefix(2)).\(digits.dropFirst(2))"
    }

    /// `22 november 2026 om 14.05 uur`, by the clock in Brussels.
    package static func instant(_ instant: Instant) -> String {
        let local = BrusselsTime(instant)
        return "\(day(local.day)) om \(local.hour).\(twoDigits(local.minute)) uur"
    }

    /// `22/11/2026 14.05`, by the clock in Brussels.
    package static func shortInstant(_ instant: Instant) -> String {
        let local = BrusselsTime(instant)
        return "\(short(local.day)) \(local.hour).\(twoDigits(local.minute))"
    }

    /// `1.234.567`.
    package static func number(_ value: some BinaryInteger) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { grouped.append(".") }
            grouped.append(digit)
        }
        return value < 0 ? "-\(grouped)" : grouped
    }

    /// `12,3 %`, from tenths of a percent.
    package static func percent(tenths: Int) -> String {
        "\(tenths < 0 ? "-" : "")\(number(tenths.magnitude / 10)),\(tenths.magnitude % 10)\u{A0}%"
    }

    /// `€ 1.234,50`, from cents.
    package static func euro(cents: Int) -> String {
        "€\u{A0}\(cents < 0 ? "-" : "")\(number(cents.magnitude / 100)),\(twoDigits(Int(cents.magnitude % 100)))"
    }

    /// `1,4 MB`, from bytes.
    package static func size(bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) bytes" }
        if bytes < 1_000_000 { return "\(number((bytes + 500) / 1000)) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return tenths.isMultiple(of: 10) ? "\(number(tenths / 10)) MB" : "\(number(tenths / 10)),\(tenths % 10) MB"
    }

    /// `2026-00042`: the number of a file of that year, as it stands on letters.
    package static func fileNumber(_ number: Int64, of year: Int) -> String {
        let digits = String(number)
        return "\(year)-\(String(repeating: "0", count: max(0, 5 - digits.utf8.count)))\(digits)"
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    private static let weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ]
}
