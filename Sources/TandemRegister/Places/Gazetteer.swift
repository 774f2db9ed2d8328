internal import Foundation
internal import TandemCSV
package import TandemDomain
package import TandemPlaces

/// A municipality (*gemeente*), as it is today.
package struct Municipality: Hashable, Sendable {
    /// The code of the national statistics (*NIS-code*).
    package let code: String
    package let nameDutch: String
    package let nameFrench: String
    /// As the company register writes it: in the official language, homonyms with a suffix.
    package let registerName: String
    package let province: Province
}

/// A place that addresses are put on the map at: a postal code, or a locality (*deelgemeente*) in it.
package struct BelgianPlace: Hashable, Sendable {
    package let postalCode: PostalCode
    package let nameDutch: String
    package let nameFrench: String
    package let municipality: Municipality
    package let point: MapPoint
    /// 1 for the place to take where only the code is known, 2 for another municipality of the code, 3 for a locality.
    let rank: Int
}

/// All places of Belgium, and which of them an address lies at.
package struct Gazetteer: Sendable {
    package let places: [BelgianPlace]
    package let municipalities: [Municipality]
    /// Changes with every change of the data, since the index counts places.
    let fingerprint: UInt64
    /// For each postal code the numbers of its places, the one to take first.
    private let byCode: [Range<Int>]
    private let registerNames: [[UInt8]]
    private let foldedNames: [Set<[UInt8]>]

    package var count: Int { places.count }

    init(places: [BelgianPlace], municipalities: [Municipality], fingerprint: UInt64) {
        self.places = places.sorted {
            ($0.postalCode.digits, $0.rank, $0.nameDutch) < ($1.postalCode.digits, $1.rank, $1.nameDutch)
        }
        self.municipalities = municipalities
        self.fingerprint = fingerprint
        var byCode = Array(repeating: 0..<0, count: 10_000)
        for (number, place) in self.places.enumerated() {
            guard let code = Int(place.postalCode.digits) else { continue }
            byCode[code] = (byCode[code].isEmpty ? number : byCode[code].lowerBound)..<(number + 1)
        }
        self.byCode = byCode
        registerNames = self.places.map { Array($0.municipality.registerName.utf8) }
        foldedNames = self.places.map(Self.folded)
    }

    /// The place of a postal code.
    package func place(of code: PostalCode) -> BelgianPlace? {
        Int(code.digits).flatMap { byCode[$0].first }.map { places[$0] }
    }

    /// The municipalities whose name, in either language, starts with these letters; the shortest names first.
    package func municipalities(named prefix: String) -> [Municipality] {
        let start = Self.fold(prefix)
        guard !start.isEmpty else { return [] }
        return municipalities.filter { municipality in
            [municipality.nameDutch, municipality.nameFrench].contains { Self.fold($0).starts(with: start) }
        }
        .sorted { ($0.nameDutch.count, $0.nameDutch) < ($1.nameDutch.count, $1.nameDutch) }
    }

    /// The number of the place that the first Belgian address lies at; nothing where its postal code is none.
    func place(of addresses: [UInt8]) -> Int? {
        guard !addresses.isEmpty, let address = AddressPlace(addresses[...]) else { return nil }
        let candidates = byCode[address.code]
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 || address.isIn(registerNames[first]) { return first }
        let names = address.municipalities.map { Self.fold(String(decoding: $0, as: UTF8.self)) }
        let named = candidates.first { candidate in names.contains { foldedNames[candidate].contains($0) } }
        return named ?? first
    }

    private static func folded(_ place: BelgianPlace) -> Set<[UInt8]> {
        var names = [place.nameDutch, place.nameFrench]
        if place.rank < 3 {
            let municipality = place.municipality
            names += [municipality.nameDutch, municipality.nameFrench, municipality.registerName]
        }
        return Set(names.map(fold))
    }

    private static func fold(_ name: String) -> [UInt8] {
        var folding = NameFolding()
        folding.fold(name)
        return folding.folded
    }
}

extension Gazetteer {
    /// The places that are shipped with the program.
    ///
    /// - Throws: an error of the file system or of the tables.
    package static func load() throws -> Gazetteer { try loaded.get() }

    private static let loaded = Result { try read() }

    private static func read() throws -> Gazetteer {
        let (municipalities, places) = (
            try RegisterData.bytes("municipalities.csv"), try RegisterData.bytes("places.csv")
        )
        let known = try RegisterData.rows(municipalities).map { row in
            Municipality(
                code: row[0],
                nameDutch: row[1],
                nameFrench: row[2],
                registerName: row[3],
                province: Province(rawValue: row[4]) ?? .brussels
            )
        }
        let byCode = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) })
        return Gazetteer(
            places: try RegisterData.rows(places).compactMap { place($0, byCode) },
            municipalities: known,
            fingerprint: (municipalities + places).reduce(14_695_981_039_346_656_037) {
                ($0 ^ UInt64($1)) &* 1_099_511_628_211
            }
        )
    }

    private static func place(_ row: [String], _ municipalities: [String: Municipality]) -> BelgianPlace? {
        guard let municipality = municipalities[row[3]], let rank = Int(row[4]), let latitude = Double(row[5]),
            let longitude = Double(row[6])
        else { return nil }
        return BelgianPlace(
            postalCode: PostalCode(stored: row[0]),
            nameDutch: row[1],
            nameFrench: row[2],
            municipality: municipality,
            point: Lambert2008.point(GeoPoint(latitude: latitude, longitude: longitude)),
            rank: rank
        )
    }
}

/// What tells where the first address of an entity lies, without reading the rest of it.
private struct AddressPlace {
    let code: Int
    private(set) var municipalities: [ArraySlice<UInt8>] = []

    /// Nothing where the address is abroad or has no code of four digits.
    init?(_ addresses: ArraySlice<UInt8>) {
        var reader = PackedReader(addresses)
        _ = reader.byte()
        let parts = AddressParts(mask: UInt16(reader.byte()) | UInt16(reader.byte()) << 8)
        guard !parts.contains(.countryDutch), !parts.contains(.countryFrench), parts.contains(.postalCode) else {
            return nil
        }
        let digits = reader.text()
        guard digits.count == 4, digits.allSatisfy({ $0.digit <= 9 }) else { return nil }
        code = digits.reduce(0) { $0 * 10 + Int($1.digit) }
        if parts.contains(.municipalityDutch) { municipalities.append(reader.text()) }
        if parts.contains(.municipalityFrench) { municipalities.append(reader.text()) }
    }

    func isIn(_ name: [UInt8]) -> Bool { municipalities.first.map { $0.elementsEqual(name) } ?? true }
}
