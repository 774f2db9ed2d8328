internal import Crypto
internal import Foundation

/// Style sheet, script and images, kept in memory with a digest of their bytes.
package struct Assets: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let digest: String
        let contentType: String
    }

    private let byName: [String: Asset]

    /// Reads what travels with the program, and from a folder of the system the library that draws maps.
    ///
    /// Without that library pages have no maps; it is no reason not to start.
    static func load(leaflet folder: String? = nil) throws -> Assets {
        var assets: [String: Asset] = [:]
        for (suffix, contentType) in contentTypes {
            for file in try Resources.files(in: "Assets", endingIn: suffix) {
                assets["\(file.name).\(suffix)"] = asset([UInt8](try Data(contentsOf: file.url)), contentType)
            }
            guard let folder, ["css", "js"].contains(suffix) else { continue }
            // The shorter of the two, where there are two.
            let files = ["leaflet.min.\(suffix)", "leaflet.\(suffix)"].map { URL(filePath: folder).appending(path: $0) }
            if let data = files.lazy.compactMap({ try? Data(contentsOf: $0) }).first {
                assets["leaflet.\(suffix)"] = asset([UInt8](data), contentType)
            }
        }
        for (layer, bytes) in try Outlines.load().geoJSON {
            assets["\(layer.rawValue).geojson"] = asset(bytes, "application/geo+json")
        }
        return Assets(byName: assets)
    }

    private static func asset(_ bytes: [UInt8], _ contentType: String) -> Asset {
        let digest = SHA256.hash(data: bytes).prefix(8).map { String(0x100 | UInt16($0), radix: 16).dropFirst() }
        return Asset(bytes: bytes, digest: digest.joined(), contentType: contentType)
    }

    subscript(name: String) -> Asset? { byName[name] }

    /// The address of an asset; it changes with the bytes, so that a browser may keep what it has for ever.
    package func url(_ name: String) -> String {
        byName[name].map { "/assets/\(name)?v=\($0.digest)" } ?? "/assets/\(name)"
    }

    private static let contentTypes = [
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("svg", "image/svg+xml"),
        ("json", "application/json"),
    ]
}
