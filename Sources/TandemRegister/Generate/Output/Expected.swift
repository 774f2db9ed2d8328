internal import Foundation

/// What was written, for `expected.json`: a reader's counts can be held against it.
struct Expected: Encodable {
    let seed: UInt64
    let scale: Double
    let dirt: String
    var extracts: [Extract] = []
    var sequence: [Sequence] = []
    var faults: [Fault] = []
    var employers = 0

    /// One extract and the rows of its files.
    struct Extract: Encodable {
        let name: String
        let number: Int
        let type: String
        var files: [String: File]
    }

    /// The rows of a file, the header not counted, and how many of them are untidy in which way.
    struct File: Encodable {
        var rows: Int
        let dirt: [String: Int]

        init(_ tally: Tally) {
            rows = tally.rows
            let counts = zip(DirtKind.allCases, tally.dirt).filter { $0.1 > 0 }
            dirt = Dictionary(uniqueKeysWithValues: counts.map { ($0.0.rawValue, $0.1) })
        }
    }

    /// Something scripted in the order of the extracts.
    struct Sequence: Encodable {
        let kind: String
        let number: Int
        let name: String
    }

    /// A fault of a hostile extract.
    struct Fault: Encodable, Sendable {
        let extract: String
        let file: String
        /// The line as a text editor counts them; nothing where the whole file is meant.
        let line: Int?
        let kind: String
        /// `repair`: to be read; `refuse`: the row; `stop`: the load.
        let effect: String
        let detail: String
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
