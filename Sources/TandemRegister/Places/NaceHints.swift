/// Which codes of 2008 and of 2025 stand for the same work: a hint where else to look, never a translation.
///
/// The official table of conversion is not public; these pairs were found by their descriptions, and splits are seen
/// in part only.
package struct NaceHints: Sendable {
    private let pairs: [NaceCode: [NaceCode]]

    /// The hints that are shipped with the program.
    ///
    /// - Throws: an error of the file system or of the table.
    package static func load() throws -> NaceHints { try loaded.get() }

    private static let loaded = Result { try NaceHints(RegisterData.rows(RegisterData.bytes("nace-hints.csv"))) }

    private init(_ rows: [[String]]) {
        var pairs: [NaceCode: Set<NaceCode>] = [:]
        for row in rows {
            guard let old = NaceCode(.nace2008, row[0]), let new = NaceCode(.nace2025, row[1]) else { continue }
            pairs[old, default: []].insert(new)
            pairs[new, default: []].insert(old)
        }
        self.pairs = pairs.mapValues { $0.sorted() }
    }

    /// The codes of the other version to look under as well, in order.
    ///
    /// A code that contains others gives what those give; one of seven digits what its first five give.
    package func alsoUnder(_ code: NaceCode) -> [NaceCode] {
        if let found = pairs[code] { return found }
        if code.length > 5, let parent = NaceCode(code.version, code.digits.prefix(5)) { return pairs[parent] ?? [] }
        return Set(pairs.filter { code.contains($0.key) }.values.flatMap(\.self)).sorted()
    }
}
