import Foundation
import TandemDomain
import TandemRegister
import Testing

@Suite struct `Real dirt` {
    @Test func `is as frequent as importers of the real register found it`() async throws {
        let register = try await GeneratedRegister {
            $0.scale = 0.02
            $0.dirt = .real
        }
        let files = try #require(register.expected.extracts.first).files
        func dirt(_ table: String, _ kind: String) -> Int { files["\(table).csv"]?.dirt[kind] ?? 0 }
        func rows(_ table: String) -> Double { Double(files["\(table).csv"]?.rows ?? 0) }
        for table in ["activity", "address", "denomination"] {
            #expect(isNear(dirt(table, "repeatedRow"), rows(table) * 0.000_2), "\(table)")
        }
        #expect(isNear(dirt("address", "noHouseNumber"), rows("address") * 0.045, within: 0.05))
        #expect(isNear(dirt("address", "formerMunicipality"), 4_900 * 0.02, within: 0.2))
        #expect(dirt("activity", "mostActivities") == 1)
        for kind in ["junkPostcode", "emptyText", "oddHouseNumber", "oddBox"] { #expect(dirt("address", kind) > 0) }
        for kind in ["looseTelephone", "capitalEmail", "webWithScheme"] { #expect(dirt("contact", kind) > 0) }
        for kind in ["quotedName", "nameWithSeparators", "lowerCaseName", "nameWithSpaces"] {
            #expect(dirt("denomination", kind) > 0, "\(kind)")
        }
        // One entity in all has this many, and its rows stand together.
        var (most, run, last) = (0, 0, Substring())
        for line in try register.lines("activity") {
            let number = line.prefix { $0 != "," }
            run = number == last ? run + 1 : 1
            last = number
            most = max(most, run)
        }
        #expect((957...960).contains(most))
    }

    @Test func `is absent when none is asked for`() async throws {
        let register = try await GeneratedRegister()
        #expect(register.expected.extracts.allSatisfy { $0.files.values.allSatisfy(\.dirt.isEmpty) })
        for table in ["denomination", "address", "contact", "activity"] {
            let lines = try register.lines(table)
            #expect(Set(lines).count == lines.count, "\(table)")
        }
    }
}

@Suite struct `A hostile extract` {
    static let pair = Task {
        (
            clean: try await GeneratedRegister(),
            hostile: try await GeneratedRegister { $0.dirt = .hostile }
        )
    }

    @Test(arguments: ["enterprise", "establishment", "denomination", "address", "contact", "activity"])
    func `differs from a clean one in the lines that are named, and in no other`(_ table: String) async throws {
        let (clean, hostile) = try await Self.pair.value
        let file = "\(table).csv"
        func lines(_ register: GeneratedRegister) throws -> [ArraySlice<UInt8>] {
            try register.bytes("\(GeneratedRegister.full)/\(file)")
                .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        }
        let faults = hostile.expected.faults.filter { $0.extract == GeneratedRegister.full && $0.file == file }
        let named = Set(faults.compactMap(\.line))
        let blank = Set(faults.filter { $0.kind == "blankLine" }.compactMap(\.line))
        var spoiled = try lines(hostile)
        if faults.contains(where: { $0.kind == "byteOrderMark" }) { spoiled[0] = spoiled[0].dropFirst(3) }
        var original = try lines(clean)
        for line in blank.sorted() { original.insert([UInt8(ascii: "?")], at: line - 1) }
        let changed = zip(spoiled, original).enumerated().filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 }
        #expect(Set(changed) == named)
        #expect(named.count == faults.count { $0.line != nil }, "no two faults share a line")
    }

    @Test func `has wrong check digits where it says so`() async throws {
        let hostile = try await Self.pair.value.hostile
        let faults = hostile.expected.faults.filter { $0.kind == "badCheckDigits" }
        #expect(faults.count == 4)
        for fault in faults {
            let text = String(decoding: try hostile.bytes("\(fault.extract)/\(fault.file)"), as: UTF8.self)
            let line = text.split(separator: "\n", omittingEmptySubsequences: false)[(fault.line ?? 1) - 1]
            let number = line.dropFirst().prefix { $0 != "\"" }
            #expect(throws: InvalidNumber.checkDigitsDiffer(String(number))) {
                if number.hasPrefix("2") { _ = try EstablishmentNumber(number) } else { _ = try CompanyNumber(number) }
            }
        }
    }

    @Test func `has files with a mark, with carriage returns and without a last line feed`() async throws {
        let hostile = try await Self.pair.value.hostile
        #expect(try hostile.bytes("\(GeneratedRegister.full)/establishment.csv").starts(with: [0xEF, 0xBB, 0xBF]))
        let branches = try hostile.bytes("\(GeneratedRegister.full)/branch.csv")
        #expect(branches.count { $0 == 13 } == branches.count { $0 == 10 } && branches.contains(13))
        #expect(try hostile.bytes("\(GeneratedRegister.full)/contact.csv").last != UInt8(ascii: "\n"))
    }

    @Test func `stands beside one for each fault that stops a load`() async throws {
        let hostile = try await Self.pair.value.hostile
        let stops = hostile.expected.faults.filter { $0.effect == "stop" }
        #expect(
            Set(stops.map(\.kind)) == [
                "wrongHeader", "missingFile", "emptyFile", "numberDisagrees", "typeDisagrees", "missingMeta",
                "endsInsideQuotes", "truncatedZip", "notAZip", "pathOutside",
            ]
        )
        let files = hostile.files()
        for stop in stops { #expect(files.contains { $0.hasPrefix(stop.extract) }, "\(stop.kind)") }
        let folder = "stops/missingMeta/\(GeneratedRegister.full)"
        #expect(!files.contains("\(folder)/meta.csv") && files.contains("\(folder)/code.csv"))
        let meta = String(
            decoding: try hostile.bytes("stops/numberDisagrees/\(GeneratedRegister.full)/meta.csv"),
            as: UTF8.self
        )
        #expect(meta.contains(#""ExtractNumber","141""#))
        #expect(try hostile.bytes("stops/emptyFile/\(GeneratedRegister.full)/activity.csv").isEmpty)
    }
}
