import TandemDomain
import Testing

@testable import TandemWeb

@Suite
struct `A word` {
    private let words = Words(
        .dutch,
        texts: [
            "a.plain": "Werkbak", "a.name": "Dag {name}, {name}", "a.days": "nog {count} dag|nog {count} dagen",
            "a.open": "half {open", "a.bar": "dit | dat",
        ]
    )

    @Test(arguments: [
        (Word("a.plain"), "Werkbak"),
        (Word("a.name", ["name": "Els"]), "Dag Els, Els"),
        (Word("a.name", ["name": "{name}"]), "Dag {name}, {name}"),
        (Word("a.name"), "Dag {name}, {name}"),
        (Word("a.name", ["other": "x"]), "Dag {name}, {name}"),
        (Word("a.days", count: 1), "nog 1 dag"),
        (Word("a.days", count: 0), "nog 0 dagen"),
        (Word("a.days", count: 1200), "nog 1.200 dagen"),
        (Word("a.open", ["open": "x"]), "half {open"),
        (Word("a.bar"), "dit | dat"),
        (Word("a.absent"), "⟦a.absent⟧"),
        (.verbatim("Peeters & Zn | {x}"), "Peeters & Zn | {x}"),
    ])
    func `says what the catalogue holds`(_ word: Word, _ text: String) { #expect(words(word) == text) }

    @Test
    func `exists for every refusal and every tone`() throws {
        let words = try Words.load()
        for kind in Explanation.Kind.allCases {
            #expect(!words(kind.title).contains("⟦"))
            #expect(!words(kind.body).contains("⟦"))
        }
        for tone in Tone.allCases { #expect(!words("tone.\(tone.rawValue)").contains("⟦")) }
    }
}

@Suite
struct `Dutch` {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test
    func `writes a day`() throws {
        let day = try day("2026-11-22")
        #expect(DutchFormat.day(day) == "22 november 2026")
        #expect(DutchFormat.weekday(day) == "zondag 22 november 2026")
        #expect(DutchFormat.short(try self.day("2026-03-02")) == "02/03/2026")
        #expect(DutchFormat.month(day) == "november 2026")
    }

    @Test(arguments: [
        (0, "vandaag"), (1, "morgen"), (-1, "gisteren"), (3, "nog 3 dagen"), (-1200, "1.200 dagen geleden"),
    ])
    func `says how far a day is`(_ distance: Int, _ text: String) throws {
        let today = try day("2026-11-22")
        #expect(DutchFormat.relative(today.adding(days: distance), to: today) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-1000, "-1.000"), (-999, "-999"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func `groups a number`(_ value: Int, _ text: String) { #expect(DutchFormat.number(value) == text) }

    @Test
    func `writes amounts, shares, sizes and file numbers`() {
        #expect(DutchFormat.euro(cents: 123_450) == "€\u{A0}1.234,50")
        #expect(DutchFormat.euro(cents: -5) == "€\u{A0}-0,05")
        #expect(DutchFormat.percent(tenths: 123) == "12,3\u{A0}%")
        #expect(DutchFormat.percent(tenths: -3) == "-0,3\u{A0}%")
        #expect(
            [999, 1499, 1_400_000, 12_000_000].map { DutchFormat.size(bytes: $0) } == [
                "999 bytes", "1 kB", "1,4 MB", "12 MB",
            ]
        )
        #expect(DutchFormat.fileNumber(42, of: 2026) == "2026-00042")
        #expect(DutchFormat.fileNumber(1_234_567, of: 2026) == "2026-1234567")
    }

    /// Seconds since 1970, and the clock of Brussels: both sides of both changes of the hour.
    @Test(arguments: [
        (1_774_745_999, "29 maart 2026 om 1.59 uur"), (1_774_746_000, "29 maart 2026 om 3.00 uur"),
        (1_792_889_999, "25 oktober 2026 om 2.59 uur"), (1_792_890_000, "25 oktober 2026 om 2.00 uur"),
        (1_767_221_999, "31 december 2025 om 23.59 uur"), (1_767_222_000, "1 januari 2026 om 0.00 uur"),
        (1_782_856_800, "1 juli 2026 om 0.00 uur"), (0, "1 januari 1970 om 1.00 uur"),
    ])
    func `tells the time by the clock in Brussels`(_ seconds: Int64, _ text: String) {
        #expect(DutchFormat.instant(Instant(milliseconds: seconds * 1000)) == text)
    }
}
