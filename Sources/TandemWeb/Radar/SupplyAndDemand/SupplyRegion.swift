internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// The part of the country that is asked about: everything that is named must hold.
struct SupplyRegion: Sendable, Hashable {
    var regions: Set<Region> = []
    var provinces: Set<Province> = []
    /// A group of municipalities, by their codes (*NIS*).
    var municipalities: Set<String> = []
    /// Around a school or a municipality.
    var circle: MapCircle?
    /// What stands in the middle of the circle, as people say it.
    var center: String?

    func contains(_ place: BelgianPlace) -> Bool {
        let municipality = place.municipality
        if let circle, !circle.contains(place.point) { return false }
        if !municipalities.isEmpty, !municipalities.contains(municipality.code) { return false }
        if !provinces.isEmpty, !provinces.contains(municipality.province) { return false }
        return regions.isEmpty || regions.contains(municipality.province.region)
    }

    /// What the company register is asked for the same part of the country.
    func narrow(_ filter: inout RegisterFilter) {
        filter.regions = regions
        filter.provinces = provinces
        filter.municipalities = municipalities
        filter.circle = circle
    }
}

/// Where postal codes lie, looked up once each.
struct PostalPoints {
    private let gazetteer: Gazetteer
    private let region: SupplyRegion
    private var known: [PostalCode: BelgianPlace?] = [:]

    init(_ gazetteer: Gazetteer, in region: SupplyRegion) {
        self.gazetteer = gazetteer
        self.region = region
    }

    /// The place of a code, if it lies in the region.
    mutating func place(_ code: PostalCode) -> BelgianPlace? {
        if let place = known[code] { return place }
        let place = gazetteer.place(of: code).flatMap { region.contains($0) ? $0 : nil }
        known[code] = .some(place)
        return place
    }
}
