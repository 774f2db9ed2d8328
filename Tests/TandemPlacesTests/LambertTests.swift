import Foundation
import TandemPlaces
import Testing

@Suite struct `The projection` {
    /// Computed with PROJ 9 (EPSG:4326 to EPSG:3812).
    static let vectors: [(String, GeoPoint, MapPoint)] = [
        ("Brussel", GeoPoint(latitude: 50.8466, longitude: 4.35194), MapPoint(x: 648_816, y: 670_689)),
        ("Oostende", GeoPoint(latitude: 51.22549, longitude: 2.91942), MapPoint(x: 548_753, y: 713_814)),
        ("Aarlen", GeoPoint(latitude: 49.68332, longitude: 5.81667), MapPoint(x: 754_503, y: 542_330)),
        ("Luik", GeoPoint(latitude: 50.63373, longitude: 5.56749), MapPoint(x: 734_803, y: 647_705)),
        ("De Panne", GeoPoint(latitude: 51.0985, longitude: 2.5934), MapPoint(x: 525_648, y: 700_182)),
        ("Sankt Vith", GeoPoint(latitude: 50.28, longitude: 6.127), MapPoint(x: 775_314, y: 609_164)),
    ]

    @Test(arguments: vectors)
    func `puts a town where the national one does`(_ name: String, _ point: GeoPoint, _ expected: MapPoint) {
        #expect(Lambert2008.point(point) == expected, "\(name)")
    }

    @Test func `comes back to where it started, to the metre`() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededNumbers(seed)
        for _ in 0..<2000 {
            let point = random.belgianPoint()
            #expect(Lambert2008.point(Lambert2008.geoPoint(point)) == point, "seed \(seed)")
        }
    }

    @Test func `measures as the globe does, to one part in a hundred`() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededNumbers(seed)
        for _ in 0..<2000 {
            let (first, second) = (random.belgianPoint(), random.belgianPoint())
            let measured = first.distance(to: second)
            let onGlobe = greatCircle(Lambert2008.geoPoint(first), Lambert2008.geoPoint(second))
            #expect(abs(measured - onGlobe) <= onGlobe / 100 + 2, "seed \(seed)")
        }
    }

    private func greatCircle(_ first: GeoPoint, _ second: GeoPoint) -> Double {
        let degree = Double.pi / 180
        let (latitude, other) = (first.latitude * degree, second.latitude * degree)
        let (north, east) = (other - latitude, (second.longitude - first.longitude) * degree)
        let chord = pow(sin(north / 2), 2) + cos(latitude) * cos(other) * pow(sin(east / 2), 2)
        return 2 * 6_371_008 * asin(chord.squareRoot())
    }
}

/// Numbers that a seed tells (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A point in the box around Belgium.
    mutating func belgianPoint() -> MapPoint {
        MapPoint(x: .random(in: 521_000...796_000, using: &self), y: .random(in: 521_000...745_000, using: &self))
    }
}
