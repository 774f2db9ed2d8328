import HTTPTypes
import TandemRegister
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The pages of the radar` {
    @Test
    func `look as recorded`() async throws {
        let (site, _) = try await RadarFixture.site()
        _ = try await site.recognise()
        let company = EntityNumber(stem: 4_000_010).digits
        let establishment = EntityNumber(stem: 20_000_001).digits
        let pages = [
            ("/radar?rond=9300&straal=20", "radar-search"), ("/radar?activiteit=2025:43211", "radar-search-activity"),
            ("/radar?gemeente=Sint-G&activiteit=zeppelins&opleiding=zz", "radar-search-refused"),
            ("/radar?gewest=wallonie&werkgever=nee", "radar-search-nothing"),
            ("/radar/ondernemingen/\(company)", "radar-company"),
            ("/radar/ondernemingen/\(establishment)", "radar-establishment"),
        ]
        try await site.visit(as: .handler) { visit in
            for (url, name) in pages {
                let page = try await visit.get(url).html
                #expect(!page.contains("⟦"), "\(url)")
                try expectSnapshot(page, named: "\(name).html")
            }
            let saved = try await visit.post("/radar/bewaard", [("naam", "Linde"), ("vraag", "zoek=linde")])
            let page = try await visit.get(try #require(saved.location)).html
            try expectSnapshot(page, named: "radar-saved-search.html")
            try expectSnapshot(try await visit.get("/radar").html, named: "radar-start.html")
        }
    }

    @Test
    func `say where a register comes from`() async throws {
        try await TestSite().visit(as: .handler) { visit in
            let page = try await visit.get("/radar").html
            try expectSnapshot(page, named: "radar-no-companies.html")
        }
    }
}
