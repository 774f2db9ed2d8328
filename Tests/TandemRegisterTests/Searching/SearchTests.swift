import TandemDomain
import TandemPlaces
import TandemRegister
import TandemTestKit
import Testing

@Suite struct `Searching the register` {
    private static let companies: [(stem: UInt32, name: String, code: String, town: String, activity: String)] = [
        (2_000_100, "Bakkerij Vermeulen BV", "9000", "Gent", "10711"),
        (2_000_200, "Électricité Générale Dupont S.A.", "5000", "Namur", "43211"),
        (2_000_300, "Janssens & Zonen, Dakwerken", "2000", "Antwerpen", "43910"),
        (2_000_400, "B.V.B.A. De Vlaamse Bakker", "9050", "Gent", "1071101"),
        (2_000_500, "'t Hoekje", "1000", "Brussel", "56101"),
        (2_000_600, "Garage Peeters", "3500", "Hasselt", "45201"),
    ]

    /// A register with those companies, each with one establishment without a name, and a seat abroad.
    private func index() async throws -> SearchIndex {
        var rows: [String: [String]] = [:]
        for company in Self.companies {
            let place = company.stem + 18_000_000
            rows["enterprise", default: []].append(Rows.enterprise(company.stem))
            rows["establishment", default: []].append(Rows.establishment(place, of: company.stem))
            rows["denomination", default: []].append(Rows.name(company.stem, company.name))
            rows["address", default: []].append(Rows.address(place, company.code, company.town))
            rows["activity", default: []].append(Rows.activity(place, company.activity))
        }
        rows["activity", default: []].append(Rows.activity(2_000_600, "70100", group: "006"))
        rows["activity", default: []].append(Rows.activity(20_000_100, "85311", group: "007"))
        let register = try TestRegister()
        try await register.load(.full(140, rows))
        return try await register.snapshot().index
    }

    private func found(_ index: SearchIndex, _ change: (inout RegisterFilter) -> Void) -> [UInt32] {
        var filter = RegisterFilter()
        change(&filter)
        return index.search(filter).hits.map { $0.number.stem % 18_000_000 }.sorted()
    }

    static let names: [(String, [UInt32])] = [
        ("bakkerij vermeulen", [2_000_100]), ("Vermeulen Bakkerij", [2_000_100]),
        ("BV Bakkerij Vermeulen", [2_000_100]),
        ("electricite generale", [2_000_200]), ("DUPONT SA", [2_000_200]), ("Dupont s.a.", [2_000_200]),
        ("jansens", [2_000_300]), ("janssesn zonen", [2_000_300]), ("dakwerken janssens", [2_000_300]),
        ("dak werken janssens", [2_000_300]), ("bakk", [2_000_100, 2_000_400]), ("bakker", [2_000_100, 2_000_400]),
        ("vlaamsebakker", [2_000_400]), ("hoekje", [2_000_500]), ("t hoekje", [2_000_500]), ("thoekje", [2_000_500]),
        ("peters garage", [2_000_600]), ("garaage", [2_000_600]), ("grage", [2_000_600]),
        ("elektricite", [2_000_200]), ("elektricitee", [2_000_200]), ("peeters hasselt", []),
        ("garage peeters hasselt", [2_000_600]), ("bakkerij vermeulen gent", [2_000_100]),
        ("", Self.companies.map(\.stem)),
        ("quincaillerie", []), ("de", [2_000_400]), ("bvba", []),
    ]

    @Test(arguments: names)
    func `finds a name with accents or without, in any order, with an error or two`(
        _ typed: String,
        _ expected: [UInt32]
    ) async throws {
        let index = try await index()
        #expect(found(index) { $0.name = typed } == expected, "\(typed)")
    }

    @Test func `gives what fits best first`() async throws {
        let index = try await index()
        var filter = RegisterFilter()
        filter.name = "bakker"
        #expect(index.search(filter).hits.map(\.number.stem) == [20_000_400, 20_000_100])
    }

    @Test(arguments: [
        ("43", [UInt32(2_000_200), 2_000_300]), ("43211", [2_000_200]), ("10711", [2_000_100, 2_000_400]),
        ("1071101", [2_000_400]), ("99", []),
    ])
    func `finds an activity at any depth`(_ digits: String, _ expected: [UInt32]) async throws {
        let index = try await index()
        #expect(found(index) { $0.activities = [NaceCode(.nace2025, digits)].compactMap(\.self) } == expected)
        #expect(found(index) { $0.activities = [NaceCode(.nace2008, digits)].compactMap(\.self) } == [])
        #expect(
            found(index) {
                $0.kinds = [.enterprise]
                $0.activities = [NaceCode(.nace2025, digits)].compactMap(\.self)
            } == expected,
            "an enterprise has the activities of its establishments where it has none"
        )
    }

    @Test func `finds by region, province, municipality, circle and box`() async throws {
        let index = try await index()
        #expect(found(index) { $0.regions = [.flanders] } == [2_000_100, 2_000_300, 2_000_400, 2_000_600])
        #expect(found(index) { $0.regions = [.brussels, .wallonia] } == [2_000_200, 2_000_500])
        #expect(found(index) { $0.provinces = [.limburg] } == [2_000_600])
        #expect(found(index) { $0.municipalities = ["44021"] } == [2_000_100, 2_000_400])
        let ghent = try #require(try Gazetteer.load().place(of: PostalCode(stored: "9000"))).point
        #expect(found(index) { $0.circle = MapCircle(center: ghent, radius: 20_000) } == [2_000_100, 2_000_400])
        #expect(found(index) { $0.box = MapBox(ghent, ghent) } == [2_000_100])
        #expect(
            found(index) {
                $0.municipalities = ["44021"]; $0.name = "vermeulen"
            } == [2_000_100]
        )
    }

    @Test func `finds employers, schools, and what is in a set or not`() async throws {
        let index = try await index()
        #expect(found(index) { $0.isEmployer = true } == [2_000_600])
        #expect(found(index) { $0.isEmployer = false }.count == 5)
        #expect(found(index) { $0.isSchool = true } == [2_000_100])
        let recognised = NumberSet([20_000_100, 20_000_600].map(EntityNumber.init(stem:)))
        #expect(found(index) { $0.only = recognised } == [2_000_100, 2_000_600])
        #expect(found(index) { $0.except = recognised } == [2_000_200, 2_000_300, 2_000_400, 2_000_500])
        #expect(found(index) { $0.kinds = [.enterprise, .establishment] }.count == 12)
        #expect(found(index) { $0.kinds = [.branch] } == [])
    }

    @Test func `counts all and gives a page, sorted by name or by distance`() async throws {
        let index = try await index()
        let ghent = try #require(try Gazetteer.load().place(of: PostalCode(stored: "9000"))).point
        let all = index.search(RegisterFilter(), by: .distance(from: ghent), limit: 10)
        #expect(all.hits.map(\.number.stem).prefix(2) == [20_000_100, 20_000_400])
        #expect(all.hits.first?.distance == 0)
        #expect(all.hits.map { $0.distance ?? 0 } == all.hits.map { $0.distance ?? 0 }.sorted())
        let page = index.search(RegisterFilter(), by: .distance(from: ghent), skipping: 2, limit: 3)
        #expect(page.total == 6)
        #expect(page.hits == Array(all.hits[2..<5]))
        let byName = index.search(RegisterFilter(), by: .name).hits.map { $0.number.stem - 18_000_000 }
        #expect(byName == [2_000_100, 2_000_400, 2_000_200, 2_000_600, 2_000_300, 2_000_500])
        #expect(index.search(RegisterFilter(), skipping: 6).hits.isEmpty)
    }

    @Test func `counts by municipality and clusters on the map, whatever the zoom`() async throws {
        let index = try await index()
        #expect(index.countsByMunicipality(RegisterFilter())["44021"] == 2)
        let belgium = MapBox(MapPoint(x: 500_000, y: 500_000), MapPoint(x: 800_000, y: 800_000))
        for zoom in 0...19 {
            let clusters = index.clusters(RegisterFilter(), in: belgium, zoom: zoom)
            #expect(clusters.reduce(0) { $0 + $1.weight } == 6)
        }
        #expect(index.clusters(RegisterFilter(), in: belgium, zoom: 4).count < 4)
        #expect(index.clusters(RegisterFilter(), in: belgium, zoom: 16).count == 6)
    }

    @Test func `tells of a list what it shows`() async throws {
        let register = try TestRegister()
        try await register.load(`A Full`.bakery)
        let snapshot = try await register.snapshot()
        let summaries = try await snapshot.summaries(
            of: [20_000_003, 2_000_700, 2_000_999, 10_158_228].map(EntityNumber.init(stem:))
        )
        #expect(summaries.map(\.name) == ["'t Broodje", "\"BAKKERIJ ÉÉN, BV\"", "Verzonnen, Anna"])
        #expect(summaries.map(\.isNaturalPerson) == [false, false, true])
        #expect(summaries.first?.enterprise == EntityNumber(stem: 2_000_700))
        #expect(summaries.first?.mainActivity?.description == "2025:10711")
        #expect(summaries.first?.address?.line == "Nieuwstraat(BRU) 17-19 bus B12, 1000 Brussel")
    }
}
