internal import Foundation
internal import TandemRegister

/// What the codes of activities mean, of the two editions that are in use.
struct ActivityNames: Sendable {
    private let names: [NaceCode: String]
    /// Every code with its description in small letters without accents, in order.
    private let folded: [(code: NaceCode, words: String)]

    init(_ names: [NaceCode: String]) {
        self.names = names
        folded = names.map { ($0.key, " " + Self.folded($0.value)) }.sorted { $0.code < $1.code }
    }

    subscript(code: NaceCode) -> String? { names[code] }

    /// The description of a code, or of the nearest one above it that has one.
    func nearest(_ code: NaceCode) -> String? {
        for length in (2...code.length).reversed() {
            guard let above = NaceCode(code.version, code.digits.prefix(length)) else { continue }
            if let name = names[above] { return name }
        }
        return nil
    }

    /// The description to show in a list: of the first five digits, since seven are often a sentence.
    func inShort(_ code: NaceCode) -> String {
        NaceCode(code.version, code.digits.prefix(5)).flatMap(nearest) ?? nearest(code) ?? code.dotted
    }

    /// The codes of which the description has words that begin with all of these; those that another contains apart.
    func codes(withWords text: String) -> [NaceCode] {
        let words = Self.folded(text).split { !$0.isLetter && !$0.isNumber }.map { " " + $0 }
        guard !words.isEmpty else { return [] }
        var found: [NaceCode] = []
        for (code, description) in folded where words.allSatisfy({ description.contains($0) }) {
            // In order a code comes right before all that it contains.
            if let last = found.last, last.contains(code) { continue }
            found.append(code)
        }
        return found
    }

    private static func folded(_ text: String) -> String {
        let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return String(plain.map { $0.isLetter || $0.isNumber ? $0 : " " })
    }
}

/// Keeps what the codes mean, as long as the company register stays the same.
actor ActivityNameKeeper {
    private var kept: (extract: ExtractIdentity?, names: ActivityNames)?

    /// - Throws: an error of the register file.
    func names(in companies: RegisterSnapshot) async throws -> ActivityNames {
        if let kept, kept.extract == companies.identity { return kept.names }
        var names: [NaceCode: String] = [:]
        for edition in [NaceEdition.nace2008, .nace2025] {
            for (digits, name) in try await companies.labels(of: .nace(edition)) {
                if let code = NaceCode(edition, digits) { names[code] = name }
            }
        }
        let all = ActivityNames(names)
        kept = (companies.identity, all)
        return all
    }
}
