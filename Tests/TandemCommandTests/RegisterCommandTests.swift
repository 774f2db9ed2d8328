import Foundation
import TandemTestKit
import Testing

/// The company register by the program itself, in processes of its own.
@Suite(.serialized) struct `The register command` {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "tandem-command-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    /// The program that is built beside these tests.
    private static var program: URL {
        let place =
            CommandLine.arguments.first.map { URL(filePath: $0).deletingLastPathComponent() } ?? URL(filePath: ".")
        let folders = sequence(first: place) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
        let found = folders.map { $0.appending(path: "tandem") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath }
        return found ?? URL(filePath: "tandem")
    }

    private func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["register"] + arguments
        process.environment = ["TANDEM_COMPANIES": folder.appending(path: "companies.sqlite").path]
        return process
    }

    /// Runs the program to its end and gives what it printed.
    private func run(_ arguments: String...) throws -> (output: String, status: Int32) {
        let (process, pipe) = (process(arguments), Pipe())
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (output, process.terminationStatus)
    }

    /// Writes a Full with so many enterprises, and gives its path.
    private func full(_ number: Int, enterprises: Int) throws -> String {
        let path = folder.appending(path: "full-\(number)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        func write(_ file: String, _ lines: [String]) throws {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: path.appending(path: file + ".csv"))
        }
        let numbers = (0..<enterprises).map { index in
            let stem = 2_000_700 + index
            let digits = String(format: "%08d%02d", stem, 97 - stem % 97)
            return "\(digits.prefix(4)).\(digits.dropFirst(4).prefix(3)).\(digits.suffix(3))"
        }
        try write(
            "meta",
            [
                "\"Variable\",\"Value\"", "\"SnapshotDate\",\"04-10-2025\"",
                "\"ExtractTimestamp\",\"05-10-2025 07:21:18\"",
                "\"ExtractType\",\"full\"", "\"ExtractNumber\",\"\(number)\"", "\"Version\",\"1.0.0\"",
            ]
        )
        try write(
            "code",
            [
                "\"Category\",\"Code\",\"Language\",\"Description\"",
                "\"JuridicalForm\",\"610\",\"NL\",\"Besloten Vennootschap\"",
                "\"JuridicalForm\",\"610\",\"FR\",\"Société à responsabilité limitée\"",
                "\"Nace2025\",\"43211\",\"NL\",\"Elektriciens\"",
            ]
        )
        try write(
            "enterprise",
            [
                "\"EnterpriseNumber\",\"Status\",\"JuridicalSituation\",\"TypeOfEnterprise\",\"JuridicalForm\",\"JuridicalFormCAC\",\"StartDate\""
            ] + numbers.map { "\"\($0)\",\"AC\",\"000\",\"2\",\"610\",,01-03-2012" }
        )
        try write(
            "establishment",
            [
                "\"EstablishmentNumber\",\"StartDate\",\"EnterpriseNumber\"",
                "\"2.000.000.339\",01-04-2012,\"\(numbers[0])\"",
            ]
        )
        try write("branch", ["\"Id\",\"StartDate\",\"EnterpriseNumber\""])
        try write(
            "denomination",
            [
                "\"EntityNumber\",\"Language\",\"TypeOfDenomination\",\"Denomination\""
            ] + numbers.map { "\"\($0)\",\"2\",\"001\",\"Verzonnen \($0) \(number)\"" }
        )
        try write(
            "address",
            [
                "\"EntityNumber\",\"TypeOfAddress\",\"CountryNL\",\"CountryFR\",\"Zipcode\",\"MunicipalityNL\",\"MunicipalityFR\",\"StreetNL\",\"StreetFR\",\"HouseNumber\",\"Box\",\"ExtraAddressInfo\",\"DateStrikingOff\"",
                "\"2.000.000.339\",\"BAET\",,,\"9000\",\"Gent\",\"Gent\",\"Kouter\",\"Kouter\",\"1\",\"2\",,",
            ]
        )
        try write(
            "contact",
            [
                "\"EntityNumber\",\"EntityContact\",\"ContactType\",\"Value\"",
                "\"\(numbers[0])\",\"ENT\",\"TEL\",\"02 123 45 67\"",
            ]
        )
        try write(
            "activity",
            [
                "\"EntityNumber\",\"ActivityGroup\",\"NaceVersion\",\"NaceCode\",\"Classification\"",
                "\"\(numbers[0])\",\"006\",\"2025\",\"43211\",\"MAIN\"",
            ]
        )
        return path.path
    }

    @Test func `imports, tells and shows`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try run("status").status == 64)
        let report = folder.appending(path: "report.json").path
        let imported = try run("import", full(140, enterprises: 3), "--report", report)
        #expect(imported.output == "Imported full 140 of 2025-10-04: 13 rows read, 13 stored, 0 refused.\n")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: report))) as? [String: Any]
        #expect(json?["extract"] as? Int == 140)
        #expect(try run("status").output.contains("3 enterprises, 1 establishments, 0 branches"))
        try expectRecorded(run("show", "200070022").output, in: "Register/show-enterprise.txt")
        try expectRecorded(run("show", "BE 0200.070.022", "--french").output, in: "Register/show-enterprise-french.txt")
        try expectRecorded(run("show", "2.000.000.339").output, in: "Register/show-establishment.txt")
        #expect(try run("show", "0200.070.023").status == 64)
        #expect(try run("import", "/nowhere.zip").status == 1)
    }

    /// The moments are those at which the import has begun to write, and some time into it.
    @Test func `answers a file of questions, and says where one is wrong`() throws {
        #expect(try run("import", full(140, enterprises: 3)).status == 0)
        let columns = "kind,name,latitude,longitude,kilometres,activity,south,west,north,east,zoom\n"
        func ask(_ rows: String) throws -> (output: String, status: Int32) {
            let path = folder.appending(path: "questions.csv")
            try Data((columns + rows).utf8).write(to: path)
            return try run("ask", path.path)
        }
        let answers = try ask("search,,51.05,3.72,20,,,,,,\nclusters,,,,,,49,2,52,7,7\n")
        #expect(answers.status == 0)
        let lines = answers.output.split(separator: "\n")
        #expect(lines.first == "question,total,first,metres,microseconds")
        #expect(lines.count == 3)
        #expect(try ask("search,,noord,3.72,20,,,,,,\n").status == 64)
        #expect(try ask("search,,,,,2025:x,,,,,\n").status == 64)
    }

    @Test(arguments: [0, 100, 400, 900])
    func `leaves the register as it was when it is killed in mid-import`(_ milliseconds: Int) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (small, large) = (try full(140, enterprises: 3), try full(141, enterprises: 60_000))
        #expect(try run("import", small).status == 0)
        let shown = try run("show", "200070022").output
        let importing = process(["import", large])
        (importing.standardOutput, importing.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try importing.run()
        let building = folder.appending(path: "companies.sqlite.building").path
        while importing.isRunning, !FileManager.default.fileExists(atPath: building) {
            try await Task.sleep(for: .milliseconds(2))
        }
        try await Task.sleep(for: .milliseconds(milliseconds))
        let wasRunning = importing.isRunning
        kill(importing.processIdentifier, SIGKILL)
        importing.waitUntilExit()
        let isOld = try run("show", "200070022").output == shown
        #expect(isOld || !wasRunning || milliseconds > 100, "killed after \(milliseconds) ms")
        if isOld { #expect(try run("status").output.contains("full 140 of 2025-10-04\n3 enterprises")) }
        #expect(try run("import", large).status == 0)
        #expect(try run("status").output.contains("full 141 of 2025-10-04\n60000 enterprises"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains("building") }, "\(names)")
    }
}
