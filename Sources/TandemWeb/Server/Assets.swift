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

    static func load() throws -> Assets {
        var assets: [String: Asset] = [:]
        for (suffix, contentType) in contentTypes {
            for file in try Resources.files(in: "Assets", endingIn: suffix) {
                let bytes = [UInt8](try Data(contentsOf: file.url))
                let digest = SHA256.hash(data: bytes).prefix(8).map {
                    String(0x100 | UInt16($0), radix: 16).dropFirst()
                }.joined()
                assets["\(file.name).\(suffix)"] = Asset(bytes: bytes, digest: digest, contentType: contentType)
            }
        }
        return Assets(byName: assets)
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
