import HTTPTypes
import TandemActions
import TandemDomain
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The page of a prospect` {
    private static func contact(_ version: Int, _ answer: String, _ more: [(String, String)] = []) -> [(String, String)]
    {
        [
            ("version", "\(version)"), ("contact-on", "23/11/2026"), ("contact-kind", "telephone"),
            ("contact-answer", answer), ("contact-text", "Mevrouw gesproken"),
        ] + more
    }

    @Test
    func `shows the company, the reasons and what one can do`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let html = try await visit.get("/radar/prospecten/\(id)").html
            #expect(!html.contains("⟦"))
            #expect(html.contains("href=\"tel:09000001\"") && html.contains("hoofdactiviteit 43.211 past"))
            try expectSnapshot(html, named: "radar-prospect.html")
        }
    }

    @Test
    func `shows neither telephone nor e-mail of a natural person`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.person)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let html = try await visit.get("/radar/prospecten/\(id)").html
            #expect(html.contains("Jan Peeters") && !html.contains("tel:"))
            #expect(html.contains("Van natuurlijke personen tonen we geen telefoon of e-mail."))
            let list = try await visit.get("/radar/prospectie").html
            #expect(!list.contains("tel:"))
        }
    }

    @Test
    func `records a contact, and what it led to`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let fields = Self.contact(1, "interested", [("contact-step", "Bezoek"), ("contact-next", "30/11/2026")])
            let answer = try await visit.post("/radar/prospecten/\(id)/contact", fields)
            #expect(answer.status == .seeOther && answer.location == "/radar/prospecten/\(id)")
            let html = try await visit.get("/radar/prospecten/\(id)").html
            #expect(html.contains("Mevrouw gesproken") && html.contains("Bezoek"))
            try expectSnapshot(html, named: "radar-prospect-interested.html")
        }
        #expect(try await prospecting.prospect(id).state == .interested)
    }

    @Test(arguments: [
        ("contact", [("contact-on", ""), ("contact-kind", "telephone"), ("contact-answer", "spoken")], "contact-on"),
        ("contact", [("contact-on", "23/11/2026"), ("contact-answer", "spoken")], "contact-kind"),
        ("contact", [("contact-on", "23/11/2026"), ("contact-kind", "visit")], "contact-answer"),
        (
            "contact",
            [("contact-on", "23/11/2026"), ("contact-kind", "visit"), ("contact-answer", "refused")], "contact-ground"
        ),
        (
            "contact", [("contact-on", "23/11/2026"), ("contact-kind", "visit"), ("contact-answer", "later")],
            "contact-later"
        ),
        (
            "contact", [("contact-on", "24/11/2026"), ("contact-kind", "visit"), ("contact-answer", "spoken")],
            "contact-on"
        ),
        ("later", [("later-later", "23/11/2026")], "later-later"), ("later", [("later-later", "")], "later-later"),
        ("niet-geinteresseerd", [("refusal-ground", "")], "refusal-ground"),
        ("niet-bellen", [("do-not-call-text", "")], "do-not-call-text"),
        ("toewijzing", [("assignment-to", "")], "assignment-to"),
    ])
    func `says beside the field what lacks, and keeps what was typed`(
        _ form: String,
        _ fields: [(String, String)],
        _ field: String
    ) async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        let typed = [("version", "1"), ("contact-text", "Een lange nota"), ("later-step", "Een lange nota")]
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let answer = try await visit.post("/radar/prospecten/\(id)/\(form)", fields + typed)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("href=\"#\(field)\""))
            if form == "contact" || form == "later" { #expect(answer.html.contains("Een lange nota")) }
        }
        #expect(try await prospecting.prospect(id).version == 1)
    }

    @Test
    func `loses nothing that was typed where somebody was first`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            _ = try await visit.post("/radar/prospecten/\(id)/contact", Self.contact(1, "spoken"))
            let fields = Self.contact(1, "interested").map { $0.0 == "contact-text" ? ($0.0, "Tweede nota") : $0 }
            let answer = try await visit.post("/radar/prospecten/\(id)/contact", fields)
            #expect(answer.status == .conflict && answer.html.contains("Tweede nota"))
            #expect(answer.html.contains("name=\"version\" value=\"2\""))
        }
        #expect(try await prospecting.prospect(id).state == .contacted)
    }

    @Test
    func `tells another organisation who has it, and nothing else (R72)`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            _ = try await visit.post("/radar/prospecten/\(id)/contact", Self.contact(1, "spoken"))
        }
        for persona in [Persona.otherCounsellor, .department, .auditor] {
            try await prospecting.site.visit(as: persona) { visit async throws in
                let html = try await visit.get("/radar/prospecten/\(id)").html
                #expect(html.contains("Bij Tine Maes van") && html.contains("van een andere organisatie"))
                #expect(!html.contains("Mevrouw gesproken") && !html.contains("tel:"))
                let lists = try await visit.get("/radar/prospectie?wie=alle").html
                #expect(!lists.contains("Elektro De Vonk"))
                let answer = try await visit.post("/radar/prospecten/\(id)/contact", Self.contact(2, "spoken"))
                #expect(answer.status == .forbidden)
            }
        }
        try await prospecting.site.visit(as: .voter) { visit async throws in
            #expect(try await visit.get("/radar/prospecten/\(id)").status == .forbidden)
        }
    }

    @Test
    func `gives it free, lets another take it, and takes it up again after a no`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let answer = try await visit.post("/radar/prospecten/\(id)/vrijgave", [("version", "1")])
            #expect(answer.status == .seeOther)
        }
        try await prospecting.site.visit(as: .otherCounsellor) { visit async throws in
            #expect(try await visit.get("/radar/prospecten/\(id)").html.contains("Neem op"))
            #expect(try await visit.post("/radar/prospecten/\(id)/opname").status == .seeOther)
            let fields = [("version", "3"), ("refusal-ground", "no_time")]
            #expect(try await visit.post("/radar/prospecten/\(id)/niet-geinteresseerd", fields).status == .seeOther)
            let closed = try await visit.get("/radar/prospecten/\(id)").html
            #expect(closed.contains("Geen tijd") && closed.contains("Neem opnieuw op"))
            #expect(try await visit.get("/radar/prospectie?stand=not_interested").html.contains("Geen tijd"))
            #expect(try await visit.post("/radar/prospecten/\(id)/heropening", [("version", "4")]).status == .seeOther)
        }
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            #expect(try await visit.post("/radar/prospecten/\(id)/opname").status == .conflict)
        }
        #expect(try await prospecting.site.findings().isEmpty)
    }

    @Test
    func `shows what came of it once the company applies`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.kitchen, by: .consultant)
        _ = try await prospecting.site.recognise()
        try await prospecting.site.visit(as: .consultant) { visit async throws in
            let html = try await visit.get("/radar/prospecten/\(id)").html
            #expect(html.contains("Wat ervan kwam") && html.contains("/erkenningen/1\""))
            try expectSnapshot(html, named: "radar-prospect-applied.html")
            let list = try await visit.get("/radar/prospectie?stand=applied").html
            #expect(list.contains("Goedgekeurd"))
            try expectSnapshot(list, named: "radar-call-list-applied.html")
        }
    }

    @Test
    func `lets a company be left alone, and be called again`() async throws {
        let prospecting = try await ProspectingSite()
        let id = try await prospecting.list(.near)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let fields = [
                ("version", "1"), ("do-not-call-text", "Vroeg het aan de telefoon"), ("do-not-call-scope", "company"),
            ]
            #expect(try await visit.post("/radar/prospecten/\(id)/niet-bellen", fields).status == .seeOther)
            let html = try await visit.get("/radar/prospecten/\(id)").html
            #expect(html.contains("Vroeg het aan de telefoon") && !html.contains("tel:"))
            #expect(!html.contains("Neem opnieuw op"))
            let lifted = try await visit.post("/radar/prospecten/\(id)/niet-bellen/1", [("version", "1")])
            #expect(lifted.status == .seeOther)
            #expect(try await visit.get("/radar/prospecten/\(id)").html.contains("Neem opnieuw op"))
        }
    }

    @Test
    func `is saved as a file without anything of natural persons`() async throws {
        let prospecting = try await ProspectingSite()
        _ = try await prospecting.list(.near)
        _ = try await prospecting.list(.person)
        try await prospecting.site.visit(as: .counsellor) { visit async throws in
            let answer = try await visit.get("/radar/prospectie/bellijst.csv")
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = answer.html.split(separator: "\r\n")
            #expect(lines.count == 3)
            #expect(answer.html.contains("Elektro De Vonk BV;Gent;09 000 00 1;"))
            #expect(!answer.html.contains("Jan Peeters") && !answer.html.contains("09 000 00 3"))
            #expect(answer.html.contains("Natuurlijke persoon"))
        }
    }

    @Test
    func `can be made from the page of an establishment`() async throws {
        let prospecting = try await ProspectingSite()
        let site = prospecting.site
        let (number, owner) = (EntityNumber(stem: 21_000_001), EntityNumber(stem: 4_100_001))
        let counsellor = try await site.actor(.counsellor)
        let voter = try await site.actor(.voter)
        #expect(try await ProspectHook.read(number, of: owner, for: voter, site.site) == nil)
        #expect(try await ProspectHook.read(owner, of: owner, for: counsellor, site.site) == nil)
        let free = try #require(try await ProspectHook.read(number, of: owner, for: counsellor, site.site))
        #expect(free.model.isShown("form") && !free.model.isShown("holder"))
        _ = try await prospecting.list(.near)
        let held = try #require(try await ProspectHook.read(number, of: owner, for: counsellor, site.site))
        #expect(!held.model.isShown("form") && held.model.isShown("holder") && held.model.isShown("url"))
    }

    @Test
    func `stands with its contacts on the page of its company and of its recognition`() async throws {
        let prospecting = try await ProspectingSite()
        let site = prospecting.site
        let id = try await prospecting.list(.kitchen, by: .consultant)
        let note = ContactNote(heldOn: site.site.today, kind: .visit, text: "Keuken bekeken")
        try await site.counter.recordContact(with: id, note, .interested, since: nil, by: site.actor(.consultant))
        _ = try await site.recognise()
        for persona in [Persona.consultant, .handler] {
            try await site.visit(as: persona) { visit async throws in
                #expect(try await visit.get("/erkenningen/1").html.contains("Keuken bekeken"), "\(persona)")
            }
        }
        for persona in [Persona.representative, .department] {
            try await site.visit(as: persona) { visit async throws in
                let page = try await visit.get("/erkenningen/1").html
                #expect(!page.contains("Keuken bekeken"), "\(persona)")
            }
        }
    }

    @Test
    func `asks as many questions for one prospect on a list as for many`() async throws {
        let prospecting = try await ProspectingSite()
        var counts: [Int] = []
        for place in [ProspectingSite.Place.near, .far, .person] {
            _ = try await prospecting.list(place)
            let counting = CountingDatabase(prospecting.site.database)
            try await prospecting.site.counted(by: counting).visit(as: .counsellor) { visit async throws in
                #expect(try await visit.get("/radar/prospectie").status == .ok)
            }
            counts.append(counting.count)
        }
        #expect(Set(counts).count == 1, "\(counts)")
    }
}

extension Model {
    /// Whether a section of this name is printed.
    fileprivate func isShown(_ name: String) -> Bool {
        guard case .object(let children) = self, let child = children[name] else { return false }
        return child != .nothing
    }
}
