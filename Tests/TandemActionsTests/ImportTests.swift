import TandemActions
import TandemDomain
import TandemSQL
import TandemTestKit
import Testing

/// What an import makes of good and bad files: all or nothing, with line, column and reason.
@Suite struct `An import of recognitions` {
    static let header = """
        reference,company_number,company_name,company_street,company_postal_code,joint_committee,employees,\
        establishment_number,establishment_name,establishment_street,establishment_postal_code,training,partnership,\
        applicant,submitted_on,status,decided_on,decision_mode,rejection_reason,ended_on,end_kind,cancelled_on,mentors,\
        renews
        """
    static let good = """
        WD-1,0123.456.749,Bakkerij Proef BV,Voorbeeldstraat 12,9000,118,7,8.000.000.071,Bakkerij Proef BV,\
        Voorbeeldstraat 12,9000,DBSO-004,voeding,provider,2020-09-01,approved,2020-09-10,manual,,,,,\
        85.07.30-997.34;Fien;Voorbeeldmans,
        """

    /// A line with one thing changed, and what is then wrong: the text to replace, the new text, column name, kind.
    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let name: String?
        let kind: ImportProblem.Kind

        var testDescription: String { "\(old) → \(new)" }
    }

    static let faults: [Fault] = [
        Fault(old: "WD-1,", new: ",", name: "reference", kind: .empty),
        Fault(old: "0123.456.749", new: "0123.456.748", name: "company_number", kind: .badNumber("0123.456.748")),
        Fault(old: "0123.456.749", new: "123", name: "company_number", kind: .badNumber("123")),
        Fault(
            old: "8.000.000.071",
            new: "9.000.000.071",
            name: "establishment_number",
            kind: .badNumber("9.000.000.071")
        ),
        Fault(
            old: "12,9000,118",
            new: "12,0999,118",
            name: "company_postal_code",
            kind: .unknownCode("0999", nearest: nil)
        ),
        Fault(old: ",118,", new: ",999,", name: "joint_committee", kind: .unknownCode("999", nearest: "109")),
        Fault(old: ",7,", new: ",zeven,", name: "employees", kind: .badCount("zeven")),
        Fault(old: ",7,", new: ",-7,", name: "employees", kind: .badCount("-7")),
        Fault(old: "DBSO-004", new: "DBSO-4", name: "training", kind: .unknownCode("DBSO-4", nearest: "DBSO-004")),
        Fault(
            old: ",voeding,",
            new: ",voedign,",
            name: "partnership",
            kind: .unknownCode("voedign", nearest: "voeding")
        ),
        Fault(old: ",provider,", new: ",school,", name: "applicant", kind: .unknownCode("school", nearest: nil)),
        Fault(old: "2020-09-01", new: "2020-02-30", name: "submitted_on", kind: .badDay("2020-02-30")),
        Fault(old: "2020-09-01", new: "1/9/2020", name: "submitted_on", kind: .badDay("1/9/2020")),
        Fault(old: "2020-09-10", new: "2020-08-31", name: "decided_on", kind: .orderOfDays(before: "submitted_on")),
        Fault(old: "2020-09-10", new: "", name: "decided_on", kind: .neededWithStatus("approved")),
        Fault(old: ",approved,", new: ",aproved,", name: "status", kind: .unknownCode("aproved", nearest: "approved")),
        Fault(old: ",manual,,", new: ",manual,conviction,", name: "rejection_reason", kind: .notWithStatus("approved")),
        Fault(
            old: ",manual,,,",
            new: ",manual,,2020-09-01,withdrawn",
            name: "ended_on",
            kind: .orderOfDays(before: "decided_on")
        ),
        Fault(
            old: "85.07.30-997.34",
            new: "85.07.30-997.35",
            name: "mentors",
            kind: .badMentor("85.07.30-997.35;Fien;Voorbeeldmans")
        ),
        Fault(old: ";Fien;", new: ";", name: "mentors", kind: .badMentor("85.07.30-997.34;Voorbeeldmans")),
        Fault(old: "2020-09-01", new: "2999-09-01", name: "submitted_on", kind: .dayInFuture),
    ]

    @Test(arguments: faults)
    func `names the line, the column and the reason, and stores nothing`(_ fault: Fault) async throws {
        let bad = Self.good.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let file = "\(Self.header)\n\(Self.good.replacing("WD-1", with: "WD-0"))\n\(bad)\n"
        let office = try await TestCounter()
        let problems = try await problems(of: file, office)
        #expect(problems.contains { $0.line == 3 && $0.name == fault.name && $0.kind == fault.kind }, "\(problems)")
        #expect(try await applications(office) == 0)
    }

    @Test func `stores a good file, with events that hold`() async throws {
        let office = try await TestCounter()
        let report = try await office.counter.importRecognitions(from: source("\(Self.header)\n\(Self.good)\n"))
        #expect((report.rows, report.companies, report.recognitions, report.mentors) == (1, 1, 1, 1))
        #expect(try await office.findings().isEmpty)
    }

    @Test func `stores nothing on a dry run`() async throws {
        let office = try await TestCounter()
        let file = "\(Self.header)\n\(Self.good)\n"
        #expect(try await office.counter.importRecognitions(from: source(file), isDryRun: true).rows == 1)
        #expect(try await applications(office) == 0)
    }

    @Test func `refuses the same reference twice, in the file and in the register`() async throws {
        let office = try await TestCounter()
        let twice = "\(Self.header)\n\(Self.good)\n\(Self.good)\n"
        #expect(try await problems(of: twice, office).map(\.kind) == [.duplicateReference(firstLine: 2)])
        let once = "\(Self.header)\n\(Self.good)\n"
        _ = try await office.counter.importRecognitions(from: source(once))
        #expect(try await problems(of: once, office).map(\.kind) == [.duplicateReference(firstLine: nil)])
        #expect(try await applications(office) == 1)
    }

    @Test func `refuses what lines say against one another`() async throws {
        let office = try await TestCounter()
        let otherName = Self.good.replacing("WD-1", with: "WD-2").replacing("Fien;", with: "Frans;")
        let otherCompany = Self.good.replacing("WD-1", with: "WD-3").replacing("0123.456.749", with: "0200.065.765")
        let renewal = Self.good.replacing("WD-1", with: "WD-4") + "WD-9"
        let file = ([Self.header, Self.good, otherName, otherCompany, renewal]).joined(separator: "\n")
        let kinds = try await problems(of: file, office).map { "\($0.line) \($0.kind)" }
        #expect(kinds == ["3 mentorOfOtherName", "4 establishmentOfOther", "5 unknownRenewal(\"WD-9\")"])
    }

    static let unreadable: [(String, String)] = [
        ("", "empty"),
        (
            header.replacing("renews", with: "renew"),
            "unknownColumn(\"renew\", nearest: Optional(\"renews\"))"
        ),
        (header.replacing(",renews", with: ""), "missingColumn(\"renews\")"),
        (header.replacing("renews", with: "mentors"), "duplicateColumn(\"mentors\")"),
        (header + "\na,b\n", "wrongFieldCount(expected: 24, found: 2)"),
        (header + "\n\"a", "unreadable(\"quote that is never closed\")"),
        (header + "\na\"b,", "unreadable(\"quote in an unquoted field\")"),
    ]

    @Test(arguments: unreadable)
    func `refuses a file that is no table of this kind`(_ file: String, _ kind: String) async throws {
        let office = try await TestCounter()
        #expect(try await problems(of: file, office).map { "\($0.kind)" }.first == kind)
    }

    @Test func `refuses a file that is not UTF-8, with the place`() async throws {
        let office = try await TestCounter()
        let bytes = Array("\(Self.header)\nWD-\u{41}".utf8) + [0xE9] + Array(",x\n".utf8)
        let refused = await #expect(throws: ImportRefused.self) {
            try await office.counter.importRecognitions(from: { AnyIterator([bytes].makeIterator()) })
        }
        #expect(refused?.problems.first.map { [$0.line, $0.column] } == [2, 5])
    }

    private func problems(of file: String, _ office: TestCounter) async throws -> [ImportProblem] {
        do {
            _ = try await office.counter.importRecognitions(from: source(file))
            return []
        } catch let refused as ImportRefused {
            return refused.problems
        }
    }

    private func applications(_ office: TestCounter) async throws -> Int {
        try await office.database.read { try $0.integer("SELECT count(*) FROM application") }
    }
}

/// The file in pieces of seven bytes, so that every record is cut somewhere.
private func source(_ text: String) -> ByteSource {
    let bytes = Array(text.utf8)
    let pieces = stride(from: 0, to: bytes.count, by: 7).map { Array(bytes[$0..<min($0 + 7, bytes.count)]) }
    return { AnyIterator(pieces.makeIterator()) }
}
