import Foundation
import TandemDomain
import TandemRegister
import Testing

/// The form of the files: what a reader of the real register relies on.
@Suite struct `A generated extract` {
    static let clean = Task { try await GeneratedRegister() }

    static let headers: [(String, String)] = [
        ("meta", #""Variable","Value""#),
        ("code", #""Category","Code","Language","Description""#),
        (
            "enterprise",
            #""EnterpriseNumber","Status","JuridicalSituation","TypeOfEnterprise","JuridicalForm","JuridicalFormCAC","StartDate""#
        ),
        ("establishment", #""EstablishmentNumber","StartDate","EnterpriseNumber""#),
        ("branch", #""Id","StartDate","EnterpriseNumber""#),
        ("denomination", #""EntityNumber","Language","TypeOfDenomination","Denomination""#),
        (
            "address",
            #""EntityNumber","TypeOfAddress","CountryNL","CountryFR","Zipcode","MunicipalityNL","MunicipalityFR","StreetNL","StreetFR","HouseNumber","Box","ExtraAddressInfo","DateStrikingOff""#
        ),
        ("contact", #""EntityNumber","EntityContact","ContactType","Value""#),
        ("activity", #""EntityNumber","ActivityGroup","NaceVersion","NaceCode","Classification""#),
    ]

    @Test func `has the files and headers of the real one`() async throws {
        let register = try await Self.clean.value
        let files = register.files().filter { $0.hasPrefix(GeneratedRegister.full) }
        #expect(files == Self.headers.map { "\(GeneratedRegister.full)/\($0.0).csv" }.sorted())
        for (table, header) in Self.headers {
            let bytes = try register.bytes("\(GeneratedRegister.full)/\(table).csv")
            #expect(bytes.starts(with: Array((header + "\n").utf8)), "\(table)")
            #expect(bytes.last == UInt8(ascii: "\n"), "\(table)")
            #expect(!bytes.contains(UInt8(ascii: "\r")), "\(table)")
        }
    }

    @Test func `says in meta what it is`() async throws {
        let register = try await Self.clean.value
        let meta = try register.bytes("\(GeneratedRegister.full)/meta.csv")
        #expect(
            String(decoding: meta, as: UTF8.self) == """
                "Variable","Value"
                "SnapshotDate","04-10-2025"
                "ExtractTimestamp","05-10-2025 09:00:00"
                "ExtractType","full"
                "ExtractNumber","140"
                "Version","1.0.0"

                """
        )
    }

    @Test func `quotes every text and no date, and leaves nothing between commas for what is absent`() async throws {
        let register = try await Self.clean.value
        let row = /^(?:"(?:[^"]|"")*"|\d\d-\d\d-\d{4}|)(?:,(?:"(?:[^"]|"")+"|\d\d-\d\d-\d{4}|))*$/
        for (table, _) in Self.headers {
            let lines = try register.lines(table)
            let sample = stride(from: 0, to: lines.count, by: max(1, lines.count / 300)).map { lines[$0] }
            for line in sample { #expect(try row.wholeMatch(in: line) != nil, "\(table): \(line)") }
        }
    }

    @Test func `has the whole code list with its languages`() async throws {
        let records = try await Self.clean.value.records("code")
        #expect(records.count == 21_500)
        let counts = Dictionary(grouping: records) { $0[0] + " " + $0[2] }.mapValues(\.count)
        #expect(counts["Nace2025 NL"] == 3276 && counts["Nace2008 FR"] == 3324 && counts["Nace2003 NL"] == 3838)
        #expect(counts["JuridicalForm DE"] == 146 && counts["JuridicalSituation DE"] == 40)
    }

    static let names: [(Int, String, String)] = [
        (139, "KboOpenData_0139_2025_09_Full", "Branch.CSV"),
        (140, "KboOpenData_0140_2025_09_05_Full", "branch.csv"),
        (1024, "KboOpenData_1024_2025_09_05_Full", "branch.csv"),
    ]

    @Test(arguments: names)
    func `bears the monthly name before number 140 and the daily one from there`(
        _ number: Int,
        _ name: String,
        _ branches: String
    ) async throws {
        let date = try #require(Day(2025, 9, 5))
        let register = try await GeneratedRegister {
            $0.extract = number
            $0.date = date
        }
        #expect(register.files().contains("\(name)/\(branches)"))
    }

    @Test func `is the same to the byte for the same seed, on any number of processors`() async throws {
        let (one, again, other) = (
            try await GeneratedRegister { $0.set(workers: 1, seed: 7) },
            try await GeneratedRegister { $0.set(workers: 3, seed: 7) },
            try await GeneratedRegister { $0.set(workers: 3, seed: 8) }
        )
        for file in one.files() {
            #expect(try one.bytes(file) == again.bytes(file), "\(file)")
        }
        let enterprises = "\(GeneratedRegister.full)/enterprise.csv"
        #expect(try one.bytes(enterprises) != other.bytes(enterprises))
    }

    @Test func `is the same to the byte as a zip`() async throws {
        let (one, again) = (
            try await GeneratedRegister { $0.isZipped = true }, try await GeneratedRegister { $0.isZipped = true }
        )
        let name = "\(GeneratedRegister.full).zip"
        let bytes = try one.bytes(name)
        #expect(bytes == (try again.bytes(name)))
        #expect(bytes.starts(with: Array("PK".utf8)))
        #expect(one.files() == [name, "employers.csv", "expected.json"])
    }

    static let mistakes: [(String, @Sendable (inout GeneratorOptions) -> Void)] = [
        ("The scale lies above 0 and is at most 1.", { $0.scale = 0 }),
        ("The scale lies above 0 and is at most 1.", { $0.scale = 1.5 }),
        ("At most 400 updates can be made.", { $0.updates = 401 }),
        (
            "A hostile register is made in memory: its scale is at most 0.01.",
            {
                $0.dirt = .hostile
                $0.scale = 0.1
            }
        ),
        (
            "The fault 'gap:150' names no extract from 140 to 140.", { $0.faults = [ScriptedFault(.gap, extract: 150)] }
        ),
    ]

    @Test(arguments: mistakes.indices)
    func `is not made from options that do not fit`(_ index: Int) {
        let (text, change) = Self.mistakes[index]
        var options = GeneratorOptions()
        change(&options)
        let error = #expect(throws: GeneratorProblem.self) { _ = try RegisterGenerator(options) }
        #expect(error?.description == text)
    }
}

extension GeneratorOptions {
    mutating func set(workers: Int, seed: UInt64) {
        self.workers = workers
        self.seed = seed
        dirt = .real
    }
}
