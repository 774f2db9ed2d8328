/// A rectangle by latitude and longitude, its borders included: what somebody draws on a map in a browser.
///
/// On the plane of ``MapPoint`` its sides are not straight along the axes; whether a point lies in it is told exactly.
package struct GeoBox: Hashable, Sendable {
    package let southWest: GeoPoint
    package let northEast: GeoPoint
    private let radii: ClosedRange<Double>
    private let angles: ClosedRange<Double>

    /// The box that has these two as opposite corners, in any order.
    package init(_ corner: GeoPoint, _ opposite: GeoPoint) {
        let south = min(corner.latitude, opposite.latitude)
        let north = max(corner.latitude, opposite.latitude)
        let west = min(corner.longitude, opposite.longitude)
        let east = max(corner.longitude, opposite.longitude)
        southWest = GeoPoint(latitude: south, longitude: west)
        northEast = GeoPoint(latitude: north, longitude: east)
        let (far, near) = (Lambert2008.radius(ofLatitude: south), Lambert2008.radius(ofLatitude: north))
        radii = min(near, far)...max(near, far)
        angles = Lambert2008.angle(ofLongitude: west)...Lambert2008.angle(ofLongitude: east)
    }

    package func contains(_ point: MapPoint) -> Bool {
        let (radius, angle) = Lambert2008.polar(point)
        return radii.contains(radius) && angles.contains(angle)
    }

    /// A box along the axes of the map that holds all of this one.
    package var cover: MapBox {
        // Parallels bend, so that corners alone are not enough.
        let steps = (0...8).map { Double($0) / 8 }
        let points = steps.flatMap { step in
            let longitude = southWest.longitude + step * (northEast.longitude - southWest.longitude)
            return [southWest.latitude, northEast.latitude].map { latitude in
                Lambert2008.point(GeoPoint(latitude: latitude, longitude: longitude))
            }
        }
        return points.dropFirst().reduce(MapBox(points[0], points[0])) { $0.union(MapBox($1, $1)) }
    }
}
