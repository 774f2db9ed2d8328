import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import Testing

@testable import TandemWeb

@Suite
struct `A form of an applicant` {
    private static let script = "<script>alert('x')</script>"

    /// What is typed for a number, and what one should look at in it.
    @Test(arguments: [
        ("", ""), ("12", "heeft 10 cijfers"), ("2.000.000.141", "begint met 0 of 1"),
        ("0400.000.186", "de laatste twee cijfers"), ("0400.000.1x5", "heeft 10 cijfers"),
    ])
    func `says what is wrong with a company number`(_ typed: String, _ hint: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: .counsellor) { visit in
            let answer = try await visit.get(Addresses.companySearch.url(query: [("nummer", typed)]))
            #expect(answer.status == (typed.isEmpty ? .ok : .unprocessableContent))
            #expect(answer.html.contains(hint))
            #expect(answer.html.contains("value=\"\(typed)\""))
        }
    }

    /// The national number, and what one should look at in it; all else stays as it was typed.
    @Test(arguments: [
        ("85.07.30", "heeft 11 cijfers"), ("85.07.30-033.29", "de laatste twee cijfers"),
        ("", "Vul het rijksregisternummer in"), ("85.13.32-001.42", "deze datum bestaat niet"),
    ])
    func `keeps what was typed of a mentor`(_ number: String, _ hint: String) async throws {
        let site = try await TestSite()
        let bundle = try await site.draft()
        try await site.visit(as: .representative) { visit in
            let answer = try await visit.post(
                "/aanvragen/\(bundle)/nieuwe-mentor",
                [
                    ("number", number), ("firstName", "Jan"), ("lastName", "Peeters"), ("years", "veel"),
                    ("issued", "31/02/2026"), ("asks", "age"),
                ]
            )
            #expect(answer.status == .unprocessableContent)
            for text in [hint, "value=\"Jan\"", "value=\"Peeters\"", "value=\"veel\"", "value=\"31/02/2026\""] {
                #expect(answer.html.contains(text), "\(text)")
            }
            #expect(answer.html.contains("value=\"age\" checked"))
            #expect(answer.html.contains("Vul een geheel getal in van 0 tot 60"))
            #expect(answer.html.contains("Schrijf de datum als dag/maand/jaar"))
        }
    }

    @Test
    func `prints what was typed and never obeys it`() async throws {
        let site = try await TestSite()
        let bundle = try await site.draft()
        let script = Self.script
        try await site.visit(as: .representative) { visit in
            let forms: [(String, [String])] = [
                ("/ondernemingen/1/gegevens", ["name", "street", "postalCode", "employees", "email", "telephone"]),
                ("/aanvragen/\(bundle)/vestiging", ["number", "name", "street", "postalCode"]),
                ("/aanvragen/\(bundle)/nieuwe-mentor", ["number", "firstName", "lastName", "years", "issued"]),
                ("/ondernemingen/1/machtiging", ["from", "until"]),
            ]
            for (url, fields) in forms {
                let typed = fields.map { ($0, script) } + [("establishment", "new")]
                let answer = try await visit.post(url, typed)
                #expect(answer.status == .unprocessableContent, "\(url)")
                #expect(!answer.html.contains(script), "\(url)")
                #expect(answer.html.split(separator: "&lt;script&gt;").count > fields.count, "\(url)")
            }
        }
    }

    @Test
    func `that is kept prints names as they are`() async throws {
        let site = try await TestSite()
        let bundle = try await site.draft()
        let script = Self.script
        try await site.visit(as: .representative) { visit in
            let details = [
                ("name", "De \(script)"), ("street", script), ("postalCode", "9300"), ("version", "1"),
                ("telephone", script),
            ]
            let answer = try await visit.post("/ondernemingen/1/gegevens", details)
            #expect(answer.status == .seeOther)
            try await visit.addMentor(in: "/aanvragen/\(bundle)", lastName: script)
            let file = UploadedFile(name: "\(script).pdf", bytes: TestSite.pdf.bytes)
            _ = try await visit.post(
                "/aanvragen/\(bundle)/documenten",
                [("stay", "yes")],
                files: [("document-equipment_description", file)]
            )
            for url in ["/ondernemingen/1", "/aanvragen/\(bundle)/mentoren", "/aanvragen/\(bundle)/overzicht"] {
                let html = try await visit.get(url).html
                #expect(html.contains("&lt;script&gt;") && !html.contains("<script>"), "\(url)")
            }
        }
    }

    @Test
    func `refuses a file that is no document and keeps the others`() async throws {
        let site = try await TestSite()
        let bundle = try await site.draft()
        try await site.visit(as: .representative) { visit in
            let page = UploadedFile(name: "attest.pdf", bytes: Array("<html>".utf8))
            let answer = try await visit.post(
                "/aanvragen/\(bundle)/documenten",
                files: [("document-social_security_attest", page), ("document-equipment_description", TestSite.pdf)]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("id=\"document-social_security_attest-error\""))
            #expect(answer.html.contains("uittreksel.pdf"))
        }
    }

    @Test
    func `says that an extract is no document beside its own field`() async throws {
        let site = try await TestSite()
        let bundle = try await site.draft()
        let number = TestSite.nationalNumber(bornOn: Day(number: 3500)).formatted
        try await site.visit(as: .representative) { visit in
            for field in ["extract", "proof"] {
                let answer = try await visit.post(
                    "/aanvragen/\(bundle)/nieuwe-mentor",
                    [("number", number), ("firstName", "Jan"), ("lastName", "Peeters")],
                    files: [(field, UploadedFile(name: "x.pdf", bytes: Array("nee".utf8)))]
                )
                #expect(answer.status == .unprocessableContent)
                #expect(answer.html.contains("id=\"\(field)-error\""))
            }
        }
    }

    /// A second person saved first: what was typed stays, and nothing is overwritten unseen.
    @Test
    func `that somebody else saved first is shown again`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .employee) { visit in
            func details(_ name: String) -> [(String, String)] {
                [("name", name), ("street", "Dorpsstraat 12"), ("postalCode", "9300"), ("version", "1")]
            }
            _ = try await visit.post("/ondernemingen/1/gegevens", details("De Linde"))
            let answer = try await visit.post("/ondernemingen/1/gegevens", details("Linde en zonen"))
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("Emma Claes was u voor"))
            #expect(answer.html.contains("value=\"Linde en zonen\""))
            #expect(answer.html.contains("name=\"version\" value=\"2\""))
        }
    }
}

@Suite
struct `A file that cannot be edited` {
    @Test
    func `shows no step of the form`() async throws {
        let site = try await TestSite()
        let file = try await site.submitted()
        try await site.visit(as: .representative) { visit in
            for step in ["documenten", "mentoren", "nieuwe-mentor", "verklaring"] {
                let shown = try await visit.get("/aanvragen/dossier/\(file)/\(step)")
                #expect(shown.status == .conflict, "\(step)")
                let sent = try await visit.post("/aanvragen/dossier/\(file)/\(step)")
                #expect(sent.status == .conflict, "\(step)")
            }
            let again = try await visit.post("/aanvragen/dossier/\(file)/indiening", [("version", "2")])
            #expect(again.status == .conflict)
        }
    }

    @Test
    func `is not submitted twice`() async throws {
        let site = try await TestSite()
        let bundle = try await site.fullDraft()
        try await site.visit(as: .representative) { visit in
            let first = try await visit.post("/aanvragen/\(bundle)/indiening")
            #expect(first.status == .seeOther)
            let second = try await visit.post("/aanvragen/\(bundle)/indiening")
            #expect(second.status == .conflict)
            let overview = try await visit.get("/aanvragen/\(bundle)/overzicht")
            #expect(overview.status == .conflict)
        }
    }

    @Test
    func `is not cancelled in a version that nobody saw`() async throws {
        let site = try await TestSite()
        let file = try await site.submitted()
        try await site.visit(as: .representative) { visit in
            let stale = try await visit.post("/aanvragen/dossier/\(file)/annulering", [("version", "1")])
            #expect(stale.status == .conflict)
            let unseen = try await visit.post("/aanvragen/dossier/\(file)/annulering")
            #expect(unseen.status == .conflict)
        }
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.post("/aanvragen/dossier/\(file)/annulering", [("version", "4")])
            #expect(answer.status == .forbidden || answer.status == .conflict)
        }
        let status = try await site.database.read { try $0.application(file)?.status }
        #expect(status == .submitted)
    }

    @Test
    func `cannot be renewed too early`() async throws {
        let site = try await TestSite()
        _ = try await site.approved()
        try await site.visit(as: .representative) { visit in
            let page = try await visit.get("/ondernemingen/1")
            #expect(page.html.contains("Hernieuwen kan vanaf 22 mei 2031"))
            let answer = try await visit.post("/erkenningen/1/hernieuwing")
            #expect(answer.status == .unprocessableContent)
        }
    }
}
