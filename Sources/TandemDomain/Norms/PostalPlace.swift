/// A region of Belgium (*gewest*).
package enum Region: String, CaseIterable, Sendable {
    case flanders
    case brussels
    case wallonia

    package var dutchName: String {
        switch self {
        case .flanders: "Vlaams Gewest"
        case .brussels: "Brussels Hoofdstedelijk Gewest"
        case .wallonia: "Waals Gewest"
        }
    }
}

/// A province (*provincie*); Brussels, which lies in none, counts as one.
package enum Province: String, CaseIterable, Sendable {
    case antwerpen
    case oostVlaanderen = "oost_vlaanderen"
    case westVlaanderen = "west_vlaanderen"
    case limburg
    case vlaamsBrabant = "vlaams_brabant"
    case brussels
    case namen
    case henegouwen
    case luik
    case luxemburg
    case waalsBrabant = "waals_brabant"

    package var dutchName: String {
        switch self {
        case .antwerpen: "Antwerpen"
        case .oostVlaanderen: "Oost-Vlaanderen"
        case .westVlaanderen: "West-Vlaanderen"
        case .limburg: "Limburg"
        case .vlaamsBrabant: "Vlaams-Brabant"
        case .brussels: "Brussels Gewest"
        case .namen: "Namen"
        case .henegouwen: "Henegouwen"
        case .luik: "Luik"
        case .luxemburg: "Luxemburg"
        case .waalsBrabant: "Waals-Brabant"
        }
    }

    package var region: Region {
        switch self {
        case .antwerpen, .oostVlaanderen, .westVlaanderen, .limburg, .vlaamsBrabant: .flanders
        case .brussels: .brussels
        case .namen, .henegouwen, .luik, .luxemburg, .waalsBrabant: .wallonia
        }
    }
}

/// What a postal code stands for: a place, its municipality and a point on the map.
package struct PostalPlace: Hashable, Sendable {
    package let postalCode: PostalCode
    package let name: String
    package let municipality: String
    package let province: Province
    package let latitude: Double
    package let longitude: Double
    /// Whether this is the municipality to take where only the code is known; three codes cross a border.
    package let isPrimary: Bool

    package init(
        postalCode: PostalCode,
        name: String,
        municipality: String,
        province: Province,
        latitude: Double,
        longitude: Double,
        isPrimary: Bool = true
    ) {
        self.postalCode = postalCode
        self.name = name
        self.municipality = municipality
        self.province = province
        self.latitude = latitude
        self.longitude = longitude
        self.isPrimary = isPrimary
    }

    package var region: Region { province.region }
}

/// All postal places, found by code or by the start of a name.
package struct PostalPlaces: Sendable {
    package let all: [PostalPlace]
    private let byCode: [PostalCode: [PostalPlace]]
    private let folded: [(name: String, municipality: String, place: PostalPlace)]

    package init(_ places: [PostalPlace]) {
        all = places
        byCode = Dictionary(grouping: places, by: \.postalCode)
        folded = places.map { (foldedName($0.name), foldedName($0.municipality), $0) }
    }

    /// The place of a code; the one with most addresses where a code has two.
    package subscript(code: PostalCode) -> PostalPlace? {
        let places = byCode[code]
        return places?.first(where: \.isPrimary) ?? places?.first
    }

    /// Every place of a code.
    package func places(of code: PostalCode) -> [PostalPlace] { byCode[code] ?? [] }

    /// The places whose own name, then whose municipality, starts with `prefix`; capitals and accents do not matter.
    package func named(_ prefix: some StringProtocol) -> [PostalPlace] {
        let start = foldedName(prefix)
        guard !start.isEmpty else { return [] }
        let byName = folded.filter { $0.name.hasPrefix(start) }
        let byMunicipality = folded.filter { $0.municipality.hasPrefix(start) && !$0.name.hasPrefix(start) }
        return (byName + byMunicipality).map(\.place)
    }
}

/// The small letters without accents, hyphens or apostrophes, for comparing names of places.
func foldedName(_ text: some StringProtocol) -> String {
    var folded = ""
    for character in text.lowercased() {
        switch character {
        case "à", "â", "ä": folded.append("a")
        case "ç": folded.append("c")
        case "é", "è", "ê", "ë": folded.append("e")
        case "î", "ï": folded.append("i")
        case "ô", "ö": folded.append("o")
        case "û", "ü", "ù": folded.append("u")
        case "-", " ", "'", "’": continue
        case _: folded.append(character)
        }
    }
    return folded
}
