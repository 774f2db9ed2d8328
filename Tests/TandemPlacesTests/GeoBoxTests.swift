import TandemPlaces
import TandemTestKit
import Testing

@Suite struct `A box by latitude and longitude` {
    @Test func `holds exactly the points between its borders`() {
        let box = GeoBox(GeoPoint(latitude: 51, longitude: 5), GeoPoint(latitude: 50.5, longitude: 3.5))
        #expect(box.southWest == GeoPoint(latitude: 50.5, longitude: 3.5))
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededNumbers(seed)
        for _ in 0..<5000 {
            let point = GeoPoint(
                latitude: Double.random(in: 49.5...51.5, using: &random),
                longitude: Double.random(in: 2.5...6.4, using: &random)
            )
            let distances = [
                point.latitude - 50.5, 51 - point.latitude, point.longitude - 3.5, 5 - point.longitude,
            ]
            // Points of the map are whole metres, so that one right on the border may lie on either side.
            guard distances.allSatisfy({ abs($0) > 0.000_03 }) else { continue }
            #expect(box.contains(Lambert2008.point(point)) == distances.allSatisfy { $0 > 0 }, "seed \(seed)")
        }
    }

    @Test func `lies within its cover, also where parallels bend`() {
        let box = GeoBox(GeoPoint(latitude: 49.5, longitude: 2.6), GeoPoint(latitude: 51.4, longitude: 6.3))
        let cover = box.cover
        for step in 0...100 {
            let longitude = 2.6 + 3.7 * Double(step) / 100
            for latitude in [49.5, 50.4, 51.4] {
                let point = Lambert2008.point(GeoPoint(latitude: latitude, longitude: longitude))
                #expect(cover.low.y - 40 <= point.y && point.y <= cover.high.y + 40, "\(longitude)")
                #expect(cover.low.x <= point.x && point.x <= cover.high.x, "\(longitude)")
            }
        }
    }
}
