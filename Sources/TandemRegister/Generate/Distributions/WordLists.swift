/// The words that invented names, streets and places are put together from.
struct WordLists: Sendable {
    /// The words of a kind by language; German bodies get the French or Dutch ones of their neighbours.
    struct Kind: Sendable {
        let dutch: [[UInt8]]
        let french: [[UInt8]]
        let english: [[UInt8]]

        func draw(_ language: NameLanguage, _ random: inout EntityRandom) -> [UInt8] {
            let words =
                switch language {
                case .french: french
                case .english: english
                case .dutch, .german, .unknown: dutch
                }
            return words[random.below(words.count)]
        }
    }

    /// A street in both languages: `Molen` and `du Moulin`.
    struct Street: Sendable {
        let dutch: [UInt8]
        let french: [UInt8]
    }

    /// A foreign country in both languages, and how its postal codes look.
    struct Country: Sendable {
        let dutch: [UInt8]
        let french: [UInt8]
        let postcodes: PostcodeStyle
    }

    /// What foreign postal codes look like.
    enum PostcodeStyle: String, Sendable {
        case dutch, five, four, other, empty
    }

    let surnameStart: Kind
    let surnameEnd: Kind
    let surnamePrefix: Kind
    let firstName: Kind
    let firmStart: Kind
    let firmEnd: Kind
    let foreignPlace: Kind
    let extra: Kind
    let streets: [Street]
    let streetKinds: (kinds: [Street], table: AliasTable)
    let countries: (all: [Country], table: AliasTable)
    /// Words for what somebody does, by the number of the division.
    let trades: [Int: Kind]

    init() throws {
        let words = try Dictionary(grouping: DistributionFile.rows("words.csv")) { $0[0] }
        surnameStart = try Self.kind("surname_start", words)
        surnameEnd = try Self.kind("surname_end", words)
        surnamePrefix = try Self.kind("surname_prefix", words)
        firstName = try Self.kind("first_name", words)
        firmStart = try Self.kind("firm_start", words)
        firmEnd = try Self.kind("firm_end", words)
        foreignPlace = try Self.kind("foreign_place", words)
        extra = try Self.kind("extra", words)
        streets = try DistributionFile.rows("streets.csv").map(Self.street)
        let kinds = try DistributionFile.rows("street-kinds.csv")
        streetKinds = (kinds.map(Self.street), AliasTable(try kinds.map { try $0.number(2, in: "street-kinds.csv") }))
        countries = try Self.countries()
        trades = try Self.trades()
    }

    private static func kind(_ name: String, _ words: [String: [[String]]]) throws -> Kind {
        guard let rows = words[name] else { throw GeneratorProblem.dataMalformed("words.csv", row: name) }
        func list(in language: String) -> [[UInt8]] {
            let line = rows.first { $0[1] == language } ?? rows[0]
            return Self.list(of: line[2])
        }
        return Kind(dutch: list(in: "nl"), french: list(in: "fr"), english: list(in: "en"))
    }

    /// Words stand beside each other; an underscore is a space in a word, and alone it is no word at all.
    private static func list(of text: String) -> [[UInt8]] {
        text.split(separator: " ").map { word in
            word == "_" ? [] : word.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
        }
    }

    private static func street(_ row: [String]) -> Street {
        Street(dutch: Array(row[0].utf8), french: Array(row[1].utf8))
    }

    private static func countries() throws -> (all: [Country], table: AliasTable) {
        let rows = try DistributionFile.rows("countries.csv")
        let countries = try rows.map { row in
            guard row.count == 4, let style = PostcodeStyle(rawValue: row[2]) else {
                throw GeneratorProblem.dataMalformed("countries.csv", row: row.joined(separator: ","))
            }
            return Country(dutch: Array(row[0].utf8), french: Array(row[1].utf8), postcodes: style)
        }
        return (countries, AliasTable(try rows.map { try $0.number(3, in: "countries.csv") }))
    }

    private static func trades() throws -> [Int: Kind] {
        var trades: [Int: Kind] = [:]
        for row in try DistributionFile.rows("trades.csv") {
            let dutch = list(of: row[1])
            let kind = Kind(dutch: dutch, french: list(of: row[2]), english: dutch)
            for number in row[0].split(separator: " ") { trades[Int(number) ?? 0] = kind }
        }
        return trades
    }
}
