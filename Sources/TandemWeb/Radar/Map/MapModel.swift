internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// What a page needs to draw a map: its scripts, its outlines, and where it begins.
struct MapModel: Sendable {
    let assets: Assets
    let tiles: MapTiles?

    /// All of Belgium.
    static let belgium = GeoBox(
        GeoPoint(latitude: 49.49, longitude: 2.54),
        GeoPoint(latitude: 51.51, longitude: 6.41)
    )

    init(site: Site) {
        assets = site.pages.renderer.assets
        tiles = site.mapTiles
    }

    /// Whether the library that draws is there.
    var isThere: Bool { assets["leaflet.js"] != nil && assets["leaflet.css"] != nil }

    /// The map of a search.
    func model(for query: CompanyQuery, question: CompanyQuestion, in gazetteer: Gazetteer) -> Model {
        guard isThere else { return ["isMissing": true] }
        let query = query.with(.page, "")
        return frame(view: question.view(in: gazetteer)).adding([
            "source": .text(query.url(Addresses.radarMap)),
            "list": .text(query.with(.box, "").url()),
            "hasLayers": true,
            "hasBox": .flag(question.filter.geoBox != nil),
            "box": question.filter.geoBox.map { .text($0.typed) } ?? .nothing,
            "sectors": .list(
                SectorGroup.allCases.map { group in
                    ["mark": .text(group.rawValue), "sign": .text(group.sign), "label": .word(group.label)]
                }
            ),
            "recognisedLabel": .word(question.training == nil ? "map.recognised" : "map.recognisedForIt"),
        ])
    }

    /// The map of one place.
    func model(of point: MapPoint, named name: String) -> Model {
        guard isThere else { return .nothing }
        let around = MapCircle(center: point, radius: 8000).box
        return frame(view: GeoBox(Lambert2008.geoPoint(around.low), Lambert2008.geoPoint(around.high))).adding([
            "point": .text(Lambert2008.geoPoint(point).typed), "pointName": .text(name), "hasLayers": false,
        ])
    }

    private func frame(view: GeoBox) -> Model {
        [
            "isMissing": false,
            "view": .text(view.typed),
            "library": .text(assets.url("leaflet.js")), "libraryStyle": .text(assets.url("leaflet.css")),
            "script": .text(assets.url("mapping.js")),
            "provinces": .text(assets.url("provinces.geojson")),
            "municipalities": .text(assets.url("municipalities.geojson")),
            "tiles": .maybe(tiles?.address), "attribution": .maybe(tiles?.attribution),
        ]
    }
}

extension GeoBox {
    /// As it stands in an address.
    var typed: String { "\(southWest.typed),\(northEast.typed)" }
}

extension CompanyQuestion {
    /// The part of the map that a question is about.
    func view(in gazetteer: Gazetteer) -> GeoBox {
        if let geoBox = filter.geoBox { return geoBox }
        if let center {
            let box = MapCircle(center: center.point, radius: center.radius ?? 30_000).box
            return GeoBox(Lambert2008.geoPoint(box.low), Lambert2008.geoPoint(box.high))
        }
        let places = isAboutAreas ? gazetteer.places.filter(isInAreas) : []
        guard let box = MapBox(around: places.lazy.map(\.point)) else { return MapModel.belgium }
        return GeoBox(Lambert2008.geoPoint(box.low), Lambert2008.geoPoint(box.high))
    }

    private var isAboutAreas: Bool {
        !filter.municipalities.isEmpty || !filter.provinces.isEmpty || !filter.regions.isEmpty
    }

    private func isInAreas(_ place: BelgianPlace) -> Bool {
        let municipality = place.municipality
        return (filter.municipalities.isEmpty || filter.municipalities.contains(municipality.code))
            && (filter.provinces.isEmpty || filter.provinces.contains(municipality.province))
            && (filter.regions.isEmpty || filter.regions.contains(municipality.province.region))
    }

    /// Whether a place lies where the question is about.
    func isAbout(_ place: BelgianPlace) -> Bool {
        if let circle = filter.circle, !circle.contains(place.point) { return false }
        if let geoBox = filter.geoBox, !geoBox.contains(place.point) { return false }
        return isInAreas(place)
    }
}
