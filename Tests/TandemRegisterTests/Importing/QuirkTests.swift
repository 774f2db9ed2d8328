import Foundation
import TandemRegister
import TandemTestKit
import Testing

/// The quirks that importers of real extracts met, each with what becomes of it.
@Suite struct `A row that is not as it should be` {
    private static let (bakery, shop): (UInt32, UInt32) = (2_000_700, 20_000_003)

    private static func extract(_ rows: [String: [String]]) -> TestExtract {
        var all = [
            "enterprise": [Rows.enterprise(bakery)], "establishment": [Rows.establishment(shop, of: bakery)],
        ]
        for (table, lines) in rows { all[table, default: []] += lines }
        return TestExtract.full(140, all)
    }

    static let repairs: [(String, String, Repair, Int)] = [
        ("activity", Rows.activity(shop, "43211") + "\n" + Rows.activity(shop, "43211"), .duplicate, 1),
        ("denomination", Rows.name(shop, "Alfa") + "\n" + Rows.name(shop, "Alfa"), .duplicate, 1),
        ("contact", Rows.contact(bakery, "TEL", "02 1") + "\n" + Rows.contact(bakery, "TEL", "02 1"), .duplicate, 1),
        ("address", Rows.address(shop, "9000", "Gent") + "\n" + Rows.address(shop, "9000", "Gent"), .duplicate, 1),
        ("enterprise", Rows.enterprise(bakery), .duplicate, 1),
        ("activity", Rows.activity(shop, "1500", version: "2008"), .lostZeros, 1),
        ("activity", Rows.activity(shop, "01500", group: "3"), .lostZeros, 1),
        ("denomination", "200070022,2,1,Alfa", .lostZeros, 2),
        ("enterprise", Rows.enterprise(2_000_701, situation: "12"), .lostZeros, 1),
        ("enterprise", Rows.enterprise(2_000_701, situation: "x"), .code, 1),
        ("enterprise", Rows.enterprise(2_000_701, start: "31-02-2020"), .day, 1),
        ("enterprise", Rows.enterprise(2_000_701, start: "2020-01-31"), .day, 1),
        ("denomination", Rows.name(shop, "  Alfa "), .spaces, 1),
        ("denomination", Rows.name(shop, "Al\nfa"), .lineBreak, 1),
        ("denomination", Rows.name(shop, "Alfa", language: "9"), .code, 1), ("contact", "", .blankLine, 1),
    ]

    @Test(arguments: repairs)
    func `is repaired and counted where it only describes`(
        _ table: String,
        _ row: String,
        _ repair: Repair,
        _ count: Int
    ) async throws {
        let register = try TestRegister()
        let report = try await register.load(Self.extract([table: [row]]))
        #expect(report.tables[table + ".csv"]?[repair] == count)
        #expect(report.rowsRefused == 0)
        #expect(report.rowsRead - report.rowsStored == report.tables.values.reduce(0) { $0 + $1[.duplicate] })
    }

    static let refusals: [(String, String, Int, Refusal)] = [
        ("enterprise", Rows.enterprise(2_000_701).replacing("0200.070.1", with: "0200.070.2"), 1, .wrongCheckDigits),
        ("enterprise", Rows.establishment(shop, of: bakery), 1, .wrongFieldCount),
        ("enterprise", Rows.enterprise(2_000_701).replacing("AC", with: "ST"), 16, .unknownCode),
        ("enterprise", Rows.enterprise(2_000_701, type: "3"), 27, .unknownCode),
        ("enterprise", Rows.enterprise(bakery, situation: "012"), 1, .twice),
        ("enterprise", Rows.enterprise(shop), 1, .wrongKind),
        ("establishment", Rows.establishment(20_000_004, of: 2_000_999), 28, .unknownEntity),
        ("establishment", Rows.establishment(2_000_705, of: bakery), 1, .wrongKind),
        ("denomination", Rows.name(2_000_999, "Wees"), 1, .unknownEntity),
        ("denomination", Rows.name(shop, ""), 27, .empty),
        ("denomination", Rows.name(shop, "A", type: "009"), 21, .unknownCode),
        ("denomination", "\"\(Rows.number(shop))\",\"2\",\"001\",\"Alfa \"B\" NV\"", 34, .brokenQuotes),
        ("denomination", "\"\(Rows.number(shop))\",\"2\",\"001\",\"Alfa", 27, .brokenQuotes),
        ("denomination", Rows.name(shop, "A\u{0}B"), 27, .notText),
        ("denomination", Rows.name(shop, String(repeating: "A", count: 5000)), 27, .tooLong),
        ("activity", Rows.activity(2_000_999, "43211"), 1, .unknownEntity),
        ("activity", Rows.activity(shop, "4x"), 30, .unknownCode),
        ("activity", Rows.activity(shop, "43211", version: "2030"), 23, .unknownCode),
        ("activity", Rows.activity(shop, "43211", classification: "HOOFD"), 38, .unknownCode),
        ("address", Rows.address(shop, "9000", "Gent", kind: "QQQQ"), 17, .unknownCode),
        ("contact", Rows.contact(bakery, "TELEX", "1"), 22, .unknownCode),
        ("contact", Rows.contact(bakery, "TEL", "1", kind: "QQQ"), 16, .unknownCode),
        ("contact", "\"abc\",\"ENT\",\"TEL\",\"1\"", 1, .notANumber),
    ]

    @Test(arguments: refusals)
    func `is refused with line and column where it identifies`(
        _ table: String,
        _ row: String,
        _ column: Int,
        _ reason: Refusal
    ) async throws {
        let register = try TestRegister()
        let report = try await register.load(Self.extract([table: [row]]))
        let before = table == "enterprise" || table == "establishment" ? 1 : 0
        let expected = RefusedRow(file: table + ".csv", line: before + 2, column: column, reason: reason)
        #expect(report.refused == [expected])
        #expect(report.tables[table + ".csv"]?[reason] == 1)
        #expect(try await register.snapshot().counts.enterprises == 1)
    }

    @Test func `counts columns in characters, and lines also behind a name with a line break`() async throws {
        let rows = [Rows.name(Self.shop, "Één\ntwee"), "\"\(Rows.number(Self.shop))\",\"2\",\"009\",\"Café\""]
        let report = try await TestRegister().load(Self.extract(["denomination": rows]))
        #expect(report.refused == [RefusedRow(file: "denomination.csv", line: 4, column: 21, reason: .unknownCode)])
    }

    @Test func `that is not UTF-8 is refused, and no other`() async throws {
        let register = try TestRegister()
        let path = try register.folder.write(Self.extract(["denomination": [Rows.name(Self.bakery, "Alfa")]]))
        var bytes = try Data(contentsOf: URL(filePath: path + "/denomination.csv"))
        bytes += Data("\"\(Rows.number(Self.shop))\",\"2\",\"001\",\"Caf".utf8) + Data([0xE9]) + Data("\"\n".utf8)
        try bytes.write(to: URL(filePath: path + "/denomination.csv"))
        guard case .imported(let report) = try await register.import(path) else { throw ExtractProblem.empty }
        #expect(report.refused == [RefusedRow(file: "denomination.csv", line: 3, column: 27, reason: .notUTF8)])
        #expect(report.tables["denomination.csv"]?.stored == 1)
    }

    @Test func `is read all the same from files that others saved: a mark, CRLF, bare text, no last line end`()
        async throws
    {
        var extract = FullTests.bakery
        extract.lineEnd = "\r\n"
        let register = try TestRegister()
        let path = try register.folder.write(extract)
        for (name, bytes) in extract.contents {
            let marked = Data([0xEF, 0xBB, 0xBF] + bytes.dropLast(2))
            try marked.write(to: URL(filePath: path + "/" + name))
        }
        guard case .imported(let report) = try await register.import(path) else { throw ExtractProblem.empty }
        #expect(report.rowsRefused == 0)
        #expect(report.tables.filter { $0.key != "meta.csv" }.values.allSatisfy { $0[.byteOrderMark] == 1 })
        #expect((report.tables["activity.csv"]?[.carriageReturn] ?? 0) > 0)
        let plain = try TestRegister()
        try await plain.load(FullTests.bakery)
        #expect(try await plain.enterprise("0200.070.022") == register.enterprise("0200.070.022"))
    }

    @Test func `may have an activity 957 times in one company, and one activity under every group`() async throws {
        var codes = (10_000...10_900).map { Rows.activity(Self.shop, String($0)) }
        for group in 1...7 {
            for classification in ["MAIN", "SECO", "ANCI"] {
                codes.append(Rows.activity(Self.shop, "43211", group: "00\(group)", classification: classification))
            }
        }
        let register = try TestRegister()
        try await register.load(Self.extract(["activity": codes]))
        let shop = try #require(try await register.snapshot().establishment(EntityNumber(stem: Self.shop)))
        #expect(shop.particulars.activities.count == codes.count)
        #expect(Set(shop.particulars.activities).count == codes.count)
    }
}

private typealias FullTests = `A Full`
