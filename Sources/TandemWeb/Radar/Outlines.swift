internal import Foundation
internal import TandemDomain
internal import TandemPlaces

/// The outlines of provinces and municipalities that travel with the program, in simple lines.
///
/// As GeoJSON for a map in the browser, or as ``Outline``s for what the server draws itself.
struct Outlines: Sendable {
    enum Layer: String, CaseIterable, Sendable {
        case provinces, municipalities
    }

    /// The file of a layer as it is: a FeatureCollection whose features have `nis`, `name_nl` and `province`.
    let geoJSON: [Layer: [UInt8]]
    private let byLayer: [Layer: [Outline]]

    /// Reads the files that travel with the program, once.
    ///
    /// - Throws: an error of the file system or of the format.
    static func load() throws -> Outlines { try loaded.get() }

    private static let loaded = Result { try Outlines() }

    private init() throws {
        var (files, outlines): ([Layer: [UInt8]], [Layer: [Outline]]) = ([:], [:])
        for file in try Resources.files(in: "Outlines", endingIn: "geojson") {
            guard let layer = Layer(rawValue: file.name) else { continue }
            let data = try Data(contentsOf: file.url)
            files[layer] = [UInt8](data)
            outlines[layer] = try JSONDecoder().decode(FeatureCollection.self, from: data).features.compactMap(
                Outline.init
            )
        }
        geoJSON = files
        byLayer = outlines
    }

    /// The outlines of a layer, in the order of their codes.
    func callAsFunction(_ layer: Layer) -> [Outline] { byLayer[layer] ?? [] }
}

/// The outline of one province or municipality, in metres of the map.
struct Outline: Sendable, Hashable {
    /// The code of the national statistics (*NIS-code*).
    let code: String
    let name: String
    let province: Province
    let rings: [[MapPoint]]

    /// Whether a line from the point to the west crosses the rings an odd number of times.
    func contains(_ point: MapPoint) -> Bool {
        rings.reduce(into: false) { isInside, ring in
            for (start, end) in zip(ring, ring.dropFirst()) where (start.y > point.y) != (end.y > point.y) {
                let crossing = start.x + (end.x - start.x) * (point.y - start.y) / (end.y - start.y)
                if crossing < point.x { isInside.toggle() }
            }
        }
    }
}

private struct FeatureCollection: Decodable {
    let features: [Feature]
}

private struct Feature: Decodable {
    struct Properties: Decodable {
        let nis: String
        let name_nl: String
        let province: String
    }

    let properties: Properties
    let geometry: Geometry
}

/// A polygon, or several: all rings, without regard to which of them are holes.
private struct Geometry: Decodable {
    let rings: [[[Double]]]

    private enum Key: CodingKey {
        case type, coordinates
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if try container.decode(String.self, forKey: .type) == "Polygon" {
            rings = try container.decode([[[Double]]].self, forKey: .coordinates)
        } else {
            rings = try container.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(\.self)
        }
    }
}

extension Outline {
    fileprivate init?(_ feature: Feature) {
        guard let province = Province(rawValue: feature.properties.province) else { return nil }
        code = feature.properties.nis
        name = feature.properties.name_nl
        self.province = province
        rings = feature.geometry.rings.map { ring in
            ring.compactMap { position in
                guard position.count >= 2 else { return nil }
                return Lambert2008.point(GeoPoint(latitude: position[1], longitude: position[0]))
            }
        }
    }
}
