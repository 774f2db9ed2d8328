internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

extension QuestionReader {
    private static let mostSuggestions = 12
    /// Kilometres around a point where none are given.
    static let usualRadius = 20

    mutating func readPlaces() {
        for typed in query.all(.municipality) { readMunicipality(typed) }
        for typed in query.all(.province) {
            let province = Province.allCases.first { $0.typed == typed }
            change {
                if let province { $0.question.filter.provinces.insert(province) }
                if province == nil { $0.refuse(.province, "find.unknownProvince") }
            }
        }
        for typed in query.all(.region) {
            let region = Region.allCases.first { $0.typed == typed }
            change {
                if let region { $0.question.filter.regions.insert(region) }
                if region == nil { $0.refuse(.region, "find.unknownRegion") }
            }
        }
    }

    /// A code of the national statistics, a postal code or a name.
    private mutating func readMunicipality(_ typed: String) {
        let found = gazetteer.municipalities(typed: typed)
        if found.count == 1 || found.first?.isNamed(typed) == true, let municipality = found.first {
            change {
                $0.question.municipalities.append(municipality)
                $0.question.filter.municipalities.insert(municipality.code)
            }
        } else {
            let suggestions = found.prefix(Self.mostSuggestions).map { Suggestion(value: $0.code, label: $0.label) }
            let error: Word =
                found.isEmpty
                ? Word("find.unknownMunicipality", ["typed": typed])
                : Word("find.whichMunicipality", ["typed": typed])
            change {
                $0.refuse(.municipality, error, suggestions)
                $0.unread[.municipality] = typed
            }
        }
    }

    /// A postal code, a provider, a number of the register, a point, or the name of a place or provider.
    mutating func readAround() {
        let typed = query[.around]
        guard !typed.isEmpty else { return }
        var radius: Int? = Self.usualRadius
        if !query[.radius].isEmpty {
            guard let given = Int(query[.radius]), (0...300).contains(given) else {
                return change { $0.refuse(.radius, "find.wrongRadius") }
            }
            radius = given == 0 ? nil : given
        }
        guard let (name, point) = center(typed) else { return }
        let center = CompanyQuestion.Center(name: name, point: point, radius: radius.map { $0 * 1000 })
        change {
            $0.question.center = center
            $0.question.filter.circle = center.radius.map { MapCircle(center: point, radius: $0) }
        }
    }

    private mutating func center(_ typed: String) -> (String, MapPoint)? {
        if let code = PostalCode(typed) {
            if let place = gazetteer.place(of: code) { return ("\(code.digits) \(place.nameDutch)", place.point) }
            change { $0.refuse(.around, "find.unknownPostalCode") }
            return nil
        }
        if let point = GeoPoint(typed: typed) {
            return ("\(Self.rounded(point.latitude)), \(Self.rounded(point.longitude))", Lambert2008.point(point))
        }
        if let provider = reference.provider(ProviderCode(typed.uppercased())) { return center(provider) }
        if let number = EntityNumber(typed) { return center(number) }
        return namedCenter(typed)
    }

    private func center(_ provider: Provider) -> (String, MapPoint)? {
        gazetteer.place(of: provider.postalCode).map { (provider.name, $0.point) }
    }

    private mutating func center(_ number: EntityNumber) -> (String, MapPoint)? {
        var filter = RegisterFilter()
        filter.kinds = [.enterprise, .establishment]
        filter.only = NumberSet([number])
        if let place = companies.index.search(filter, limit: 1).hits.first?.place {
            return ("\(number)", place.point)
        }
        change { $0.refuse(.around, "find.numberWithoutPlace") }
        return nil
    }

    private mutating func namedCenter(_ typed: String) -> (String, MapPoint)? {
        let suggestions = reference.centers(named: typed, on: day)
        let exact = suggestions.filter { $0.isExact }
        if let only = exact.count == 1 ? exact.first : suggestions.count == 1 ? suggestions.first : nil {
            return center(only.suggestion.value)
        }
        let shown = suggestions.prefix(Self.mostSuggestions).map(\.suggestion)
        let error: Word =
            shown.isEmpty ? Word("find.unknownPlace", ["typed": typed]) : Word("find.whichPlace", ["typed": typed])
        change { $0.refuse(.around, error, shown) }
        return nil
    }

    /// Four numbers: south, west, north, east.
    mutating func readBox() {
        guard !query[.box].isEmpty else { return }
        guard let box = GeoBox(typed: query[.box]) else { return change { $0.refuse(.box, "find.wrongBox") } }
        change { $0.question.filter.geoBox = box }
    }

    private static func rounded(_ degrees: Double) -> String {
        let thousandths = Int((degrees * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}

extension Reference {
    /// Places and providers of which the name begins with what was typed, or has a word that does.
    func centers(named typed: String, on day: Day) -> [(suggestion: Suggestion, isExact: Bool)] {
        let words = typed.lowercased()
        let places = places(named: typed).map { place in
            let suggestion = Suggestion(
                value: place.postalCode.digits,
                label: "\(place.postalCode.digits) \(place.name)"
            )
            return (suggestion, place.name.lowercased() == words)
        }
        let providers = providers(on: day).filter { $0.name.lowercased().contains(words) }.map { provider in
            let label = "\(provider.name), \(provider.municipality)"
            return (Suggestion(value: provider.code.rawValue, label: label), provider.name.lowercased() == words)
        }
        return places + providers
    }
}

extension Municipality {
    /// Its name, with the French one where that is another.
    var label: String { nameDutch == nameFrench ? nameDutch : "\(nameDutch) (\(nameFrench))" }

    func isNamed(_ text: String) -> Bool {
        code == text || [nameDutch, nameFrench].contains { $0.lowercased() == text.lowercased() }
    }
}

extension Gazetteer {
    /// The municipalities that a code, a postal code or the beginning of a name stands for.
    func municipalities(typed text: String) -> [Municipality] {
        if let byCode = municipalities.first(where: { $0.code == text }) { return [byCode] }
        if let code = PostalCode(text) { return place(of: code).map { [$0.municipality] } ?? [] }
        return municipalities(named: text)
    }
}

extension Region {
    /// As it stands in an address.
    var typed: String {
        switch self {
        case .flanders: "vlaanderen"
        case .brussels: "brussel"
        case .wallonia: "wallonie"
        }
    }
}

extension Province {
    /// As it stands in an address.
    var typed: String {
        switch self {
        case .brussels: "brussel"
        case .antwerpen, .oostVlaanderen, .westVlaanderen, .limburg, .vlaamsBrabant, .namen, .henegouwen, .luik,
            .luxemburg, .waalsBrabant:
            rawValue
        }
    }
}

extension GeoPoint {
    /// `50.94,4.04`: latitude and longitude of a point in or around Belgium.
    init?(typed text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            (48.0...53.0).contains(latitude), (1.0...8.0).contains(longitude)
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }

    /// As it stands in an address, to a metre.
    var typed: String { "\(Self.rounded(latitude)),\(Self.rounded(longitude))" }

    private static func rounded(_ degrees: Double) -> Double { (degrees * 100_000).rounded() / 100_000 }
}

extension GeoBox {
    /// `south,west,north,east` in degrees, cut at what lies around Belgium.
    init?(typed text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.filter { $0 != " " }) }
        guard parts.count == 4, let south = parts[0], let west = parts[1], let north = parts[2], let east = parts[3],
            south < north, west < east, [south, north].allSatisfy({ (-90...90).contains($0) }),
            [west, east].allSatisfy({ (-180...180).contains($0) })
        else { return nil }
        func cut(_ latitude: Double, _ longitude: Double) -> GeoPoint {
            GeoPoint(latitude: min(max(latitude, 48), 53), longitude: min(max(longitude, 1), 8))
        }
        self.init(cut(south, west), cut(north, east))
    }
}
