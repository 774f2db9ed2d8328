import HTTPTypes
import Hummingbird
import TandemActions
import TandemDomain
import TandemStore
import Testing

@testable import TandemWeb

@Suite
struct `An application` {
    @Test
    func `goes from the first page to the day the law decides`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .representative) { visit in
            let bundle = try await visit.startDraft(for: site.places.restaurant)
            try await visit.choose(site.places.kitchen, [TestSite.cook], in: bundle)
            var overview = try await visit.get("/aanvragen/\(bundle)/overzicht")
            #expect(overview.html.contains("3 dingen ontbreken nog"))
            #expect(!overview.html.contains("Aanvraag indienen"))
            let attest = ("document-social_security_attest", TestSite.pdf)
            #expect(
                try await visit.post("/aanvragen/\(bundle)/documenten", files: [attest]).location
                    == "/aanvragen/\(bundle)/mentoren"
            )
            try await visit.addMentor(in: "/aanvragen/\(bundle)")
            #expect(
                try await visit.post("/aanvragen/\(bundle)/mentoren").location == "/aanvragen/\(bundle)/verklaring"
            )
            #expect(
                try await visit.post("/aanvragen/\(bundle)/verklaring", [("declares", "yes")]).location
                    == "/aanvragen/\(bundle)/overzicht"
            )
            overview = try await visit.get("/aanvragen/\(bundle)/overzicht")
            #expect(overview.html.contains("uiterlijk op maandag 7 december 2026"))
            #expect(overview.html.contains("vanzelf goedgekeurd op 8 december 2026"))
            let file = try #require(try await visit.post("/aanvragen/\(bundle)/indiening").location)
            let page = try await visit.get(file)
            #expect(page.html.contains("Horeca is aan zet"))
            #expect(page.html.contains("8 december 2026"))
            #expect(!page.html.contains("⟦"))
        }
    }
}

extension Visit {
    /// Begins a draft and gives its number.
    func startDraft(for company: Identifier<Company>) async throws -> String {
        let answer = try await post("/ondernemingen/\(company)/aanvraag")
        #expect(answer.status == .seeOther)
        let location = try #require(answer.location)
        return try #require(location.split(separator: "/").dropFirst().first).description
    }

    func choose(_ place: Identifier<Establishment>, _ trainings: [TrainingCode], in bundle: String) async throws {
        #expect(
            try await post("/aanvragen/\(bundle)/vestiging", [("establishment", "\(place)")]).location
                == "/aanvragen/\(bundle)/opleidingen"
        )
        let codes = trainings.map { ("trainings", $0.rawValue) }
        #expect(
            try await post("/aanvragen/\(bundle)/opleidingen", codes).location == "/aanvragen/\(bundle)/documenten"
        )
    }

    /// Adds a mentor who meets every condition.
    func addMentor(in form: String, serial: Int = 1, lastName: String = "Peeters") async throws {
        let number = TestSite.nationalNumber(bornOn: Day(number: 3500), serial: serial)
        let answer = try await post(
            "\(form)/nieuwe-mentor",
            [
                ("number", number.formatted), ("firstName", "Jan"), ("lastName", lastName), ("years", "12"),
                ("issued", "01/10/2026"),
            ],
            files: [("extract", TestSite.pdf)]
        )
        #expect(answer.location == "\(form)/mentoren")
    }
}
