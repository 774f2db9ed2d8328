internal import Foundation
internal import TandemCSV

/// The tables that are shipped with the module.
enum RegisterData {
    static func bytes(_ file: String) throws -> [UInt8] {
        try Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Data/\(file)")))
    }

    /// The rows below the header.
    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        try CSVReader.records(of: bytes).dropFirst().map(\.fields)
    }
}
