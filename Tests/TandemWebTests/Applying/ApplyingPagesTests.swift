import HTTPTypes
import TandemActions
import TandemDomain
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `Every page of an applicant` {
    /// A register in which every page has something to show; what is recorded stays the same by a stopped clock.
    private struct World {
        let site: TestSite
        let full: Int64
        let half: Int64
        let mandated: Int64
        let incomplete: Identifier<RecognitionApplication>
        let submitted: Identifier<RecognitionApplication>
        let approved: Identifier<RecognitionApplication>
        let rejected: Identifier<RecognitionApplication>

        init() async throws {
            let past = try await TestSite(on: #require(Day(iso: "2022-03-10")))
            approved = try await past.approved()
            site = past.later(days: TestSite.today.days(since: past.site.today))
            _ = try await site.approved([TestSite.baker])
            incomplete = try await site.incomplete(at: site.places.terrace)
            rejected = try await site.rejected()
            submitted = try await site.submitted([TestSite.caterer])
            full = try await site.fullDraft([TestSite.caterer], at: site.places.terrace)
            half = try await site.draft([TestSite.cook, TestSite.caterer], at: site.places.terrace)
            try await site.addMentor(
                to: .bundle(half),
                firstName: "Lotte",
                lastName: "Vandamme",
                bornOn: #require(Day(iso: "2002-05-05")),
                extractAge: 500,
                years: 2
            )
            try await site.mandate()
            mandated = try await site.draft([TestSite.cook, TestSite.caterer], by: .counsellor)
            try await site.addMentor(to: .bundle(mandated), by: .counsellor)
        }

        var pages: [(name: String, persona: Persona, url: String)] {
            placesAndMandates
                + [
                    ("draft-establishment", .representative, "/aanvragen/\(half)/vestiging"),
                    ("draft-trainings", .representative, "/aanvragen/\(half)/opleidingen"),
                    ("draft-documents", .representative, "/aanvragen/\(full)/documenten"),
                    ("draft-mentors", .representative, "/aanvragen/\(half)/mentoren"),
                    ("draft-mentor-new", .representative, "/aanvragen/\(half)/nieuwe-mentor"),
                    ("draft-declaration", .representative, "/aanvragen/\(half)/verklaring"),
                    ("draft-declaration-mandated", .counsellor, "/aanvragen/\(mandated)/verklaring"),
                    ("draft-overview-lacks", .representative, "/aanvragen/\(half)/overzicht"),
                    ("draft-overview", .representative, "/aanvragen/\(full)/overzicht"),
                    ("draft-removal", .representative, "/aanvragen/\(full)/verwijdering"),
                    ("file-submitted", .representative, "/aanvragen/dossier/\(submitted)"),
                    ("file-incomplete", .representative, "/aanvragen/dossier/\(incomplete)"),
                    ("file-documents", .representative, "/aanvragen/dossier/\(incomplete)/documenten"),
                    ("file-cancellation", .representative, "/aanvragen/dossier/\(submitted)/annulering"),
                    ("file-declaration-text", .counsellor, "/aanvragen/dossier/\(incomplete)/verklaringstekst"),
                    ("file-approved", .employee, "/aanvragen/dossier/\(approved)"),
                    ("file-rejected", .representative, "/aanvragen/dossier/\(rejected)"),
                ]
        }

        private var placesAndMandates: [(name: String, persona: Persona, url: String)] {
            let (restaurant, bakery) = (site.places.restaurant, site.places.bakery)
            let (known, other) = (TestSite.companyNumber(1).digits, TestSite.companyNumber(2).digits)
            let unknown = TestSite.companyNumber(99).digits
            return [
                ("home", .counsellor, "/"), ("home-empty", .otherCounsellor, "/"),
                ("home-nothing-found", .counsellor, "/?zoek=zzz"),
                ("company", .representative, "/ondernemingen/\(restaurant)"),
                ("company-without", .otherRepresentative, "/ondernemingen/\(bakery)"),
                ("company-details", .representative, "/ondernemingen/\(restaurant)/gegevens"),
                ("company-search", .counsellor, "/ondernemingen/zoeken"),
                ("company-search-mandated", .counsellor, "/ondernemingen/zoeken?nummer=\(known)"),
                ("company-search-known", .counsellor, "/ondernemingen/zoeken?nummer=\(other)"),
                ("company-search-unknown", .counsellor, "/ondernemingen/zoeken?nummer=\(unknown)"),
                ("company-new", .counsellor, "/ondernemingen/nieuw?nummer=\(unknown)"),
                ("mandates-given", .representative, "/machtigingen"),
                ("mandates-held", .counsellor, "/machtigingen"),
                ("mandates-none", .otherCounsellor, "/machtigingen"),
                ("mandate-new", .representative, "/ondernemingen/\(restaurant)/machtiging"),
                ("mandate-new-held", .otherCounsellor, "/ondernemingen/\(restaurant)/machtiging"),
                ("mandate-text", .representative, "/ondernemingen/\(restaurant)/machtigingstekst"),
                ("mandate-revocation", .counsellor, "/machtigingen/1/intrekking"),
            ]
        }
    }

    @Test
    func `looks as recorded`() async throws {
        let world = try await World()
        for (name, persona, url) in world.pages {
            try await world.site.visit(as: persona) { visit in
                let answer = try await visit.get(url)
                #expect(answer.status == .ok, "\(name)")
                #expect(!answer.html.contains("⟦"), "\(name)")
                try expectSnapshot(answer.html, named: "applying-\(name).html")
            }
        }
    }

    /// A page shows nothing to a stranger, to another company, or to a counsellor without a mandate.
    @Test
    func `is closed to who has no right to it`() async throws {
        let world = try await World()
        let personal = world.pages.filter { $0.url.contains("aanvragen") || $0.url.contains("/1/gegevens") }
        for persona in [nil, Persona.otherRepresentative, .otherCounsellor, .workplaceCounsellor, .otherHandler] {
            try await world.site.visit(as: persona) { visit in
                for page in personal {
                    let answer = try await visit.get(page.url)
                    #expect(answer.status == (persona == nil ? .unauthorized : .forbidden), "\(page.name)")
                    #expect(!answer.html.contains("Brasserie"), "\(page.name)")
                }
            }
        }
    }

    @Test(arguments: [
        "/ondernemingen/999", "/ondernemingen/x", "/aanvragen/999/overzicht", "/aanvragen/dossier/999",
        "/aanvragen/dossier/999/documenten", "/machtigingen/999/intrekking", "/aanvragen/x/mentoren",
    ])
    func `that does not exist is not found`(_ url: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: .representative) { visit in
            let answer = try await visit.get(url)
            #expect(answer.status == .notFound)
        }
    }
}

@Suite
struct `The first page` {
    @Test(
        arguments: [
            (nil, "/aanmelden"), (.representative, "/ondernemingen/1"), (.employee, "/ondernemingen/1"),
            (.handler, "/werkbak"), (.department, "/werkbak"), (.voter, "/werkbak"), (.auditor, "/werkbak"),
            (.secretary, "/werkbak"),
        ] as [(Persona?, String)]
    )
    func `leads each role to its own`(_ persona: Persona?, _ place: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/")
            #expect(answer.status == .seeOther)
            #expect(answer.location == place)
        }
    }
}
