internal import Foundation

/// A server of map images that an installation chose; without one, the map draws its own outlines alone.
package struct MapTiles: Hashable, Sendable {
    /// Such as `https://tiles.example/{z}/{x}/{y}.png`.
    package let address: String
    /// Whose map it is, as the licence of the images asks.
    package let attribution: String
    /// The one place that pages may then load images from.
    let origin: String

    /// Nothing where the address has no host of its own, or lacks one of `{z}`, `{x}` and `{y}`.
    package init?(address: String, attribution: String) {
        guard
            let match = address.wholeMatch(of: #/(https?:\/\/[A-Za-z0-9.\-]+(?::[0-9]+)?)\/[A-Za-z0-9{}._~\/?&=%\-]*/#),
            ["{z}", "{x}", "{y}"].allSatisfy(address.contains)
        else { return nil }
        self.address = address
        self.attribution = attribution
        origin = String(match.output.1)
    }
}
