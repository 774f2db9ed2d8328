/// So many things at one point.
package struct WeightedPoint: Hashable, Sendable {
    package let point: MapPoint
    package let weight: Int

    package init(_ point: MapPoint, weight: Int) {
        self.point = point
        self.weight = weight
    }
}

/// Things that stand too close together on the map to be drawn apart.
package struct Cluster: Hashable, Sendable {
    package let cell: GridCell
    /// The mean of its points, each as heavy as its weight.
    package let center: MapPoint
    package let weight: Int
    /// The box around its points, to zoom to.
    package let box: MapBox
}

/// The clusters that a view of the map shows at a zoom, in the order of their cells.
///
/// Whole cells are counted, also those at the border of the view, so that a cluster stays as it is while the map is
/// dragged; and the answer follows from the points alone, whatever their order.
package func clusters(of points: some Sequence<WeightedPoint>, in view: MapBox, zoom: Int) -> [Cluster] {
    let grid = MapGrid(zoom: zoom)
    let cover = grid.cover(view)
    var sums: [GridCell: ClusterSum] = [:]
    for point in points where point.weight > 0 && cover.contains(point.point) {
        sums[grid.cell(of: point.point), default: ClusterSum(at: point.point)].add(point)
    }
    return sums.map { cell, sum in sum.cluster(in: cell) }.sorted { $0.cell < $1.cell }
}

private struct ClusterSum {
    private var weight = 0
    private var x = 0
    private var y = 0
    private var box: MapBox

    init(at point: MapPoint) { box = MapBox(point, point) }

    mutating func add(_ point: WeightedPoint) {
        weight += point.weight
        x += point.point.x * point.weight
        y += point.point.y * point.weight
        box = box.union(MapBox(point.point, point.point))
    }

    func cluster(in cell: GridCell) -> Cluster {
        Cluster(cell: cell, center: MapPoint(x: x / weight, y: y / weight), weight: weight, box: box)
    }
}
