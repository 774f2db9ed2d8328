/// A square of a grid over the map, counted from the origin.
package struct GridCell: Hashable, Sendable, Comparable {
    package let column: Int
    package let row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// The cell that this one lies in on a grid of squares twice as wide.
    package var parent: GridCell { GridCell(column: column >> 1, row: row >> 1) }

    package static func < (lhs: Self, rhs: Self) -> Bool { (lhs.row, lhs.column) < (rhs.row, rhs.column) }
}

/// A grid of squares over the map, all of one width.
package struct MapGrid: Hashable, Sendable {
    /// Metres from side to side.
    package let width: Int

    package init(width: Int) { self.width = max(1, width) }

    /// The grid whose squares are some sixty pixels wide on a map in a browser at this zoom (0 the world, 19 a house).
    ///
    /// Each zoom halves the width, so four squares make one of the zoom before, and a cluster falls apart in place.
    package init(zoom: Int) { width = 3 << (21 - min(max(zoom, 0), 19)) }

    package func cell(of point: MapPoint) -> GridCell {
        GridCell(column: floorDivided(point.x, width), row: floorDivided(point.y, width))
    }

    /// The points of a cell: from its south-western corner up to, not including, the next cells.
    package func box(of cell: GridCell) -> MapBox {
        let low = MapPoint(x: cell.column * width, y: cell.row * width)
        return MapBox(low, MapPoint(x: low.x + width - 1, y: low.y + width - 1))
    }

    /// The whole cells that a box touches, as one box.
    package func cover(_ box: MapBox) -> MapBox {
        self.box(of: cell(of: box.low)).union(self.box(of: cell(of: box.high)))
    }
}

private func floorDivided(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}
