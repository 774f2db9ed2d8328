internal import Foundation

/// A file of `Data/distributions`; where each comes from stands in `Data/distributions/SOURCES.md`.
enum DistributionFile {
    /// The rows below the header, split at commas; no field of these files holds one.
    static func rows(_ name: String) throws -> [[String]] {
        let text = String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    static func url(_ name: String) throws -> URL {
        guard let folder = Bundle.module.resourceURL else { throw GeneratorProblem.dataMissing(name) }
        return folder.appending(path: "Data/distributions/\(name)")
    }
}

extension [String] {
    /// A number in a column of a distribution file.
    func number(_ column: Int, in file: String) throws -> Double {
        guard column < count, let value = Double(self[column]) else {
            throw GeneratorProblem.dataMalformed(file, row: joined(separator: ","))
        }
        return value
    }
}
