import TandemDomain
import TandemRegister
import TandemTestKit
import Testing

@testable import TandemWeb

/// A handful of invented companies in Flanders, Brussels and Wallonia, two of which the counter knows as well.
enum RadarFixture {
    static func companies(adding more: [String: [String]] = [:], number: Int = 140) async throws -> TestRegister {
        let register = try TestRegister()
        try await register.load(extract(adding: more, number: number))
        return register
    }

    /// The test site beside these companies.
    static func site(adding more: [String: [String]] = [:]) async throws -> (TestSite, TestRegister) {
        let register = try await companies(adding: more)
        return (try await TestSite().beside(register), register)
    }

    static func extract(adding more: [String: [String]] = [:], number: Int = 140) -> TestExtract {
        var extract = TestExtract.full(number, rows.merging(more) { $0 + $1 })
        extract.files["code.csv", default: []] += codes
        return extract
    }

    private static let codes = [
        #""Nace2008","43211","NL","Elektrotechnische installatie in gebouwen""#,
        #""Nace2025","56111","NL","Restaurants met volledige bediening""#,
        #""Nace2025","56","NL","Eet- en drinkgelegenheden""#,
        #""Nace2025","10712","NL","Ambachtelijke bakkerijen""#,
        #""JuridicalSituation","000","NL","Normale toestand""#,
    ]

    private static let rows = [
        "enterprise": [
            Rows.enterprise(4_000_001), Rows.enterprise(4_000_002), Rows.enterprise(4_000_010),
            Rows.enterprise(4_000_020, type: "1", form: ""),
        ],
        "establishment": [
            Rows.establishment(20_000_001, of: 4_000_001), Rows.establishment(20_000_002, of: 4_000_001),
            Rows.establishment(20_000_003, of: 4_000_002), Rows.establishment(20_000_010, of: 4_000_010),
            Rows.establishment(20_000_011, of: 4_000_010), Rows.establishment(20_000_020, of: 4_000_020),
        ],
        "denomination": [
            Rows.name(4_000_001, "Brasserie De Linde BV"), Rows.name(20_000_001, "De Linde keuken", type: "003"),
            Rows.name(20_000_002, "De Linde terras", type: "003"), Rows.name(4_000_002, "Bakkerij Wouters NV"),
            Rows.name(20_000_003, "Bakkerij Wouters", type: "003"), Rows.name(4_000_010, "Électro Dender BV"),
            Rows.name(20_000_010, "Électro Dender", type: "003"), Rows.name(20_000_011, "Électro Meuse", type: "003"),
            Rows.name(4_000_020, "Peeters Jan"), Rows.name(20_000_020, "Peeters elektriciteit", type: "003"),
        ],
        "address": [
            Rows.address(4_000_001, "9300", "Aalst", kind: "REGO"), Rows.address(20_000_001, "9300", "Aalst"),
            Rows.address(20_000_002, "9000", "Gent"), Rows.address(4_000_002, "3000", "Leuven", kind: "REGO"),
            Rows.address(20_000_003, "3000", "Leuven"), Rows.address(4_000_010, "9300", "Aalst", kind: "REGO"),
            Rows.address(20_000_010, "9300", "Aalst"), Rows.address(20_000_011, "4000", "Liège"),
            Rows.address(20_000_020, "1000", "Bruxelles"),
        ],
        "activity": [
            Rows.activity(20_000_001, "56111"), Rows.activity(20_000_002, "56111"),
            Rows.activity(20_000_003, "10712"), Rows.activity(4_000_010, "43211"),
            Rows.activity(20_000_010, "43211"), Rows.activity(20_000_010, "43211", group: "006"),
            Rows.activity(20_000_011, "43211"), Rows.activity(20_000_020, "43211", version: "2008"),
        ],
        "contact": [
            Rows.contact(4_000_010, "TEL", "053 00 00 10"), Rows.contact(4_000_020, "TEL", "02 000 00 20"),
        ],
    ]
}

extension Answer {
    /// The names in the table of what was found, in order.
    var found: [String] {
        html.matches(of: #/<td data-label="Naam"><span><a href="[^"]+">([^<]*)</a>/#).map { String($0.output.1) }
    }
}

extension Visit {
    /// Whether a page has this text.
    func shows(_ url: String, _ text: String) async throws -> Bool { try await get(url).html.contains(text) }
}
