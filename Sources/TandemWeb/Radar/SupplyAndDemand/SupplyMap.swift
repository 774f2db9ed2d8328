internal import TandemDomain
internal import TandemPlaces

/// A map of provinces or municipalities, each filled by how its places stand to its learners; a table stands beside it.
///
/// The fillings differ in pattern as well as in colour, and each area names its numbers to who points at it.
struct SupplyMap: Sendable {
    /// How the places of an area stand to its learners.
    enum Standing: String, CaseIterable, Sendable {
        case nothing, shortage, balanced, surplus

        fileprivate var name: Word {
            switch self {
            case .nothing: "supply.standingNothing"
            case .shortage: "supply.standingShortage"
            case .balanced: "supply.standingBalanced"
            case .surplus: "supply.standingSurplus"
            }
        }
    }

    private let outlines: [Outline]
    private let numbers: [String: SupplyAndDemand]
    private let norms: SupplyNorms
    private let box: MapBox

    private static let width = 720

    /// All provinces.
    init?(provinces: [Province: SupplyAndDemand], _ outlines: Outlines, norms: SupplyNorms) {
        let layer = outlines(.provinces)
        let byCode = layer.compactMap { outline in provinces[outline.province].map { (outline.code, $0) } }
        self.init(layer, Dictionary(uniqueKeysWithValues: byCode), norms)
    }

    /// The municipalities of some provinces.
    init?(
        municipalities: [String: SupplyAndDemand],
        of provinces: Set<Province>,
        _ outlines: Outlines,
        norms: SupplyNorms
    ) {
        let layer = outlines(.municipalities).filter { provinces.contains($0.province) }
        self.init(layer, municipalities, norms)
    }

    private init?(
        _ outlines: [Outline],
        _ numbers: [String: SupplyAndDemand],
        _ norms: SupplyNorms
    ) {
        guard let box = MapBox(around: outlines.lazy.flatMap(\.rings).joined()) else { return nil }
        self.outlines = outlines
        self.numbers = numbers
        self.norms = norms
        self.box = box
    }

    /// Printed by `{{#map}}{{>radar/supply-map}}{{/map}}`.
    var model: Model {
        [
            "viewBox": .text("0 0 \(Self.width) \(height)"),
            "areas": .list(outlines.map(area)),
            "legend": .list(
                Standing.allCases.map {
                    ["class": .text("area area-\($0.rawValue)"), "text": .word($0.name)]
                }
            ),
        ]
    }

    static func standing(_ numbers: SupplyAndDemand?, _ norms: SupplyNorms) -> Standing {
        guard let numbers, !numbers.isEmpty else { return .nothing }
        if numbers.places * 100 < numbers.learners * norms.tightPercent { return .shortage }
        let isAmple = numbers.places * 100 >= numbers.learners * norms.amplePercent
        return isAmple && numbers.places > 0 ? .surplus : .balanced
    }

    private func area(_ outline: Outline) -> Model {
        let found = numbers[outline.code]
        return [
            "path": .text(outline.rings.map(path).joined()),
            "class": .text("area area-\(Self.standing(found, norms).rawValue)"),
            "name": .text(outline.name),
            "numbers": .word(
                Word(
                    "supply.areaNumbers",
                    [
                        "places": DutchFormat.number(found?.places ?? 0),
                        "learners": DutchFormat.number(found?.learners ?? 0),
                    ]
                )
            ),
        ]
    }

    /// Relative steps in whole pixels; steps that do not move are left out.
    private func path(_ ring: [MapPoint]) -> String {
        guard let first = ring.first else { return "" }
        var last = position(first)
        var text = "M\(last.x) \(last.y)"
        for point in ring.dropFirst() {
            let next = position(point)
            if next == last { continue }
            text += "l\(next.x - last.x) \(next.y - last.y)"
            last = next
        }
        return text + "z"
    }

    private func position(_ point: MapPoint) -> (x: Int, y: Int) {
        ((point.x - box.low.x) * Self.width / span, (box.high.y - point.y) * Self.width / span)
    }

    private var span: Int { max(1, box.high.x - box.low.x) }

    private var height: Int { max(1, (box.high.y - box.low.y) * Self.width / span) }
}
