internal import ArgumentParser
internal import Foundation
internal import TandemWeb

/// What maps are drawn with.
struct MapOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Map images to draw below the outlines: https://…/{z}/{x}/{y}.png; otherwise TANDEM_MAP_TILES.",
            valueName: "address"
        )
    )
    var mapTiles: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Whose map images they are; otherwise TANDEM_MAP_ATTRIBUTION.", valueName: "text")
    )
    var mapAttribution: String?

    /// The server of map images, where one is named.
    ///
    /// - Throws: a usage error where its address is none, or where it is not said whose images they are.
    func tiles() throws -> MapTiles? {
        let address = mapTiles ?? Self.environment("TANDEM_MAP_TILES")
        if address.isEmpty { return nil }
        let attribution = mapAttribution ?? Self.environment("TANDEM_MAP_ATTRIBUTION")
        guard !attribution.isEmpty else {
            throw ValidationError("--map-attribution says whose map images --map-tiles names.")
        }
        guard let tiles = MapTiles(address: address, attribution: attribution) else {
            throw ValidationError("--map-tiles is an address as https://tiles.example/{z}/{x}/{y}.png.")
        }
        return tiles
    }

    /// The folder of the library that draws maps: where Debian puts it, or TANDEM_LEAFLET.
    static var leaflet: String {
        let named = environment("TANDEM_LEAFLET")
        return named.isEmpty ? "/usr/share/javascript/leaflet" : named
    }

    private static func environment(_ name: String) -> String { ProcessInfo.processInfo.environment[name] ?? "" }
}
