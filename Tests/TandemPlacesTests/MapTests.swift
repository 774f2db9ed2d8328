import TandemPlaces
import Testing

@Suite struct `A map` {
    let seed = UInt64.random(in: .min ... .max)

    @Test func `keeps the three laws of distance`() {
        var random = SeededNumbers(seed)
        for _ in 0..<500 {
            let (a, b, c) = (random.belgianPoint(), random.belgianPoint(), random.belgianPoint())
            #expect(a.distance(to: a) == 0)
            #expect(a.squaredDistance(to: b) == b.squaredDistance(to: a), "seed \(seed)")
            #expect(a.distance(to: c) <= a.distance(to: b) + b.distance(to: c) + 0.001, "seed \(seed)")
        }
    }

    @Test func `has the points of a circle in its box, and no point farther than the radius`() {
        var random = SeededNumbers(seed)
        for _ in 0..<2000 {
            let circle = MapCircle(center: random.belgianPoint(), radius: .random(in: 0...60_000, using: &random))
            let point = random.belgianPoint()
            #expect(
                circle.contains(point) == (circle.center.distance(to: point) <= Double(circle.radius)),
                "seed \(seed)"
            )
            #expect(!circle.contains(point) || circle.box.contains(point), "seed \(seed)")
        }
    }

    @Test func `includes the border of a circle and of a box`() {
        let circle = MapCircle(center: MapPoint(x: 0, y: 0), radius: 5)
        #expect(circle.contains(MapPoint(x: 3, y: 4)))
        #expect(!circle.contains(MapPoint(x: 3, y: 5)))
        let box = MapBox(MapPoint(x: 9, y: 1), MapPoint(x: 1, y: 9))
        #expect(box.contains(MapPoint(x: 1, y: 1)) && box.contains(MapPoint(x: 9, y: 9)))
        #expect(!box.contains(MapPoint(x: 10, y: 9)))
    }

    @Test func `knows that two boxes meet when a point lies in both`() {
        var random = SeededNumbers(seed)
        for _ in 0..<2000 {
            let box = MapBox(random.belgianPoint(), random.belgianPoint())
            let other = MapBox(random.belgianPoint(), random.belgianPoint())
            let point = random.belgianPoint()
            if box.contains(point), other.contains(point) { #expect(box.intersects(other), "seed \(seed)") }
            #expect(box.intersects(other) == other.intersects(box), "seed \(seed)")
            #expect(box.union(other).contains(box.low) && box.union(other).contains(other.high), "seed \(seed)")
        }
    }

    @Test func `makes the box around points, and none around nothing`() {
        #expect(MapBox(around: [MapPoint]()) == nil)
        let points = [MapPoint(x: 3, y: 8), MapPoint(x: -1, y: 9), MapPoint(x: 5, y: 7)]
        #expect(MapBox(around: points) == MapBox(MapPoint(x: -1, y: 7), MapPoint(x: 5, y: 9)))
    }

    @Test(arguments: 0...19)
    func `has each point in one cell, and four cells in one of the zoom before`(_ zoom: Int) {
        var random = SeededNumbers(seed)
        let grid = MapGrid(zoom: zoom)
        for _ in 0..<200 {
            let point = MapPoint(
                x: .random(in: -90_000...90_000, using: &random),
                y: .random(in: -90_000...90_000, using: &random)
            )
            let cell = grid.cell(of: point)
            #expect(grid.box(of: cell).contains(point), "seed \(seed)")
            #expect(zoom == 0 || MapGrid(zoom: zoom - 1).cell(of: point) == cell.parent, "seed \(seed)")
        }
    }
}

@Suite struct `Clusters` {
    let seed = UInt64.random(in: .min ... .max)
    let everything = MapBox(MapPoint(x: 0, y: 0), MapPoint(x: 1_000_000, y: 1_000_000))

    private func points(_ random: inout SeededNumbers) -> [WeightedPoint] {
        (0..<300).map { _ in WeightedPoint(random.belgianPoint(), weight: .random(in: 0...50, using: &random)) }
    }

    @Test(arguments: 0...19)
    func `count everything once at every zoom`(_ zoom: Int) {
        var random = SeededNumbers(seed)
        let points = points(&random)
        let found = clusters(of: points, in: everything, zoom: zoom)
        #expect(found.reduce(0) { $0 + $1.weight } == points.reduce(0) { $0 + $1.weight }, "seed \(seed)")
        #expect(Set(found.map(\.cell)).count == found.count, "seed \(seed)")
        #expect(found.allSatisfy { $0.box.contains($0.center) }, "seed \(seed)")
    }

    @Test(arguments: 1...19)
    func `fall apart in place`(_ zoom: Int) {
        var random = SeededNumbers(seed)
        let points = points(&random)
        let fine = clusters(of: points, in: everything, zoom: zoom)
        let coarse = clusters(of: points, in: everything, zoom: zoom - 1)
        let joined = Dictionary(grouping: fine, by: \.cell.parent).mapValues { $0.reduce(0) { $0 + $1.weight } }
        #expect(joined == Dictionary(uniqueKeysWithValues: coarse.map { ($0.cell, $0.weight) }), "seed \(seed)")
    }

    @Test func `stay as they are while the map is dragged and points come in another order`() {
        var random = SeededNumbers(seed)
        let points = points(&random)
        for zoom in 6...14 {
            let corner = random.belgianPoint()
            let view = MapBox(corner, MapPoint(x: corner.x + 40_000, y: corner.y + 30_000))
            let seen = clusters(of: points.shuffled(using: &random), in: view, zoom: zoom)
            let all = Set(clusters(of: points, in: everything, zoom: zoom))
            #expect(seen.allSatisfy(all.contains), "seed \(seed)")
            let missed = all.subtracting(seen).filter { view.contains($0.center) }
            #expect(missed.isEmpty, "seed \(seed)")
        }
    }

    @Test func `are none where there is nothing`() {
        #expect(clusters(of: [WeightedPoint(MapPoint(x: 1, y: 1), weight: 0)], in: everything, zoom: 8).isEmpty)
    }
}
