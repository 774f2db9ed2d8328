import HTTPTypes
import TandemDomain
import TandemRegister
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The page of a company` {
    private func url(_ stem: UInt32) -> String { "/radar/ondernemingen/\(EntityNumber(stem: stem).digits)" }

    @Test
    func `shows what the register says of an enterprise and of an establishment`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .consultant) { visit in
            let enterprise = try await visit.get(url(4_000_010)).html
            for text in [
                "Électro Dender BV", "Besloten Vennootschap", "Normale toestand", "1 maart 2012", "053 00 00 10",
                "Elektrotechnische installatiewerken", "Hoofdactiviteit", "2 vestigingen", "Électro Meuse",
                "Kruispuntbank van Ondernemingen",
            ] {
                #expect(enterprise.contains(text), "\(text)")
            }
            let establishment = try await visit.get(url(20_000_010)).html
            for text in ["Électro Dender", url(4_000_010), "Stationsstraat 1, 9300 Aalst", "0,0\u{A0}km"] {
                #expect(establishment.contains(text), "\(text)")
            }
            #expect(try await visit.get("/radar/ondernemingen/0400000123").status == .notFound)
            #expect(try await visit.get("/radar/ondernemingen/niets").status == .notFound)
        }
    }

    @Test
    func `shows no contacts of natural persons`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            for stem: UInt32 in [4_000_020, 20_000_020] {
                let page = try await visit.get(url(stem)).html
                #expect(!page.contains("02 000 00 20"))
                #expect(page.contains("Van natuurlijke personen"))
            }
        }
    }

    @Test
    func `links what the counter knows for who may read it, and for no others`() async throws {
        let (site, _) = try await RadarFixture.site()
        let id = try await site.recognise()
        let link = "href=\"/erkenningen/\(id)\""
        for (persona, mayRead) in [
            (Persona.handler, true), (.otherHandler, false), (.auditor, true), (.counsellor, false),
        ] {
            try await site.visit(as: persona) { visit in
                for stem: UInt32 in [4_000_001, 20_000_001] {
                    let page = try await visit.get(url(stem)).html
                    #expect(page.contains(site.site.presenter.training(TestSite.cook)))
                    #expect(page.contains(link) == mayRead, "\(persona)")
                    #expect(page.contains("Dossiers die u mag inkijken") == mayRead, "\(persona)")
                }
                let other = try await visit.get(url(20_000_002)).html
                #expect(!other.contains(link))
            }
        }
    }
}
