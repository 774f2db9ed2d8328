import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The page of a file` {
    private static let young = TestSite.Proposed(
        firstName: "Lotte",
        lastName: "Peeters",
        bornOn: Day(iso: "2002-06-01") ?? TestSite.today,
        yearsOfPractice: 3,
        asks: [.age, .experience],
        serial: 2
    )

    @Test
    func `shows a new file to its handler`() async throws {
        let site = try await TestSite()
        let files = try await site.submit(mentors: [TestSite.Proposed(), Self.young])
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.get("/dossiers/\(files[0])")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "handling-file-submitted.html")
        }
    }

    @Test
    func `shows a file in handling with its findings`() async throws {
        let site = try await TestSite()
        let files = try await site.submit(
            [TestSite.building, TestSite.cook],
            mentors: [TestSite.Proposed(), Self.young]
        )
        try await site.takeUp(files)
        let url = "/dossiers/\(files[0])"
        try await site.visit(as: .voter) { visit async throws in
            let fields = [("vote-choice", "against"), ("vote-text", "De keuken is <b>te klein</b>.")]
            #expect(try await visit.post("\(url)/stem", fields).status == .seeOther)
        }
        try await site.visit(as: .otherHandler) { visit async throws in
            let fields = [("advice-choice", "reserved"), ("advice-text", "Let op de steigers.")]
            #expect(try await visit.post("\(url)/advies", fields).status == .seeOther)
        }
        try await site.visit(as: .handler) { visit async throws in
            let check = [
                ("check-choice", "physical_visit"), ("check-day", "20/11/2026"), ("check-scope", "establishment"),
            ]
            #expect(try await visit.post("\(url)/controles", check).location == "\(url)#controles")
            let html = try await visit.get(url).html
            #expect(!html.contains("⟦") && !html.contains("<b>te klein"))
            try expectSnapshot(html, named: "handling-file-in-process.html")
        }
    }

    @Test(arguments: [
        (Persona.voter, "voter"), (.otherHandler, "advising"), (.auditor, "auditor"), (.secretary, "secretary"),
    ])
    func `shows each role what it may see and do`(_ persona: Persona, _ name: String) async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.building])
        try await site.takeUp(files)
        try await site.visit(as: persona) { visit async throws in
            let answer = try await visit.get("/dossiers/\(files[0])")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            #expect(!answer.html.contains("80.04.12-001"), "the full number")
            #expect(!answer.html.contains("/beslissing") && !answer.html.contains("/wachtstand"))
            try expectSnapshot(answer.html, named: "handling-file-\(name).html")
        }
    }

    @Test(arguments: [Persona.representative, .counsellor, .consultant])
    func `leads applicants to their own page`(_ persona: Persona) async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: persona) { visit async throws in
            #expect(try await visit.get("/dossiers/\(files[0])").location == "/aanvragen/dossier/\(files[0])")
        }
    }

    @Test(arguments: [
        (Persona?.none, "1", 401), (.otherHandler, "1", 403), (.handler, "99", 404), (.handler, "x", 404),
        (.handler, "-1", 404),
    ])
    func `opens for nobody else`(_ persona: Persona?, _ id: String, _ status: Int) async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: persona) { visit async throws in
            #expect(try await visit.get("/dossiers/\(id)").status.code == status)
        }
    }

    @Test
    func `hides drafts from who handles`() async throws {
        let site = try await TestSite()
        let applicant = try await site.actor(.representative)
        let bundle = try await site.counter.startBundle(for: site.places.restaurant, by: applicant)
        try await site.counter.chooseEstablishment(site.places.kitchen, forBundle: bundle, by: applicant)
        try await site.counter.chooseTrainings([TestSite.cook], forBundle: bundle, by: applicant)
        let draft = try #require(try await site.database.read { try $0.applications(ofBundle: bundle) }.first)
        try await site.visit(as: .handler) { visit async throws in
            #expect(try await visit.get("/dossiers/\(draft.id)").status == .notFound)
            #expect(try await visit.post("/dossiers/\(draft.id)/behandeling", [("version", "1")]).status == .notFound)
        }
    }

    @Test
    func `has no acts once the law decides`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        try await site.later(days: 15).visit(as: .handler) { visit async throws in
            let html = try await visit.get("/dossiers/\(files[0])").html
            #expect(html.contains("De termijn is voorbij"))
            #expect(!html.contains("/wachtstand") && !html.contains("/beslissing") && !html.contains("/beoordeling"))
        }
    }

    @Test
    func `reads the register as often for a long file as for a short one`() async throws {
        let site = try await TestSite()
        let short = try await site.submit()
        let actor = try await site.actor(.handler)
        let few = try await site.statements { _ = try $0.dossier(short[0], for: actor, on: TestSite.today) }
        let long = try await site.submit(
            [TestSite.building],
            mentors: [TestSite.Proposed(), Self.young]
        )
        let many = try await site.statements { _ = try $0.dossier(long[0], for: actor, on: TestSite.today) }
        #expect(few == many)
    }
}

@Suite
struct `The acts on a file` {
    private static let version = ("version", "3")

    @Test
    func `take a file up`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/behandeling", [Self.version])
            #expect(answer.location == "/dossiers/\(files[0])#termijn")
        }
        let file = try #require(try await site.record(files[0]))
        #expect(file.status == .inProcess)
        #expect(file.handler == (try await site.actor(.handler)).account)
    }

    @Test(arguments: [
        ("onvolledigheid", "incomplete-text", ApplicationStatus.incomplete), ("wachtstand", "hold-text", .onHold),
    ])
    func `send back and hold with a reason`(_ act: String, _ field: String, _ status: ApplicationStatus) async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        let url = "/dossiers/\(files[0])"
        try await site.visit(as: .handler) { visit async throws in
            let refused = try await visit.post("\(url)/\(act)", [("version", "4"), (field, "  ")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains("id=\"\(field)-error\""))
            let done = try await visit.post("\(url)/\(act)", [("version", "4"), (field, "Het attest ontbreekt.")])
            #expect(done.status == .seeOther)
        }
        #expect(try await site.record(files[0])?.status == status)
    }

    @Test
    func `resume, assign and let go`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        let handler = try await site.actor(.handler)
        try await site.takeUp(files)
        try await site.counter.hold(files[0], reason: "Verbouwing", since: nil, by: handler)
        let url = "/dossiers/\(files[0])"
        try await site.visit(as: .handler) { visit async throws in
            #expect(try await visit.post("\(url)/hervatting", [("version", "5")]).status == .seeOther)
            #expect(try await visit.post("\(url)/behandelaar", [("version", "6")]).status == .seeOther)
            let stranger = [("version", "7"), ("assign-choice", "9999")]
            #expect(try await visit.post("\(url)/behandelaar", stranger).status == .notFound)
        }
        let file = try #require(try await site.record(files[0]))
        #expect(file.status == .inProcess && file.handler == nil)
    }

    @Test
    func `judge a mentor, and say what keeps him out`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        let designation = try #require(try await site.database.read { try $0.designations(of: files[0]) }.first)
        let name = "judgement-\(designation.id)"
        let url = "/dossiers/\(files[0])/mentoren/\(designation.id)/beoordeling"
        try await site.visit(as: .handler) { visit async throws in
            let unseen = [("version", "1"), ("\(name)-extract", "unseen"), ("\(name)-choice", "accepted")]
            let refused = try await visit.post(url, unseen)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains("Bekijk eerst het uittreksel"))
            try expectSnapshot(refused.html, named: "handling-file-refused.html")
            let silent = [("version", "1"), ("\(name)-extract", "blank"), ("\(name)-choice", "refused")]
            #expect(try await visit.post(url, silent).html.contains("id=\"\(name)-text-error\""))
            let blank = [("version", "1"), ("\(name)-extract", "blank"), ("\(name)-choice", "accepted")]
            #expect(try await visit.post(url, blank).location == "/dossiers/\(files[0])#mentoren")
        }
        let judged = try await site.database.read { try $0.designation(designation.id) }
        #expect(judged?.judgement == .accepted)
    }

    @Test
    func `keep what was typed where a form is refused`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: .handler) { visit async throws in
            let typed = [
                ("check-choice", "telephone"), ("check-day", "31/02/2026"), ("check-scope", "file"),
                ("check-text", "<script>alert(1)</script> gebeld"),
            ]
            let refused = try await visit.post("/dossiers/\(files[0])/controles", typed)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains("31/02/2026") && refused.html.contains("alert(1)&lt;/script&gt; gebeld"))
            #expect(!refused.html.contains("<script>alert"))
            let tomorrow = [("check-choice", "telephone"), ("check-day", "24/11/2026"), ("check-scope", "file")]
            #expect(
                try await visit.post("/dossiers/\(files[0])/controles", tomorrow).html.contains("ligt in de toekomst")
            )
        }
    }

    @Test
    func `say who was first`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        try await site.visit(as: .handler) { visit async throws in
            let stale = [("version", "3"), ("hold-text", "Wij wachten op <i>de bouw</i>.")]
            let answer = try await visit.post("/dossiers/\(files[0])/wachtstand", stale)
            #expect(answer.status == .conflict)
            #expect(answer.html.contains("Hilde Aerts was u voor"))
            #expect(answer.html.contains("Wij wachten op &lt;i&gt;de bouw&lt;/i&gt;."))
            try expectSnapshot(answer.html, named: "handling-conflict.html")
        }
        #expect(try await site.record(files[0])?.status == .inProcess)
    }

    @Test
    func `let the law go first`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        let late = site.later(days: 15)
        try await late.visit(as: .handler) { visit async throws in
            let answer = try await visit.post(
                "/dossiers/\(files[0])/wachtstand",
                [("version", "4"), ("hold-text", "Te laat")]
            )
            #expect(answer.status == .conflict)
            #expect(answer.html.contains("de wet heeft deze aanvraag goedgekeurd"))
        }
        #expect(try await site.record(files[0])?.decisionMode == .automatic)
    }

    @Test
    func `need the version that was seen`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/behandeling")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("Dit formulier is verouderd"))
        }
    }

    @Test(arguments: [
        (Persona.voter, "behandeling", 403), (.auditor, "behandeling", 403), (.secretary, "controles", 403),
        (.otherHandler, "behandeling", 403), (.department, "behandeling", 403), (.handler, "stem", 403),
        (.handler, "advies", 403), (.otherHandler, "advies", 403), (.representative, "wachtstand", 403),
        (.handler, "wachtstand", 409), (.handler, "hervatting", 409),
    ])
    func `are only for whom they are`(_ persona: Persona, _ act: String, _ status: Int) async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: persona) { visit async throws in
            let fields = [Self.version, ("hold-text", "Reden"), ("vote-choice", "favourable")]
            #expect(try await visit.post("/dossiers/\(files[0])/\(act)", fields).status.code == status)
        }
        #expect(try await site.record(files[0])?.version == 3)
    }

    @Test(arguments: ["behandeling", "onvolledigheid", "controles", "stem", "mentoren/1/beoordeling"])
    func `lead back to the file when their address is opened`(_ act: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit async throws in
            #expect(try await visit.get("/dossiers/1/\(act)").location == "/dossiers/1")
        }
    }
}
