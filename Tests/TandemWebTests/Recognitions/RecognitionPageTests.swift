import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The page of a recognition` {
    @Test(arguments: [Persona.handler, .representative])
    func `shows what its reader may know and do`(_ persona: Persona) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/erkenningen/\(id)")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            #expect(answer.html.contains("/opheffing\"") == (persona == .handler))
            try expectSnapshot(answer.html, named: "recognition-\(persona.rawValue).html")
        }
    }

    @Test(arguments: [
        (Persona.employee, HTTPStatusCode.ok), (.consultant, .ok), (.department, .ok), (.auditor, .ok),
        (.voter, .forbidden), (.otherHandler, .forbidden), (.otherRepresentative, .forbidden),
        (.counsellor, .forbidden),
    ])
    func `is for the company, its mandate holders, its sector and who oversees`(
        _ persona: Persona,
        _ status: HTTPStatusCode
    ) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/erkenningen/\(id)")
            #expect(answer.status.code == status.rawValue)
        }
    }

    @Test(arguments: ["", "/opheffing", "/uitsluiting", "/mentor"])
    func `asks a stranger to sign in`(_ form: String) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/erkenningen/\(id)\(form)")
            #expect(answer.status == .unauthorized)
        }
    }

    @Test
    func `keeps guidance that could not be recorded`() async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: .handler) { visit in
            let note = "<script>alert(1)</script> afspraken"
            let url = "/erkenningen/\(id)/begeleiding"
            let refused = try await visit.post(url, [("on", "24/11/2026"), ("note", note)])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains("&lt;script&gt;alert(1)") && !refused.html.contains("<script>alert"))
            let saved = try await visit.post(url, [("on", "20/11/2026"), ("note", note)])
            #expect(saved.location == "/erkenningen/\(id)")
            let page = try await visit.get("/erkenningen/\(id)").html
            #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
        }
        try await site.visit(as: .representative) { visit in
            let answer = try await visit.get("/erkenningen/\(id)")
            #expect(!answer.html.contains("afspraken"))
        }
    }
}

@Suite
struct `Withdrawing a recognition` {
    private func fields(_ ground: String, version: Int) -> [(String, String)] {
        [("ground", ground), ("motivation", "Geen toezicht."), ("version", "\(version)")]
    }

    @Test
    func `needs guidance first`() async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        let version = try await site.recognition(id).version
        try await site.visit(as: .handler) { visit in
            let url = "/erkenningen/\(id)/opheffing"
            try expectSnapshot(try await visit.get(url).html, named: "recognition-withdrawal.html")
            let refused = try await visit.post(url, fields("guidance", version: version))
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains("Registreer eerst de begeleiding") && refused.html.contains("Geen toezicht."))
            try await site.counter.recordGuidance(
                of: id,
                on: site.site.today,
                note: "Besproken.",
                by: site.actor(.handler)
            )
            let done = try await visit.post(url, fields("guidance", version: version))
            #expect(done.location == "/erkenningen/\(id)")
            try expectSnapshot(try await visit.get("/erkenningen/\(id)").html, named: "recognition-withdrawn.html")
            #expect(try await visit.get(url).status == .conflict)
        }
        #expect(try await site.recognition(id).endKind == .afterGuidance)
    }

    @Test
    func `is refused to who saw an older version`() async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        let version = try await site.recognition(id).version
        try await site.counter.followRenewal(id, .contacted, note: "", since: nil, by: site.actor(.handler))
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.post("/erkenningen/\(id)/opheffing", fields("urgent", version: version))
            #expect(answer.status == .conflict)
            #expect(answer.html.contains("Hilde Aerts"))
        }
        #expect(try await site.recognition(id).status == .approved)
    }

    @Test(arguments: [Persona.representative, .consultant, .auditor, .department])
    func `is for the partnership alone`(_ persona: Persona) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: persona) { visit in
            #expect(try await visit.get("/erkenningen/\(id)/opheffing").status == .forbidden)
            let answer = try await visit.post("/erkenningen/\(id)/opheffing", fields("urgent", version: 1))
            #expect(answer.status == .forbidden)
        }
    }
}

@Suite
struct `Excluding a company` {
    private let company: [(String, String)] = [
        ("scope", "company"), ("length", "temporary"), ("until", "31/08/2027"), ("ground", "urgent"),
        ("motivation", "Onveilige werkplek <script>alert(1)</script>"),
    ]

    @Test
    func `names first every recognition that goes`() async throws {
        let site = try await TestSite()
        let first = try await site.recognise()
        let second = try await site.recognise(TestSite.building, mentors: [.init(lastName: "Peeters", serial: 3)])
        let url = "/erkenningen/\(first)/uitsluiting"
        try await site.visit(as: .handler) { visit in
            try expectSnapshot(try await visit.get(url).html, named: "recognition-exclusion.html")
            let question = try await visit.post(url, company)
            #expect(question.status == .ok)
            #expect(!question.html.contains("⟦") && !question.html.contains("<script>alert"))
            try expectSnapshot(question.html, named: "recognition-exclusion-confirm.html")
            #expect(try await site.recognition(first).status == .approved)
            let changed = try await visit.post(url, company + [("change", "yes")]).html
            #expect(changed.contains("value=\"31/08/2027\""))
            let done = try await visit.post(url, company + [("confirm", "yes")])
            #expect(done.location == "/erkenningen/\(first)")
        }
        for id in [first, second] { #expect(try await site.recognition(id).endKind == .exclusion) }
        #expect(try await site.findings() == [])
    }

    @Test(arguments: [
        [], [("scope", "company"), ("length", "temporary")],
        [("scope", "elders"), ("length", "definitive"), ("ground", "urgent"), ("motivation", "x")],
        [
            ("scope", "company"), ("length", "temporary"), ("until", "22/11/2026"), ("ground", "urgent"),
            ("motivation", "x"),
        ],
        [("scope", "company"), ("length", "definitive"), ("ground", "guidance"), ("motivation", "x")],
    ])
    func `asks for everything it needs`(_ fields: [(String, String)]) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.post("/erkenningen/\(id)/uitsluiting", fields + [("confirm", "yes")])
            #expect(answer.status == .unprocessableContent)
            #expect(!answer.html.contains("⟦"))
        }
        #expect(try await site.recognition(id).status == .approved)
    }
}

@Suite
struct `The mentors of a recognition` {
    private func fields(_ more: [String: String] = [:]) -> [(String, String)] {
        let born = Day(iso: "1985-03-02") ?? TestSite.today
        var fields = [
            "number": TestSite.nationalNumber(bornOn: born, serial: 5).formatted, "first": "An", "last": "Peeters",
            "years": "9", "issuedOn": "01/10/2026", "verdict": "blank",
        ]
        fields.merge(more) { _, new in new }
        return fields.map { ($0.key, $0.value) }
    }

    @Test
    func `go with a warning where one is the last`() async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        let place = try await site.firstPlace(of: id)
        try await site.visit(as: .representative) { visit in
            let url = "/erkenningen/\(id)/mentoren/\(place)/vertrek"
            let page = try await visit.get(url).html
            #expect(page.contains("Dit is de laatste mentor") && !page.contains("⟦"))
            try expectSnapshot(page, named: "recognition-mentor-end.html")
            #expect(try await visit.post(url, [("day", "01/01/2020")]).status == .unprocessableContent)
            #expect(try await visit.post(url, [("day", "30/11/2026")]).status == .seeOther)
            #expect(try await visit.get(url).status == .notFound)
        }
    }

    @Test
    func `are replaced by one with his papers`() async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        let place = try await site.firstPlace(of: id)
        try await site.visit(as: .handler) { visit in
            let page = try await visit.get("/erkenningen/\(id)/mentor?plaats=\(place)").html
            #expect(page.contains("Jan Claes vervangen") && !page.contains("⟦"))
            try expectSnapshot(page, named: "recognition-mentor-new.html")
            let extract = UploadedFile(name: "uittreksel.pdf", bytes: TestSite.pdf.bytes + [1])
            let done = try await visit.post(
                "/erkenningen/\(id)/mentor",
                fields(["place": "\(place)"]),
                files: [("extract", extract)]
            )
            #expect(done.location == "/erkenningen/\(id)")
        }
        let mentors = try await site.database.read { try $0.mentors(of: id) }
        #expect(mentors.filter { $0.until == nil }.map(\.mentor.name) == ["An Peeters"])
        #expect(try await site.findings() == [])
    }

    @Test(arguments: [
        (["years": "1"], "praktijk"), (["verdict": "facts_against_minors"], "minderjarigen"),
        (["issuedOn": "01/01/2020"], "uittreksel"), (["number": "85.03.02-005.00"], "nummer"),
        (["first": ""], "voornaam"), (["years": "<script>alert(1)</script>"], "geheel getal"),
    ])
    func `are not replaced by who does not meet the conditions`(_ more: [String: String], _ says: String) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: .handler) { visit in
            let extract = UploadedFile(name: "uittreksel.pdf", bytes: TestSite.pdf.bytes)
            let answer = try await visit.post(
                "/erkenningen/\(id)/mentor",
                fields(more),
                files: [("extract", extract)]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains(says) && answer.html.contains("Peeters"))
            #expect(!answer.html.contains("<script>alert") && !answer.html.contains("⟦"))
        }
    }

    @Test(arguments: [Persona.representative, .auditor, .consultant])
    func `are judged by the partnership alone`(_ persona: Persona) async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        try await site.visit(as: persona) { visit in
            let shown = try await visit.get("/erkenningen/\(id)/mentor").status
            #expect(shown == .forbidden)
            let sent = try await visit.post("/erkenningen/\(id)/mentor", fields()).status
            #expect(sent == .forbidden)
        }
    }
}
