import Foundation
import TandemRegister
import TandemTestKit
import Testing

/// What stops an import; the register stays as it was.
@Suite struct `An extract that is not to be trusted` {
    private static let bakery = `A Full`.bakery

    private static func spoiled(_ spoil: (inout TestExtract) -> Void) -> TestExtract {
        var extract = bakery
        extract.number = 141
        spoil(&extract)
        return extract
    }

    static let spoiled: [(String, TestExtract, @Sendable (ExtractProblem) -> Bool)] = [
        ("a missing table", spoiled { $0.files["contact.csv"] = nil }, { $0 == .fileMissing("contact.csv") }),
        ("missing codes", spoiled { $0.files["code.csv"] = nil }, { $0 == .fileMissing("code.csv") }),
        (
            "a wrong header",
            spoiled {
                $0.files["establishment.csv"]?[0] = "\"EstablishmentNumber\",\"EnterpriseNumber\",\"StartDate\""
            },
            { $0 == .header(file: "establishment.csv", column: 2, expected: "StartDate", found: "EnterpriseNumber") }
        ),
        (
            "a column too many", spoiled { $0.files["branch.csv"]?[0] += ",\"Extra\"" },
            { if case .header(file: "branch.csv", _, _, _) = $0 { true } else { false } }
        ),
        ("no enterprises", spoiled { $0.files["enterprise.csv"]?.removeLast(2) }, { $0 == .empty }),
        (
            "a meta.csv without a number",
            spoiled { $0.files["meta.csv"] = ["\"Variable\",\"Value\"", "\"ExtractType\",\"full\""] },
            { if case .meta = $0 { true } else { false } }
        ),
        (
            "half of all rows broken",
            spoiled { $0.files["denomination.csv"]? += Array(repeating: "\"x\",\"1\",\"001\",\"Alfa\"", count: 101) },
            { if case .tooManyRefused("denomination.csv", 101, _, _?) = $0 { true } else { false } }
        ),
    ]

    @Test(arguments: spoiled.indices)
    func `is refused, and the register stays`(_ index: Int) async throws {
        let (name, extract, isExpected) = Self.spoiled[index]
        let register = try TestRegister()
        try await register.load(Self.bakery)
        let problem = await #expect(throws: ExtractProblem.self, "\(name)") { try await register.load(extract) }
        #expect(problem.map(isExpected) == true, "\(name): \(String(describing: problem))")
        #expect(try await register.snapshot().identity?.number == 140, "\(name)")
        #expect(try register.folder.names.contains { $0.contains("building") } == false, "\(name)")
    }

    @Test func `is refused when its name says otherwise than its meta.csv`() async throws {
        let register = try TestRegister()
        for name in [
            "KboOpenData_0141_2025_10_05_Full.zip", "KboOpenData_0140_2025_10_05_Update.zip",
            "KboOpenData_0140_2025_11_05_Full.zip", "KboOpenData_0140_2024_10_Full.zip",
        ] {
            let path = try register.folder.zip(Self.bakery, as: name)
            await #expect(throws: ExtractProblem.nameDiffers(name: name, meta: "full 140 of 2025-10-04")) {
                try await register.import(path)
            }
        }
    }

    @Test func `is refused when the zip is cut off or has a wrong byte`() async throws {
        let register = try TestRegister()
        try await register.load(Self.bakery)
        let path = try register.folder.zip(`A Full`.bakery, as: "whole.zip")
        let whole = try Data(contentsOf: URL(filePath: path))
        var spoiled = [whole.prefix(whole.count / 2), whole.prefix(100), Data("no zip".utf8)]
        let middle = try #require(whole.firstRange(of: Data("activity.csv".utf8))).upperBound + 20
        spoiled.append(
            whole[..<middle] + Data([whole[middle] ^ 0x55, whole[middle + 1] ^ 0x55]) + whole[(middle + 2)...]
        )
        for (index, bytes) in spoiled.enumerated() {
            let broken = register.folder.file("broken-\(index).zip")
            try bytes.write(to: URL(filePath: broken))
            await #expect(throws: ExtractProblem.self, "\(index)") { try await register.import(broken) }
            #expect(try await register.snapshot().identity?.number == 140)
        }
        await #expect(throws: ExtractProblem.notFound("/nowhere.zip")) { try await register.import("/nowhere.zip") }
    }

    @Test func `is refused when a file ends in the middle of a row`() async throws {
        let register = try TestRegister()
        let path = try register.folder.write(Self.bakery)
        let file = URL(filePath: path + "/denomination.csv")
        let whole = try Data(contentsOf: file)
        for count in [3, 8, 20, 40] {
            try whole.dropLast(count).write(to: file)
            let problem = await #expect(throws: ExtractProblem.self) { try await register.import(path) }
            guard case .cutOff("denomination.csv", line: 6, _)? = problem else {
                Issue.record("\(count): \(String(describing: problem))")
                continue
            }
        }
        try whole.dropLast(1).write(to: file)
        try await register.import(path)
    }

    @Test func `is refused when it is less than half of what is there, unless that is meant`() async throws {
        let register = try TestRegister()
        let many = TestExtract.full(140, ["enterprise": (0..<10).map { Rows.enterprise(2_000_700 + $0) }])
        try await register.load(many)
        let few = TestExtract.full(141, ["enterprise": [Rows.enterprise(2_000_700)]])
        await #expect(throws: ExtractProblem.shrunk(from: 10, to: 1)) { try await register.load(few) }
        try await register.import(try register.folder.write(few), acceptsSmaller: true)
        #expect(try await register.snapshot().counts.enterprises == 1)
    }

    @Test func `clears what a broken import left`() async throws {
        let register = try TestRegister()
        for name in [
            "companies.sqlite.building", "companies.sqlite.building-wal", "companies.sqlite.139-aa", "other.sqlite",
        ] {
            try Data("left".utf8).write(to: URL(filePath: register.folder.file(name)))
        }
        try await register.load(Self.bakery)
        let names = try register.folder.names
        #expect(names.contains("other.sqlite"))
        #expect(!names.contains { $0.contains("building") || $0.contains("139") })
    }
}
