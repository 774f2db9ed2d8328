import TandemDomain
import TandemPlaces
import TandemRegister
import TandemTestKit
import Testing

@Suite struct `An address` {
    static let cases: [(String, String, String?)] = [
        ("9000", "Gent", "Gent"), ("1000", "Bruxelles", "Brussel"), ("4000", "Liège", "Liège"),
        ("9120", "Beveren", "Beveren"),
        ("2100", "Antwerpen", "Deurne (Antwerpen)"), ("9090", "Merelbeke", "Melle"), ("1040", "Etterbeek", "Etterbeek"),
        ("xxxx", "Gent", nil),
        ("00000", "Gent", nil), ("", "Gent", nil), ("9999", "Gent", nil), ("1012 AB", "Amsterdam", nil),
    ]

    @Test(arguments: cases)
    func `lies at its postal code, at the place that its municipality names, or nowhere`(
        _ code: String,
        _ town: String,
        _ expected: String?
    ) async throws {
        let register = try TestRegister()
        let rows = [
            "enterprise": [Rows.enterprise(2_000_700)],
            "establishment": [Rows.establishment(20_000_003, of: 2_000_700)],
            "address": [Rows.address(20_000_003, code, town)],
        ]
        try await register.load(.full(140, rows))
        let hit = try #require(try await register.snapshot().index.search(RegisterFilter()).hits.first)
        #expect(hit.place?.nameDutch == expected, "\(code) \(town)")
        if let place = hit.place { #expect(place.postalCode.digits == code) }
    }

    @Test func `abroad has no point, though its code looks Belgian`() async throws {
        let register = try TestRegister()
        let number = Rows.number(20_000_003)
        let rows = [
            "enterprise": [Rows.enterprise(2_000_700)],
            "establishment": [Rows.establishment(20_000_003, of: 2_000_700)],
            "address": [
                "\"\(number)\",\"BAET\",\"Zwitserland\",\"Suisse\",\"3000\",\"Bern\",\"Bern\",\"Gasse\",\"Gasse\",\"1\",,,"
            ],
        ]
        try await register.load(.full(140, rows))
        #expect(try await register.snapshot().index.search(RegisterFilter()).hits.first?.place == nil)
    }
}

@Suite struct `The places of Belgium` {
    @Test func `are all on the map, in a municipality with a province`() throws {
        let gazetteer = try Gazetteer.load()
        #expect(gazetteer.municipalities.count == 565)
        #expect(Set(gazetteer.places.map(\.postalCode)).count == 1149)
        let belgium = MapBox(MapPoint(x: 521_000, y: 520_000), MapPoint(x: 796_000, y: 745_000))
        #expect(gazetteer.places.allSatisfy { belgium.contains($0.point) })
        #expect(Set(gazetteer.places.map(\.municipality)) == Set(gazetteer.municipalities))
        #expect(Set(gazetteer.municipalities.map(\.province)) == Set(Province.allCases))
    }

    @Test func `are found by the beginning of a name in either language`() throws {
        let gazetteer = try Gazetteer.load()
        #expect(gazetteer.municipalities(named: "luik").map(\.nameFrench) == ["Liège"])
        #expect(gazetteer.municipalities(named: "liege").map(\.nameDutch) == ["Luik"])
        #expect(gazetteer.municipalities(named: "Sint-N").map(\.nameDutch).contains("Sint-Niklaas"))
        #expect(gazetteer.municipalities(named: "").isEmpty)
    }
}
