internal import Foundation

/// A point by latitude and longitude (WGS84, in degrees), as maps in a browser and most open data have it.
package struct GeoPoint: Hashable, Sendable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// The Belgian Lambert 2008 projection (EPSG:3812): a cone that cuts the globe at two parallels.
///
/// It stands on ETRS89, which differs from WGS84 by less than a metre; Lambert 72, its elder, needs a shift of datum.
/// Source: National Geographic Institute, and method 9802 of the IOGP guidance note 7-2 for the formulas.
package enum Lambert2008 {
    private static let semiMajorAxis = 6_378_137.0
    private static let eccentricity = 0.081_819_191_042_815_79
    private static let centralMeridian = radians(4 + 21 / 60.0 + 33.177 / 3600)
    private static let originLatitude = radians(50 + 47 / 60.0 + 52.134 / 3600)
    private static let firstParallel = radians(49 + 50 / 60.0)
    private static let secondParallel = radians(51 + 10 / 60.0)
    private static let falseEasting = 649_328.0
    private static let falseNorthing = 665_262.0

    private static let cone =
        (log(parallelRadius(firstParallel)) - log(parallelRadius(secondParallel)))
        / (log(isometric(firstParallel)) - log(isometric(secondParallel)))
    private static let scale = parallelRadius(firstParallel) / (cone * pow(isometric(firstParallel), cone))
    private static let originRadius = semiMajorAxis * scale * pow(isometric(originLatitude), cone)

    /// Where a point of the globe lies on the map.
    package static func point(_ point: GeoPoint) -> MapPoint {
        let radius = radius(ofLatitude: point.latitude)
        let angle = angle(ofLongitude: point.longitude)
        return MapPoint(
            x: Int((falseEasting + radius * sin(angle)).rounded()),
            y: Int((falseNorthing + originRadius - radius * cos(angle)).rounded())
        )
    }

    /// How far from the top of the cone a parallel lies, in metres.
    static func radius(ofLatitude latitude: Double) -> Double {
        semiMajorAxis * scale * pow(isometric(radians(latitude)), cone)
    }

    /// The angle at the top of the cone between a meridian and the central one.
    static func angle(ofLongitude longitude: Double) -> Double { cone * (radians(longitude) - centralMeridian) }

    /// Where a point lies on the cone, seen from its top.
    static func polar(_ point: MapPoint) -> (radius: Double, angle: Double) {
        let (east, north) = (Double(point.x) - falseEasting, originRadius - (Double(point.y) - falseNorthing))
        return ((east * east + north * north).squareRoot(), atan2(east, north))
    }

    /// Which point of the globe lies there on the map.
    package static func geoPoint(_ point: MapPoint) -> GeoPoint {
        let (radius, angle) = polar(point)
        let target = pow(radius / (semiMajorAxis * scale), 1 / cone)
        var latitude = Double.pi / 2 - 2 * atan(target)
        for _ in 0..<8 {
            let sine = eccentricity * sin(latitude)
            latitude = Double.pi / 2 - 2 * atan(target * pow((1 - sine) / (1 + sine), eccentricity / 2))
        }
        return GeoPoint(
            latitude: latitude * 180 / .pi,
            longitude: (angle / cone + centralMeridian) * 180 / .pi
        )
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

    /// The radius of a parallel, in semi-major axes.
    private static func parallelRadius(_ latitude: Double) -> Double {
        cos(latitude) / (1 - pow(eccentricity * sin(latitude), 2)).squareRoot()
    }

    /// What latitude becomes where the map shall keep angles.
    private static func isometric(_ latitude: Double) -> Double {
        let sine = eccentricity * sin(latitude)
        return tan(.pi / 4 - latitude / 2) / pow((1 - sine) / (1 + sine), eccentricity / 2)
    }
}
