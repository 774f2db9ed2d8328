import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import Testing

@testable import TandemWeb

@Suite
struct `A counsellor` {
    @Test
    func `brings a company that nobody knew to an application`() async throws {
        let site = try await TestSite()
        let number = TestSite.companyNumber(77)
        try await site.visit(as: .counsellor) { visit in
            let found = try await visit.get("/ondernemingen/zoeken?nummer=\(number.digits)")
            #expect(found.html.contains("staat nog niet in Tandem"))
            let added = try await visit.post(
                "/ondernemingen/nieuw",
                [
                    ("nummer", number.formatted), ("name", "Frituur Nele"), ("street", "Kaai 1"),
                    ("postalCode", "9000"), ("committee", "302"), ("employees", "0"),
                ]
            )
            let mandate = try #require(added.location)
            #expect(mandate.hasSuffix("/machtiging"))
            let registered = try await visit.post(mandate, [("from", "23/11/2026")], files: [("file", TestSite.pdf)])
            let company = try #require(registered.location)
            let started = try await visit.post("\(company)/aanvraag")
            let place = try #require(started.location)
            let chosen = try await visit.post(
                place,
                [
                    ("number", TestSite.establishmentNumber(50).formatted), ("name", "Frituur"),
                    ("street", "Kaai 1"), ("postalCode", "9000"),
                ]
            )
            #expect(chosen.location?.hasSuffix("/opleidingen") == true)
        }
    }

    @Test
    func `adds a signed declaration for each training`() async throws {
        let site = try await TestSite()
        try await site.mandate()
        let bundle = try await site.draft([TestSite.cook, TestSite.caterer], by: .counsellor)
        try await site.addMentor(to: .bundle(bundle), by: .counsellor)
        let files = try await site.database.read { try $0.applications(ofBundle: bundle) }.map(\.id)
        try await site.visit(as: .counsellor) { visit in
            let first = try #require(files.first)
            let half = try await visit.post(
                "/aanvragen/\(bundle)/verklaring",
                files: [("declaration-\(first)", TestSite.pdf)]
            )
            #expect(half.status == .unprocessableContent)
            #expect(half.html.contains("Voeg de ondertekende verklaring van deze opleiding toe."))
            let rest = files.dropFirst().map { ("declaration-\($0)", TestSite.pdf) }
            let whole = try await visit.post("/aanvragen/\(bundle)/verklaring", files: Array(rest))
            #expect(whole.location == "/aanvragen/\(bundle)/overzicht")
            let attest = ("document-social_security_attest", TestSite.pdf)
            _ = try await visit.post("/aanvragen/\(bundle)/documenten", files: [attest])
            let sent = try await visit.post("/aanvragen/\(bundle)/indiening")
            #expect(sent.location == "/ondernemingen/\(site.places.restaurant)")
        }
        let statuses = try await site.database.read { try $0.applications(ofBundle: bundle) }.map(\.status)
        #expect(statuses == [.submitted, .submitted])
    }

    @Test
    func `loses the way in when the mandate ends`() async throws {
        let site = try await TestSite()
        let mandate = try await site.mandate()
        let bundle = try await site.draft(by: .counsellor)
        try await site.visit(as: .representative) { visit in
            let asked = try await visit.get("/machtigingen/\(mandate)/intrekking")
            #expect(asked.html.contains("Duaalschool De Klimop Antwerpen"))
            let revoked = try await visit.post("/machtigingen/\(mandate)/intrekking")
            #expect(revoked.location == "/machtigingen")
        }
        try await site.visit(as: .counsellor) { visit in
            for url in ["/ondernemingen/1", "/aanvragen/\(bundle)/overzicht", "/machtigingen/\(mandate)/intrekking"] {
                let answer = try await visit.get(url)
                #expect(answer.status == .forbidden, "\(url)")
            }
        }
    }

    @Test
    func `registers for his own organisation only`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .counsellor) { visit in
            let answer = try await visit.post(
                "/ondernemingen/1/machtiging",
                [("from", "23/11/2026"), ("holder", "provider:OV0002")],
                files: [("file", TestSite.pdf)]
            )
            #expect(answer.status == .seeOther)
        }
        let holders = try await site.database.read { try $0.mandates(of: site.places.restaurant) }
            .map(\.mandate.holder)
        #expect(holders == [.provider(ProviderCode("OV0001"))])
    }
}

@Suite
struct `A file on its way` {
    @Test
    func `is completed and submitted again`() async throws {
        let site = try await TestSite()
        let file = try await site.incomplete()
        try await site.visit(as: .representative) { visit in
            let page = try await visit.get("/aanvragen/dossier/\(file)")
            #expect(page.html.contains("Voeg een foto van de keuken toe."))
            let photo = ("document-equipment_description", TestSite.pdf)
            let added = try await visit.post("/aanvragen/dossier/\(file)/documenten", files: [photo])
            #expect(added.location == "/aanvragen/dossier/\(file)/mentoren")
            let version = try await site.database.read { try $0.application(file)?.version } ?? 0
            let sent = try await visit.post("/aanvragen/dossier/\(file)/indiening", [("version", "\(version)")])
            #expect(sent.location == "/aanvragen/dossier/\(file)")
        }
        let status = try await site.database.read { try $0.application(file)?.status }
        #expect(status == .submitted)
    }

    @Test
    func `tells who handles it by role and never by name`() async throws {
        let site = try await TestSite()
        let files = [try await site.incomplete(at: site.places.terrace), try await site.approved()]
        try await site.visit(as: .representative) { visit in
            for file in files {
                let page = try await visit.get("/aanvragen/dossier/\(file)")
                #expect(page.html.contains("Behandelaar") && !page.html.contains("Hilde"))
            }
        }
    }

    @Test
    func `can be called off until it is decided`() async throws {
        let site = try await TestSite()
        let file = try await site.submitted()
        let decided = try await site.approved(at: site.places.terrace)
        try await site.visit(as: .representative) { visit in
            let version = try await site.database.read { try $0.application(file)?.version } ?? 0
            let answer = try await visit.post("/aanvragen/dossier/\(file)/annulering", [("version", "\(version)")])
            #expect(answer.location == "/aanvragen/dossier/\(file)")
            for over in [file, decided] {
                let page = try await visit.get("/aanvragen/dossier/\(over)")
                #expect(!page.html.contains("annulering"))
                let asked = try await visit.get("/aanvragen/dossier/\(over)/annulering")
                #expect(asked.status == .conflict)
            }
        }
    }

    @Test
    func `leads to a renewal with what is still valid`() async throws {
        let past = try await TestSite(on: #require(Day(iso: "2022-03-10")))
        _ = try await past.approved()
        let site = past.later(days: TestSite.today.days(since: past.site.today))
        try await site.visit(as: .representative) { visit in
            let started = try await visit.post("/erkenningen/1/hernieuwing")
            let documents = try #require(started.location)
            let mentors = try await visit.get(documents.replacing("documenten", with: "mentoren"))
            #expect(mentors.html.contains("Jan Peeters") && mentors.html.contains("Voeg het uittreksel"))
            let company = try await visit.get("/ondernemingen/1")
            #expect(company.html.contains("De hernieuwing is begonnen."))
        }
    }

    @Test
    func `keeps its papers when another training is chosen`() async throws {
        let site = try await TestSite()
        let bundle = try await site.fullDraft()
        try await site.visit(as: .representative) { visit in
            let chosen = try await visit.post(
                "/aanvragen/\(bundle)/opleidingen",
                [("trainings", TestSite.caterer.rawValue)]
            )
            #expect(chosen.status == .seeOther)
            let overview = try await visit.get("/aanvragen/\(bundle)/overzicht")
            #expect(overview.html.contains("attest RSZ.pdf") && overview.html.contains("Jan Peeters"))
        }
    }

    @Test
    func `offers a mentor of before again`() async throws {
        let site = try await TestSite()
        _ = try await site.submitted()
        let bundle = try await site.draft(at: site.places.terrace)
        try await site.visit(as: .representative) { visit in
            let offered = try await visit.get("/aanvragen/\(bundle)/mentoren")
            #expect(offered.html.contains("nog bruikbaar tot en met 4 oktober 2027"))
            let added = try await visit.post("/aanvragen/\(bundle)/bekende-mentoren/1")
            #expect(added.location == "/aanvragen/\(bundle)/mentoren")
            let page = try await visit.get("/aanvragen/\(bundle)/mentoren")
            #expect(page.html.contains("In orde") && !page.html.contains("Mentoren van vroeger"))
            let stranger = try await visit.post("/aanvragen/\(bundle)/bekende-mentoren/99")
            #expect(stranger.status == .notFound)
        }
    }

    @Test
    func `goes back to what lacks and is not submitted`() async throws {
        let site = try await TestSite()
        let bundle = try await site.draft()
        try await site.visit(as: .representative) { visit in
            let answer = try await visit.post("/aanvragen/\(bundle)/indiening")
            #expect(answer.location == "/aanvragen/\(bundle)/overzicht")
            let thrown = try await visit.post("/aanvragen/\(bundle)/verwijdering")
            #expect(thrown.location == "/ondernemingen/1")
            let company = try await visit.get("/ondernemingen/1")
            #expect(!company.html.contains("Werkversies"))
        }
    }
}
