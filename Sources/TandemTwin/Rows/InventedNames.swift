/// Names that sound Flemish and read as invented, from the words of `Data/assumed/words.csv`.
struct InventedNames: Sendable {
    private let words: [String: [String]]

    static func load() throws -> Self {
        var words: [String: [String]] = [:]
        for fields in try dataFile("assumed/words.csv").dropFirst() {
            words[fields[0]] = fields[1].split(separator: " ").map(String.init)
        }
        return Self(words: words)
    }

    func person(_ random: inout TwinRandom) -> (first: String, last: String) {
        (word("first_name", &random), word("name_start", &random) + word("name_end", &random))
    }

    /// `Bakkerij Zonnebloem-Proef BV`; a public body is named after a place that is not on the map.
    func company(_ sector: TwinSector, isPublic: Bool, _ random: inout TwinRandom) -> String {
        let kind = random.element(of: sector.words) ?? ""
        if isPublic { return "\(kind) \(word("name_start", &random))\(word("place_end", &random))" }
        let name = word("company_start", &random) + "-" + word("company_end", &random)
        return "\(kind) \(name) \(word("legal_form", &random))"
    }

    func street(_ random: inout TwinRandom) -> String {
        "\(word("street_start", &random))\(word("street_end", &random)) \(random.within(1...180))"
    }

    private func word(_ kind: String, _ random: inout TwinRandom) -> String {
        random.element(of: words[kind] ?? []) ?? ""
    }
}
