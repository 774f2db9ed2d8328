/// A point on the map of Belgium, in whole metres east and north of the Belgian Lambert 2008 projection (EPSG:3812).
///
/// Metres on a plane: a distance is Pythagoras, good to one part in ten thousand anywhere in Belgium.
package struct MapPoint: Hashable, Sendable {
    package let x: Int
    package let y: Int

    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// Metres to the other point, squared: exact, for comparing.
    package func squaredDistance(to other: MapPoint) -> Int {
        let (east, north) = (x - other.x, y - other.y)
        return east * east + north * north
    }

    /// Metres to the other point.
    package func distance(to other: MapPoint) -> Double {
        Double(squaredDistance(to: other)).squareRoot()
    }
}

/// All points up to so many metres from a centre.
package struct MapCircle: Hashable, Sendable {
    package let center: MapPoint
    package let radius: Int

    package init(center: MapPoint, radius: Int) {
        self.center = center
        self.radius = max(0, radius)
    }

    package func contains(_ point: MapPoint) -> Bool {
        center.squaredDistance(to: point) <= radius * radius
    }

    /// The smallest box around it.
    package var box: MapBox {
        MapBox(
            MapPoint(x: center.x - radius, y: center.y - radius),
            MapPoint(x: center.x + radius, y: center.y + radius)
        )
    }
}

/// A rectangle along the axes of the map, its borders included.
package struct MapBox: Hashable, Sendable {
    /// The corner in the south-west.
    package let low: MapPoint
    /// The corner in the north-east.
    package let high: MapPoint

    /// The box that has these two as opposite corners, in any order.
    package init(_ corner: MapPoint, _ opposite: MapPoint) {
        low = MapPoint(x: min(corner.x, opposite.x), y: min(corner.y, opposite.y))
        high = MapPoint(x: max(corner.x, opposite.x), y: max(corner.y, opposite.y))
    }

    /// The smallest box around some points; nothing where there are none.
    package init?(around points: some Sequence<MapPoint>) {
        var box: MapBox?
        for point in points { box = box.map { $0.union(MapBox(point, point)) } ?? MapBox(point, point) }
        guard let box else { return nil }
        self = box
    }

    package func contains(_ point: MapPoint) -> Bool {
        low.x <= point.x && point.x <= high.x && low.y <= point.y && point.y <= high.y
    }

    package func intersects(_ other: MapBox) -> Bool {
        low.x <= other.high.x && other.low.x <= high.x && low.y <= other.high.y && other.low.y <= high.y
    }

    /// The smallest box around both.
    package func union(_ other: MapBox) -> MapBox {
        MapBox(
            MapPoint(x: min(low.x, other.low.x), y: min(low.y, other.low.y)),
            MapPoint(x: max(high.x, other.high.x), y: max(high.y, other.high.y))
        )
    }
}
