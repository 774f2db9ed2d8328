import Foundation
import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The page of candidates` {
    private static let url = "/radar/prospectie/kandidaten?\(ProspectingSite.search)"

    @Test
    func `ranks who does the work nearby, with every reason and its points`() async throws {
        let prospecting = try await ProspectingSite()
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let html = try await visit.get(Self.url).html
            #expect(!html.contains("⟦"))
            try expectSnapshot(html, named: "radar-candidates.html")
            let order = ["Elektro De Vonk BV", "Jan Peeters", "Kabelwerken Noord NV"]
            let places = order.map { html.range(of: $0)?.lowerBound }
            #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(!html.contains("Schilder Kleur") && !html.contains("Elektro Oostende"))
            #expect(html.contains("+40") && html.contains("werkgever"))
        }
    }

    @Test
    func `finds a municipality of two words as a browser sends it`() async throws {
        let prospecting = try await ProspectingSite()
        try await prospecting.site.visit(as: .consultant) { visit async throws in
            let page = try await visit.get("/radar/prospectie/kandidaten?opleiding=1734&plaats=De+Haan&straal=20")
            #expect(page.html.contains("value=\"De Haan\""))
            #expect(page.status == .ok)
        }
    }

    @Test
    func `widens and narrows as asked`() async throws {
        let prospecting = try await ProspectingSite()
        try await prospecting.site.visit(as: .consultant) { visit async throws in
            let employers = try await visit.get(Self.url + "&werkgevers=yes").html
            #expect(employers.contains("Elektro De Vonk BV") && !employers.contains("Kabelwerken Noord NV"))
            let wide = try await visit.get(Self.url.replacing("straal=20", with: "straal=60")).html
            #expect(wide.contains("Elektro Oostende BV"))
        }
    }

    @Test
    func `shows no telephone and no e-mail of anybody`() async throws {
        let prospecting = try await ProspectingSite()
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let page = try await visit.get(Self.url).html
            #expect(!page.contains("09 000 00"))
        }
    }

    @Test(arguments: [
        ("opleiding=1096&school=", "Kies een school, of vul een gemeente of postcode in."),
        ("opleiding=1096&plaats=Nergenshuizen", "Deze gemeente of postcode kennen we niet."),
        ("opleiding=0&plaats=9000", "Kies een opleiding uit de lijst."),
    ])
    func `says what lacks`(_ query: String, _ text: String) async throws {
        let prospecting = try await ProspectingSite()
        try await prospecting.site.visit(as: .consultant) { visit async throws in
            let answer = try await visit.get("/radar/prospectie/kandidaten?\(query)")
            #expect(answer.status == .unprocessableContent && answer.html.contains(text))
        }
    }

    @Test
    func `begins with the school of who asks, and says where there is no register`() async throws {
        let prospecting = try await ProspectingSite()
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let html = try await visit.get("/radar/prospectie/kandidaten").html
            #expect(html.contains("value=\"OV0001\" selected"))
        }
        try await TestSite().visit(as: .counsellor) { visit async throws in
            let html = try await visit.get("/radar/prospectie/kandidaten").html
            #expect(html.contains("Er is nog geen ondernemingsregister"))
            try expectSnapshot(html, named: "radar-candidates-without-register.html")
        }
    }

    @Test
    func `puts those that were ticked on a list, also several at once`() async throws {
        let prospecting = try await ProspectingSite()
        let account = try #require(try await prospecting.site.actor(.counsellor).account)
        let near = ProspectingSite.Place.near.number.digits
        let far = ProspectingSite.Place.far.number.digits
        let fields = [("opleiding", "1096"), ("plaats", "9000"), ("straal", "20"), ("voor", "\(account)")]
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let answer = try await visit.post(
                "/radar/prospectie/kandidaten",
                fields + [("kandidaat", near), ("kandidaat", far), ("lijst", "Voorjaar")]
            )
            #expect(answer.status == .seeOther && answer.location == "/radar/prospectie")
            let list = try await visit.get("/radar/prospectie").html
            #expect(list.contains("Elektro De Vonk BV") && list.contains("Kabelwerken Noord NV"))
            #expect(list.contains("Voorjaar") && list.contains("href=\"tel:09000001\""))
            let again = try await visit.get(Self.url).html
            #expect(again.contains("Bij Tine Maes van") && !again.contains("value=\"\(near)\""))
        }
        #expect(try await prospecting.site.findings().isEmpty)
    }

    @Test
    func `tells who came second who has it`() async throws {
        let prospecting = try await ProspectingSite()
        _ = try await prospecting.list(.near)
        let number = ProspectingSite.Place.near.number.digits
        let fields = [("opleiding", "1096"), ("plaats", "9000"), ("kandidaat", number), ("voor", "")]
        try await prospecting.site.visit(as: .otherCounsellor) { visit async throws in
            let answer = try await visit.post("/radar/prospectie/kandidaten", fields)
            #expect(answer.status == .conflict)
            #expect(answer.html.contains("Tine Maes werkt al met deze vestiging"))
            let none = try await visit.post("/radar/prospectie/kandidaten", Array(fields.prefix(2)))
            #expect(none.status == .unprocessableContent)
        }
    }

    @Test
    func `greys who asked not to be called, with the reason, and lets nobody tick it`() async throws {
        let prospecting = try await ProspectingSite()
        let candidate = try await prospecting.candidate(.far)
        let consultant = try await prospecting.site.actor(.consultant)
        try await prospecting.site.counter.doNotCall(
            .company(candidate.enterprise),
            reason: "Vroeg het per brief",
            by: consultant
        )
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let html = try await visit.get(Self.url).html
            #expect(html.contains("class=\"muted\"") && html.contains("Vroeg het per brief"))
            #expect(!html.contains("value=\"\(candidate.establishment.digits)\""))
        }
    }

    @Test(arguments: Persona.allCases)
    func `is for who may look, and lists for who may call`(_ persona: Persona) async throws {
        let prospecting = try await ProspectingSite()
        let callers: Set<Persona> = [
            .counsellor, .otherCounsellor, .consultant, .workplaceCounsellor, .handler, .otherHandler, .department,
        ]
        let looks = callers.contains(persona) || persona == .auditor
        let fields = [
            ("opleiding", "1096"), ("plaats", "9000"), ("kandidaat", ProspectingSite.Place.near.number.digits),
            ("voor", ""),
        ]
        try await prospecting.site.visit(as: persona) { visit async throws in
            for url in [Self.url, "/radar/prospectie"] {
                #expect(try await visit.get(url).status == (looks ? .ok : .forbidden), "\(persona) \(url)")
            }
            let posted = try await visit.post("/radar/prospectie/kandidaten", fields)
            #expect(posted.status == (callers.contains(persona) ? .seeOther : .forbidden), "\(persona)")
            let file = try await visit.get("/radar/prospectie/bellijst.csv?wie=alle")
            #expect(file.status == (callers.contains(persona) ? .ok : .forbidden), "\(persona)")
        }
    }

    @Test
    func `asks the counter as many questions for one candidate as for many`() async throws {
        let prospecting = try await ProspectingSite()
        var counts: [Int] = []
        for radius in [1, 20, 100] {
            let counting = CountingDatabase(prospecting.site.database)
            try await prospecting.site.counted(by: counting).visit(as: .counsellor) { visit async throws in
                let url = Self.url.replacing("straal=20", with: "straal=\(radius)")
                #expect(try await visit.get(url).status == .ok)
            }
            counts.append(counting.count)
        }
        #expect(Set(counts).count == 1, "\(counts)")
    }
}
