import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import TandemTwin
import Testing

/// What an import makes of the numbers of schools: all or nothing, and a later file in the place of an earlier one.
@Suite struct `An import of enrolments` {
    static let header = """
        reference_date,provider,training,enrolled,planned,postal_code,establishment_number,programmed_from,\
        programmed_until,provider_name,provider_kind
        """
    static let good = "2021-02-01,OV0001,1096,12,16,2018,2.000.000.042,2019-2020,2024-2025,,"

    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let name: String
        let kind: ImportProblem.Kind

        var testDescription: String { "\(old) → \(new)" }
    }

    static let faults: [Fault] = [
        Fault(old: "2021-02-01", new: "1/2/2021", name: "reference_date", kind: .badDay("1/2/2021")),
        Fault(old: "2021-02-01", new: "", name: "reference_date", kind: .empty),
        Fault(old: "2021-02-01", new: "2999-02-01", name: "reference_date", kind: .dayInFuture),
        Fault(old: "OV0001", new: "", name: "provider", kind: .empty),
        Fault(old: "OV0001", new: "OV00011", name: "provider", kind: .unknownProvider("OV00011", nearest: "OV0001")),
        Fault(old: ",1096,", new: ",10966,", name: "training", kind: .unknownCode("10966", nearest: "1096")),
        Fault(old: ",1096,", new: ",,", name: "training", kind: .empty),
        Fault(old: ",12,", new: ",,", name: "enrolled", kind: .empty),
        Fault(old: ",12,", new: ",-1,", name: "enrolled", kind: .badCount("-1")),
        Fault(old: ",12,", new: ",twaalf,", name: "enrolled", kind: .badCount("twaalf")),
        Fault(old: ",16,", new: ",1e3,", name: "planned", kind: .badCount("1e3")),
        Fault(old: ",2018,", new: ",0999,", name: "postal_code", kind: .unknownCode("0999", nearest: nil)),
        Fault(
            old: "2.000.000.042",
            new: "2.000.000.043",
            name: "establishment_number",
            kind: .badNumber("2.000.000.043")
        ),
        Fault(old: "2019-2020", new: "2019-2021", name: "programmed_from", kind: .badSchoolYear("2019-2021")),
        Fault(old: "2024-2025", new: "2024", name: "programmed_until", kind: .badSchoolYear("2024")),
        Fault(
            old: "2024-2025",
            new: "2018-2019",
            name: "programmed_until",
            kind: .orderOfDays(before: "programmed_from")
        ),
        Fault(old: ",,", new: ",,school", name: "provider_kind", kind: .unknownCode("school", nearest: nil)),
    ]

    @Test(arguments: faults)
    func `names the line, the column and the reason, and stores nothing`(_ fault: Fault) async throws {
        let bad = Self.good.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let office = try await TestCounter()
        let problems = try await problems(of: [Self.header, Self.good.replacing("1096", with: "1717"), bad], office)
        #expect(problems.contains { $0.line == 3 && $0.name == fault.name && $0.kind == fault.kind }, "\(problems)")
        #expect(try await office.database.read { try $0.enrolmentCounts() }.isEmpty)
    }

    @Test func `refuses the same training of a provider at one place twice`() async throws {
        let office = try await TestCounter()
        let lines = [Self.header, Self.good, Self.good.replacing(",12,", with: ",13,")]
        #expect(try await problems(of: lines, office).map(\.kind) == [.duplicateReference(firstLine: 2)])
        let elsewhere = [Self.header, Self.good, Self.good.replacing("2018", with: "2000")]
        #expect(try await problems(of: elsewhere, office).isEmpty)
    }

    @Test(arguments: ["", "reference_date,provider,training\n", "\(header)\n", "\(header)\na,b\n"])
    func `refuses a file that is no table of this kind`(_ file: String) async throws {
        let office = try await TestCounter()
        #expect(try await problems(of: [file], office).isEmpty == false)
    }

    @Test func `knows a provider of the reference data by his code, and another by what the file says`() async throws {
        let office = try await TestCounter()
        let other = "2021-02-01,FWB-1,1096,3,,7000,,,,Institut Exemple Mons,duaal_leren"
        let short = "reference_date,provider,training,enrolled\n2020-10-01,OV0001,1096,2"
        try await office.take([Self.header, Self.good, other])
        try await office.take([short])
        let rows = try await office.enrolments(on: 2021, 2)
        #expect(rows.map(\.providerName) == ["Institut Exemple Mons", "Duaalschool De Klimop Antwerpen"])
        #expect(rows.map(\.postalCode.digits) == ["7000", "2018"])
        #expect(rows.map(\.programmedFrom?.name) == [nil, "2019-2020"])
        #expect(rows.map(\.planned) == [nil, 16])
        #expect(try await office.enrolments(on: 2020, 10).map(\.postalCode.digits) == ["2000"])
    }

    @Test func `puts a later file in the place of an earlier one for the same date, with an event`() async throws {
        let office = try await TestCounter()
        try await office.take([Self.header, Self.good, Self.good.replacing("1096", with: "1717")])
        try await office.take([Self.header, Self.good.replacing("2021-02-01", with: "2020-10-01")])
        let report = try await office.take([Self.header, Self.good.replacing(",12,", with: ",14,")])
        #expect(report.counts.map(\.replaces) == [true])
        #expect(try await office.enrolments(on: 2021, 2).map(\.enrolled) == [14])
        #expect(try await office.enrolments(on: 2020, 10).map(\.enrolled) == [12])
        let counts = try await office.database.read { try $0.enrolmentCounts() }
        #expect(counts.map(\.version) == [2, 1])
        #expect(counts.map(\.enrolled) == [14, 12])
        let acts = try await office.database.read { session in
            try session.rows("SELECT act, role FROM event WHERE subject = 'enrolment_count' ORDER BY id").map {
                "\(try $0.text(0)) \(try $0.text(1))"
            }
        }
        #expect(acts == ["imported system", "imported system", "replaced system"])
        #expect(try await office.findings().isEmpty)
    }

    @Test func `stores nothing when it only checks`() async throws {
        let office = try await TestCounter()
        let file = "\(Self.header)\n\(Self.good)"
        let report = try await office.counter.importEnrolments(from: pieces(of: file), isDryRun: true)
        #expect(report.counts.map(\.learners) == [12])
        #expect(try await office.database.read { try $0.enrolmentCounts() }.isEmpty)
    }

    @Test func `takes the invented numbers, in the proportions of print`() async throws {
        let office = try await TestCounter(on: try #require(Day(2024, 3, 1)))
        let twin = try EnrolmentTwin(reference: office.counter.reference, seed: 1)
        let rows = try twin.rows(through: office.clock.wallClock.today())
        #expect(
            rows
                == (try EnrolmentTwin(reference: office.counter.reference, seed: 1).rows(
                    through: office.clock.wallClock.today()
                ))
        )
        let report = try await office.take(
            ([EnrolmentTwin.columns] + rows).map { row in
                row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
            }
        )
        #expect(report.counts.count == 10)
        let february = try await office.enrolments(on: 2023, 2)
        for (training, providers, learners) in [("1774", 9, 9), ("1096", 112, 110), ("1717", 131, 138)] {
            let own = february.filter { $0.training.rawValue == training }
            #expect(Set(own.map(\.provider)).count == providers, "\(training)")
            #expect(own.reduce(0) { $0 + $1.enrolled } == learners, "\(training)")
        }
        // Table 17 has 1810 learners in dual learning on 1 February 2021, 8707 and 984 in the older systems.
        let printed = report.counts.first { $0.referenceDate.iso == "2021-02-01" }
        #expect(printed?.learners == 1810 + 8707 + 984)
        #expect(twin.analysedPlaces.map { "\($0.key) \($0.value)" }.sorted() == ["1096 394", "1717 294", "1774 27"])
    }

    private func problems(of lines: [String], _ office: TestCounter) async throws -> [ImportProblem] {
        do {
            try await office.take(lines)
            return []
        } catch let refused as ImportRefused {
            return refused.problems
        }
    }
}

extension TestCounter {
    @discardableResult
    fileprivate func take(_ lines: [String]) async throws -> EnrolmentReport {
        try await counter.importEnrolments(from: pieces(of: lines.joined(separator: "\n")))
    }

    fileprivate func enrolments(on year: Int, _ month: Int) async throws -> [EnrolmentRecord] {
        let day = try #require(Day(year, month, 1))
        return try await database.read { session in
            guard let count = try session.enrolmentCount(of: day) else { return [] }
            return try session.enrolments(in: count.id)
        }
    }
}

/// The file in pieces of eleven bytes, so that every record is cut somewhere.
private func pieces(of text: String) -> ByteSource {
    let bytes = Array(text.utf8)
    let pieces = stride(from: 0, to: bytes.count, by: 11).map { Array(bytes[$0..<min($0 + 11, bytes.count)]) }
    return { AnyIterator(pieces.makeIterator()) }
}
