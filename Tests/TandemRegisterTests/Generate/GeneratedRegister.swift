import Foundation
import TandemCSV
import TandemDomain
import TandemRegister
import TandemTestKit

/// A synthetic register in a folder of its own, which goes when the test is over.
final class GeneratedRegister: Sendable {
    let folder: URL
    let expected: ExpectedRows

    init(_ change: (inout GeneratorOptions) -> Void = { _ in }) async throws {
        var options = GeneratorOptions()
        change(&options)
        folder = FileManager.default.temporaryDirectory.appending(path: "tandem-register-\(UUID().uuidString)")
        try await RegisterGenerator(options).write(to: folder)
        let json = try Data(contentsOf: folder.appending(path: "expected.json"))
        expected = try JSONDecoder().decode(ExpectedRows.self, from: json)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let full = "KboOpenData_0140_2025_10_05_Full"

    func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: path))) }

    /// The lines of a file of the first Full, without the header.
    func lines(_ table: String, of extract: String = full) throws -> [String] {
        String(decoding: try bytes("\(extract)/\(table).csv"), as: UTF8.self).split(separator: "\n").dropFirst()
            .map(String.init)
    }

    /// The records of a file, without the header.
    func records(_ table: String, of extract: String = full) throws -> [[String]] {
        try CSVReader.records(of: try bytes("\(extract)/\(table).csv")).map(\.fields).dropFirst().map { Array($0) }
    }

    /// Every file below the folder, in order.
    func files() -> [String] {
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []).compactMap { $0 as? String }
        return paths.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        .sorted()
    }
}

/// What `expected.json` says.
struct ExpectedRows: Decodable, Sendable {
    let extracts: [Extract]
    let sequence: [Script]
    let faults: [Fault]
    let employers: Int

    struct Extract: Decodable, Sendable {
        let name: String
        let number: Int
        let type: String
        let files: [String: File]
    }

    struct File: Decodable, Sendable {
        let rows: Int
        let dirt: [String: Int]
    }

    struct Script: Decodable, Sendable {
        let kind: String
        let number: Int
        let name: String
    }

    struct Fault: Decodable, Sendable {
        let extract: String
        let file: String
        let line: Int?
        let kind: String
        let effect: String
    }
}

/// Whether a count lies within a share of what is expected, and within four standard deviations of chance.
func isNear(_ count: Int, _ expected: Double, within share: Double = 0.01) -> Bool {
    abs(Double(count) - expected) <= expected * share + 4 * expected.squareRoot()
}
