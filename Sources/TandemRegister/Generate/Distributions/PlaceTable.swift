internal import TandemDomain

/// A postal code with the municipality as the register writes it.
struct Place: Sendable {
    let postcode: [UInt8]
    let dutch: [UInt8]
    let french: [UInt8]
    /// The municipality before its merger, under which some addresses still stand; empty for most.
    let former: [UInt8]
    let region: Int
    /// Dutch, French or German; `unknown` where both Dutch and French are official.
    let language: NameLanguage
    let isCity: Bool
    /// Three capitals that some streets carry in parentheses: `Molenstraat(MER)`.
    let mark: [UInt8]
    let weight: Double

    var isBilingual: Bool { language == .unknown }
}

/// All postal codes, each as often as the register has addresses there.
struct PlaceTable: Sendable {
    let places: [Place]
    private let byPostcode: [[UInt8]: Int]
    private let all: AliasTable
    private let regions: [(members: [Int], table: AliasTable)]
    /// Of ten bodies where both languages are official, seven use French.
    static let frenchWhereBilingual = 0.7

    init() throws {
        let file = "places.csv"
        places = try DistributionFile.rows(file).map { try Self.place($0, file) }
        byPostcode = Dictionary(places.indices.map { [places] in (places[$0].postcode, $0) }) { first, _ in first }
        all = AliasTable(places.map(\.weight))
        let places = places
        regions = (0..<3).map { region in
            let members = places.indices.filter { places[$0].region == region }
            return (members, AliasTable(members.map { places[$0].weight }))
        }
    }

    private static func place(_ row: [String], _ file: String) throws -> Place {
        let weight = try row.number(6, in: file)
        let letters = row[1].uppercased().unicodeScalars.filter { ("A"..."Z").contains($0) }.prefix(3)
        return Place(
            postcode: Array(row[0].utf8),
            dutch: Array(row[1].utf8),
            french: Array(row[2].utf8),
            former: Array(row[3].utf8),
            region: ["V": 0, "W": 1, "B": 2][row[4]] ?? 0,
            language: ["nl": .dutch, "fr": .french, "de": .german][row[5]] ?? .unknown,
            isCity: weight > 15_000,
            mark: letters.map { UInt8(truncatingIfNeeded: $0.value) },
            weight: weight
        )
    }

    func place(postalCode: PostalCode) -> Place? { byPostcode[Array(postalCode.digits.utf8)].map { places[$0] } }

    func draw(_ random: inout EntityRandom) -> Int { all.draw(&random) }

    /// A place in the same region.
    func draw(near place: Int, _ random: inout EntityRandom) -> Int {
        let region = regions[places[place].region]
        return region.members[region.table.draw(&random)]
    }

    /// The language that a body in this place uses.
    func language(in place: Int, _ random: inout EntityRandom) -> NameLanguage {
        let language = places[place].language
        guard language == .unknown else { return language }
        return random.chance(Self.frenchWhereBilingual) ? .french : .dutch
    }

    /// How the bodies divide over the languages, in the order of the register's codes.
    var languageShares: [Double] {
        var shares = [Double](repeating: 0, count: NameLanguage.allCases.count)
        for place in places {
            if place.isBilingual {
                shares[NameLanguage.french.rawValue] += place.weight * Self.frenchWhereBilingual
                shares[NameLanguage.dutch.rawValue] += place.weight * (1 - Self.frenchWhereBilingual)
            } else {
                shares[place.language.rawValue] += place.weight
            }
        }
        let total = shares.reduce(0, +)
        return shares.map { $0 / total }
    }
}

/// Moves as few bodies as needed from their own language, so that names divide over the languages as they should.
struct LanguageCoupling: Sendable {
    private let keep: [Double]
    private let rest: AliasTable

    /// - Parameters:
    ///   - shares: how the bodies divide, summing to 1
    ///   - counts: how the names divide in the real register
    init(from shares: [Double], to counts: [Double]) {
        let total = counts.reduce(0, +)
        let wanted = counts.map { $0 / total }
        keep = zip(shares, wanted).map { $0 > 0 ? min(1, $1 / $0) : 1 }
        rest = AliasTable(zip(shares, wanted).map { max(0, $1 - $0) })
    }

    func draw(from language: NameLanguage, _ random: inout EntityRandom) -> NameLanguage {
        if random.chance(keep[language.rawValue]) { return language }
        return NameLanguage(rawValue: rest.draw(&random)) ?? language
    }
}
