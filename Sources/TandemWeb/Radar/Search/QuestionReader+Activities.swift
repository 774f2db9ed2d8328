internal import TandemRegister

extension QuestionReader {
    /// So many codes may a word stand for before it says too little.
    private static let mostCodes = 60
    private static let mostSuggestions = 12

    /// Codes with their edition (`2025:43211`), bare codes (`43.21`), or words of the description.
    ///
    /// - Throws: an error of the file of hints.
    mutating func readActivities() throws {
        let hints = try NaceHints.load()
        var (codes, also): ([NaceCode], Set<NaceCode>) = ([], [])
        for typed in query.all(.activity) {
            let found = NaceCode(typed: typed).map { [$0] } ?? bareCodes(typed) ?? words(typed)
            guard let found, !found.isEmpty else {
                change { $0.unread[.activity] = typed }
                continue
            }
            change { $0.question.activities.append(CompanyQuestion.ChosenActivity(typed: typed, codes: found)) }
            codes += found
            also.formUnion(found.prefix(20).flatMap(hints.alsoUnder))
        }
        let (chosen, others) = (codes, also)
        change {
            $0.question.filter.activities = chosen
            $0.question.hints = others.filter { hint in !chosen.contains { $0.contains(hint) } }.sorted()
        }
    }

    /// Digits without an edition: the code in every edition that has it.
    private mutating func bareCodes(_ typed: String) -> [NaceCode]? {
        let digits = typed.filter { $0 != "." && $0 != " " }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isNumber }) else { return nil }
        let codes = [NaceEdition.nace2025, .nace2008].compactMap { NaceCode($0, digits) }
        let known = codes.filter { names[$0] != nil }
        if known.isEmpty {
            change { $0.refuse(.activity, codes.isEmpty ? "find.codeLength" : "find.unknownCode") }
            return []
        }
        return known
    }

    private mutating func words(_ typed: String) -> [NaceCode]? {
        let codes = names.codes(withWords: typed)
        let suggestions = codes.prefix(Self.mostSuggestions).map(suggestion)
        guard !codes.isEmpty else {
            change { $0.refuse(.activity, Word("find.noSuchActivity", ["typed": typed])) }
            return nil
        }
        guard codes.count <= Self.mostCodes else {
            change {
                $0.refuse(.activity, Word("find.tooManyActivities", ["typed": typed], count: codes.count), suggestions)
            }
            return nil
        }
        change { $0.suggestions[.activity, default: []] += suggestions }
        return codes
    }

    /// A code as it stands in an address, with its description.
    func suggestion(_ code: NaceCode) -> Suggestion { Suggestion(value: "\(code)", label: names.label(of: code)) }
}

extension NaceCode {
    /// `2025:43211`, as it stands in an address.
    init?(typed text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let edition = Int(parts[0]).flatMap(NaceEdition.init(year:)) else { return nil }
        self.init(edition, parts[1].filter { $0 != "." })
    }

    /// `43.211`, as people write it.
    var dotted: String { DutchFormat.activity(digits) }
}

extension ActivityNames {
    /// `Elektrotechnische installatiewerken (43.211, NACE 2025)`.
    func label(of code: NaceCode) -> String {
        let place = "\(code.dotted), NACE \(code.version.year)"
        return self[code].map { "\($0) (\(place))" } ?? place
    }
}
