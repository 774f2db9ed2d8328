internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// Reads a query, and notes what in it nobody understands.
struct SupplyQueryReader {
    private let data: FormData
    private let reference: Reference
    private let gazetteer: Gazetteer
    private(set) var query = SupplyQuery()
    private(set) var errors = FormErrors()

    static let radii = [5, 10, 15, 20, 30, 50]
    private static let usualRadius = 15

    init(_ data: FormData, reference: Reference, gazetteer: Gazetteer) {
        self.data = data
        self.reference = reference
        self.gazetteer = gazetteer
        readSelection()
        readAreas()
        readMunicipalities()
        readCircle()
    }

    private mutating func readSelection() {
        let training = TrainingCode(data["opleiding"])
        if reference.training(training) != nil {
            query.training = training
        } else if !data["opleiding"].isEmpty {
            errors.add("opleiding", "supply.unknownTraining")
        }
        let sector = PartnershipCode(data["sector"])
        if reference.partnership(sector) != nil, query.training == nil { query.sector = sector }
        if let day = Day(iso: data["op"]) { query.day = day }
        query.order = SupplyQuery.Order(rawValue: data["volgorde"]) ?? .shortage
        query.page = max(1, Int(data["pagina"]) ?? 1)
    }

    private mutating func readAreas() {
        for value in data.all("gewest") {
            guard let region = Region(rawValue: value) else { continue }
            query.region.regions.insert(region)
            query.keep("gewest", value)
        }
        for value in data.all("provincie") {
            guard let province = Province(rawValue: value) else { continue }
            query.region.provinces.insert(province)
            query.keep("provincie", value)
        }
    }

    /// Municipalities by code or by name, one a field or several with commas between.
    private mutating func readMunicipalities() {
        for value in data.all("gemeente").flatMap({ $0.split(separator: ",") }) {
            let text = value.trimmed
            if text.isEmpty { continue }
            guard let municipality = municipality(text) else {
                errors.add("gemeente", Word("supply.unknownMunicipality", ["name": text]))
                continue
            }
            if query.region.municipalities.insert(municipality.code).inserted {
                query.keep("gemeente", municipality.code)
            }
        }
    }

    private func municipality(_ text: String) -> Municipality? {
        gazetteer.municipalities.first { $0.code == text } ?? gazetteer.municipalities(named: text).first
    }

    /// So many kilometres around a provider, a postal code or a municipality.
    private mutating func readCircle() {
        let text = data["rond"]
        if text.isEmpty { return }
        guard let center = center(text) else {
            errors.add("rond", Word("supply.unknownCenter", ["name": text]))
            return
        }
        let radius = Int(data["straal"]).flatMap { (1...200).contains($0) ? $0 : nil } ?? Self.usualRadius
        query.region.circle = MapCircle(center: center.point, radius: radius * 1000)
        query.region.center = center.name
        query.keep("rond", center.value)
        query.keep("straal", String(radius))
    }

    private func center(_ text: String) -> (point: MapPoint, name: String, value: String)? {
        if let provider = reference.provider(ProviderCode(text)), let place = gazetteer.place(of: provider.postalCode) {
            return (place.point, provider.name, text)
        }
        if let code = PostalCode(text), let place = gazetteer.place(of: code) {
            return (place.point, "\(code.digits) \(place.nameDutch)", code.digits)
        }
        guard let municipality = municipality(text),
            let place = gazetteer.places.first(where: { $0.municipality == municipality })
        else { return nil }
        return (place.point, municipality.nameDutch, place.postalCode.digits)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
