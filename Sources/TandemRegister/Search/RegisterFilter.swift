package import TandemDomain
package import TandemPlaces

/// What is asked of the company register; every condition that is set must hold.
package struct RegisterFilter: Sendable, Hashable {
    /// Establishments, enterprises or both; branches are never found by searching.
    package var kinds: Set<RegisteredKind> = [.establishment]
    /// Words of a name, in any order, with accents or without, with a typing error or two.
    package var name: String?
    package var circle: MapCircle?
    package var box: MapBox?
    /// A box that was drawn on a map in a browser.
    package var geoBox: GeoBox?
    /// Codes of municipalities (*NIS*); none means all.
    package var municipalities: Set<String> = []
    package var provinces: Set<Province> = []
    package var regions: Set<Region> = []
    /// One of these codes or of what they contain; none means all.
    ///
    /// An establishment without activities has those of its enterprise, and the reverse.
    package var activities: [NaceCode] = []
    /// Whether it, its enterprise or one of its establishments is known to social security as an employer.
    package var isEmployer: Bool?
    /// Whether it is registered as an institution of education.
    package var isSchool: Bool?
    /// Whether it is, or belongs to, a natural person; nothing asks neither.
    package var isNaturalPerson: Bool?
    /// Only these numbers.
    package var only: NumberSet?
    /// Not these numbers, such as those that are recognised already.
    package var except: NumberSet?

    package init() {}

    /// Whether something is asked about where it lies, so that what has no point is not found.
    var isAboutPlace: Bool {
        circle != nil || box != nil || geoBox != nil || !municipalities.isEmpty || !provinces.isEmpty
            || !regions.isEmpty
    }

    /// Whether establishments are asked for by nothing but where they lie.
    var isAboutPlaceAlone: Bool {
        var anywhere = self
        (anywhere.circle, anywhere.box) = (nil, nil)
        (anywhere.municipalities, anywhere.provinces, anywhere.regions) = ([], [], [])
        return anywhere == RegisterFilter()
    }

    func allows(_ place: BelgianPlace) -> Bool {
        if let circle, !circle.contains(place.point) { return false }
        if let box, !box.contains(place.point) { return false }
        if let geoBox, !geoBox.contains(place.point) { return false }
        if !municipalities.isEmpty, !municipalities.contains(place.municipality.code) { return false }
        if !provinces.isEmpty, !provinces.contains(place.municipality.province) { return false }
        return regions.isEmpty || regions.contains(place.municipality.province.region)
    }
}

/// What comes first in an answer; where that is the same, the name, then the number.
package enum RegisterOrder: Sendable, Hashable {
    /// The names that fit best; without a name as ``name``.
    case relevance
    case name
    /// The nearest; what has no point comes last.
    case distance(from: MapPoint)
}

/// What was found: how many in all, and a page of them.
package struct RegisterHits: Sendable, Hashable {
    package let total: Int
    package let hits: [Hit]

    /// One that was found, and where it lies.
    package struct Hit: Sendable, Hashable {
        package let number: EntityNumber
        package let place: BelgianPlace?
        /// Metres from the point that was asked for.
        package let distance: Int?
        /// Whether it, its enterprise or one of its establishments is known to social security as an employer.
        package let isEmployer: Bool
    }
}
