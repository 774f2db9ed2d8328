import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// An import writes many lines at once: how many makes no difference to any row or event.
@Suite struct `An import in portions` {
    @Test func `is the same whatever the portions are`() async throws {
        let lines = Lines.random(seed: .random(in: 0 ... .max), count: 60)
        let whole = try await Self.imported(lines, portion: 1000)
        #expect(whole["event"]?.isEmpty == false)
        for portion in [1, 2, 7] {
            let rows = try await Self.imported(lines, portion: portion)
            for (table, expected) in whole {
                #expect(rows[table] == expected, "\(table) in portions of \(portion), seed \(lines.seed)")
            }
        }
    }

    @Test(arguments: [1, 5, 1000])
    func `leaves a chain that holds, also behind rows that were there`(_ portion: Int) async throws {
        let lines = Lines.random(seed: .random(in: 0 ... .max), count: 60)
        let office = try await TestCounter()
        for part in [lines.text(0..<25), lines.text(25..<60)] {
            _ = try await office.counter.importRecognitions(from: source(part), portion: portion)
            #expect(try await office.findings() == [], "seed \(lines.seed)")
        }
        _ = try await office.file(.approved)
        #expect(try await office.findings() == [], "seed \(lines.seed)")
    }

    @Test func `keeps what a company was called between two lines in the events alone`() async throws {
        let office = try await TestCounter()
        let (first, second) = (
            Lines.Line(number: 1, name: "Bakkerij Eerst BV"), Lines.Line(number: 2, name: "Daarna BV")
        )
        let file = Lines(seed: 0, lines: [first, second]).text(0..<2)
        _ = try await office.counter.importRecognitions(from: source(file))
        try await office.database.read { session in
            let company = try #require(try session.company(CompanyNumber(first.company)))
            #expect(company.details.name == second.name && company.version == 2)
            #expect(try session.companies(matching: "eerst", limit: 2).isEmpty)
            #expect(try session.companies(matching: "daarna", limit: 2).map(\.id) == [company.id])
            let events = try session.rows(
                "SELECT version FROM event WHERE subject = 'company' AND subject_id = \(company.id) ORDER BY version"
            )
            #expect(try events.map { try $0.int(0) } == [1, 2])
        }
        #expect(try await office.findings() == [])
    }

    @Test func `gives out no identity of a row that was removed`() async throws {
        let office = try await TestCounter()
        _ = try await office.file(.cancelled)
        let removed = try await `A copy of a register`.addAndRemoveDesignation(office.database)
        _ = try await office.counter.importRecognitions(from: source(Lines.random(seed: 1, count: 20).text(0..<20)))
        let ids = try await office.database.read {
            try $0.rows("SELECT id FROM designation ORDER BY id").map { try $0.int(0) }
        }
        #expect(ids.count > 1 && !ids.contains(Int(removed)))
        let id = try await office.submitted(mentors: [TestMentor("Nieuw")], training: TrainingCode("1099"))
        #expect(try await office.designations(of: id).allSatisfy { $0.id.rawValue > ids.last.map(Int64.init) ?? 0 })
        #expect(try await office.findings() == [])
    }

    /// Every row of a register that these lines were imported into; national numbers are sealed anew each time.
    private static func imported(_ lines: Lines, portion: Int) async throws -> [String: Set<SQLRow>] {
        let office = try await TestCounter()
        _ = try await office.counter.importRecognitions(from: source(lines.text(0..<60)), portion: portion)
        var rows = try await office.database.everyRow()
        rows["mentor"] = try await office.database.read { session in
            Set(try session.rows("SELECT id, number_hash, first_name, last_name, born_on, version FROM mentor"))
        }
        return rows
    }
}

private func source(_ text: String) -> ByteSource {
    { AnyIterator(CollectionOfOne(Array(text.utf8)).makeIterator()) }
}

/// Lines of a file that speak of a few companies, places and people again and again.
struct Lines {
    let seed: UInt64
    var lines: [Line]

    struct Line {
        var number: Int
        var company = "0123.456.749"
        var name = "Bakkerij Proef BV"
        var employees = "7"
        var place = "8.000.000.071"
        var status = "in_process,,,,,,"
        var mentors = ""
        var renews = ""

        var text: String {
            """
            WD-\(number),\(company),\(name),Voorbeeldstraat 12,9000,118,\(employees),\(place),\(name),Voorbeeldstraat 12,\
            9000,DBSO-004,voeding,provider,2020-09-01,\(status),\(mentors),\(renews)
            """
        }
    }

    static let statuses = [
        "submitted,,,,,,", "file_incomplete,,,,,,", "in_process,,,,,,", "on_hold,,,,,,", "cancelled,,,,,,2020-09-05",
        "approved,2020-09-10,manual,,,,", "approved,2020-09-15,automatic,,,,",
        "approved,2020-09-10,manual,,2021-01-01,withdrawn,", "approved,2020-09-10,manual,,2021-01-01,discontinued,",
        "rejected,2020-09-10,manual,conviction,,,",
    ]

    static func random(seed: UInt64, count: Int) -> Lines {
        var chance = Chance(state: seed)
        let people = (1...6).compactMap { serial in
            try? TestNumber.person(bornOn: TestCounter.firstDay.adding(years: -40), serial: serial).formatted
                + ";Fien;Mens \(serial)"
        }
        let lines = (0..<count).map { number in
            var line = Line(number: number)
            let company = Int.random(in: 10...15, using: &chance)
            line.company = (try? TestNumber.company(company).formatted) ?? ""
            line.name = "Bakkerij \(["Eén", "Twee", "Drie"].randomElement(using: &chance) ?? "") BV"
            line.employees = ["", "7", "8"].randomElement(using: &chance) ?? ""
            let place = company * 2 + Int.random(in: 0...1, using: &chance)
            line.place = (try? TestNumber.establishment(place).formatted) ?? ""
            line.status = statuses.randomElement(using: &chance) ?? ""
            line.mentors = people.shuffled(using: &chance).prefix(Int.random(in: 0...2, using: &chance))
                .joined(separator: "|")
            if number > 0, Bool.random(using: &chance) {
                line.renews = "WD-\(Int.random(in: 0..<number, using: &chance))"
            }
            return line
        }
        return Lines(seed: seed, lines: lines)
    }

    func text(_ range: Range<Int>) -> String {
        ([`An import of recognitions`.header] + lines[range].map(\.text)).joined(separator: "\n") + "\n"
    }
}

/// A repeatable source of chance (SplitMix64).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
