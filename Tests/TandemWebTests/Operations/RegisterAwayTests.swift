import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite struct `When the register does not answer` {
    private static let away = FailingDatabase.Mode.fails(.unavailable("connection refused"))

    @Test(
        arguments: [
            (SQLError.unavailable("x"), HTTPResponse.Status.serviceUnavailable, "30"),
            (.busy, .serviceUnavailable, "5"),
            (.unique("x"), .internalServerError, nil), (.other(code: "1", message: "x"), .internalServerError, nil),
            (.unexpectedRow("x"), .internalServerError, nil), (.foreignKey, .internalServerError, nil),
            (.check("x"), .internalServerError, nil),
        ] as [(SQLError, HTTPResponse.Status, String?)]
    )
    func `is no fault of the program`(
        _ error: SQLError,
        _ status: HTTPResponse.Status,
        _ retryAfter: String?
    ) async throws {
        let site = try await TestSite()
        try await site.through(FailingDatabase(site.database, .fails(error))).visit(as: .handler) { visit in
            let answer = try await visit.get("/werkbak")
            #expect(answer.status == status)
            #expect(answer.headers[.retryAfter] == retryAfter)
            #expect(answer.html.contains("Er ging iets mis bij ons") == (retryAfter == nil))
        }
    }

    @Test func `a page says so and leads to itself`() async throws {
        let site = try await TestSite()
        try await site.through(FailingDatabase(site.database, Self.away)).visit(as: .handler) { visit in
            let answer = try await visit.get("/werkbak?lijst=approved&q=%22%3E%3Cscript%3E")
            #expect(answer.html.contains("href=\"/werkbak?lijst=approved&amp;q=%22%3E%3Cscript%3E\""))
            // Who is signed in is not asked to sign in again.
            #expect(!answer.html.contains("href=\"/aanmelden\""))
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "register-away.html")
        }
    }

    @Test func `signing in says so too`() async throws {
        let site = try await TestSite()
        try await site.through(FailingDatabase(site.database, Self.away)).visit(as: nil) { visit in
            let answer = try await visit.get("/aanmelden")
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.html.contains("Het register is even niet bereikbaar"))
            try expectSnapshot(answer.html, named: "register-away-sign-in.html")
        }
    }

    static let typed: [(String, String)] = [
        ("naam", "\"><script>alert(1)</script>"), ("keuze", "een"), ("keuze", "twee"),
        ("tekst", "regel 1\r\nregel 2 & é"),
        ("leeg", ""),
    ]

    /// What is sent comes back whole, also where nobody knows yet who sent it.
    @Test(arguments: [Persona.handler, nil])
    func `a form comes back with everything that was typed`(_ persona: Persona?) async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database, Self.away)
        try await site.through(database).visit(as: persona) { visit in
            let url = persona == nil ? "/aanmelden" : "/dossiers/1/stem?terug=1"
            let sent = persona == nil ? Self.typed + [("capacity", "1")] : Self.typed
            let answer = try await visit.post(url, sent)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.html.contains("Wat u verstuurde, is niet bewaard"))
            #expect(answer.html.contains("<form method=\"post\" action=\"\(url)\" enctype=\"multipart/form-data\">"))
            #expect(!answer.html.contains("<script>alert"))
            #expect(Self.hidden(in: answer.html) == Self.sorted(sent + [("csrf", visit.csrf)]))
            if persona != nil { try expectSnapshot(answer.html, named: "register-away-form.html") }
        }
    }

    @Test func `a form comes back from an act that could not be done, to the person who sent it`() async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database, .failsAfter(1, .busy))
        try await site.through(database).visit(as: .handler) { visit in
            let sent = [("version", "1"), ("hold-text", "wij wachten")]
            let answer = try await visit.post(FileForm.hold.url(of: Identifier(1)), sent)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.html.contains(Persona.handler.name))
            #expect(Self.hidden(in: answer.html) == Self.sorted(sent + [("csrf", visit.csrf)]))
        }
    }

    @Test func `documents do not come back, and it says which`() async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database, Self.away)
        try await site.through(database).visit(as: .handler) { visit in
            let file = UploadedFile(name: "<b>uittreksel.pdf", bytes: Array("%PDF".utf8))
            let answer = try await visit.post("/dossiers/1/stem", [("naam", "x")], files: [("bestand", file)])
            #expect(answer.html.contains("Deze documenten konden wij niet bijhouden"))
            #expect(answer.html.contains("<li>&lt;b&gt;uittreksel.pdf</li>"))
            try expectSnapshot(answer.html, named: "register-away-documents.html")
        }
    }

    /// Otherwise a page elsewhere could let a visitor press a button of ours for a form that it made up.
    @Test(arguments: ["no token", "other token", "other origin", "no form"])
    func `a form of others is not sent again`(_ kind: String) async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database, Self.away)
        try await site.through(database).visit(as: .handler) { visit in
            var headers: HTTPFields = [.cookie: visit.cookie, .contentType: "application/x-www-form-urlencoded"]
            if kind == "other origin" { headers[.origin] = "https://evil.example" }
            if kind == "no form" { headers[.contentType] = "text/plain" }
            let token = kind == "no token" ? "" : kind == "other token" ? "&csrf=x" : "&csrf=\(visit.csrf)"
            let body = ByteBuffer(string: "naam=aanval\(token)")
            try await visit.client.execute(uri: "/dossiers/1/stem", method: .post, headers: headers, body: body) {
                let html = String(buffer: $0.body)
                #expect($0.status == .serviceUnavailable)
                #expect(!html.contains("aanval") && !html.contains("Opnieuw versturen"))
                #expect(html.contains("Ga terug naar de vorige pagina"))
            }
        }
    }

    @Test(arguments: ["//evil.example/x", "/\\evil.example"])
    func `a page never leads elsewhere`(_ path: String) {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
        #expect(Request(head: head, body: .init(buffer: ByteBuffer())).ownURL == "/")
    }

    @Test func `the same form is done once the register answers again`() async throws {
        let site = try await TestSite()
        let file = try #require(try await site.submit().first)
        try await site.takeUp([file])
        let database = FailingDatabase(site.database)
        let version = try #require(try await site.record(file)).version
        try await site.through(database).visit(as: .handler) { visit in
            let url = FileForm.hold.url(of: file)
            database.turn(Self.away)
            let sent = [("version", "\(version)"), (FileForm.hold.field(.text), "wij wachten op een document")]
            let answer = try await visit.post(url, sent)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.html.contains("action=\"\(url)\""))
            database.turn(.works)
            let done = try await visit.post(url, Self.hidden(in: answer.html).filter { $0.0 != "csrf" })
            #expect(done.status == .seeOther)
        }
        let status = try await site.record(file)?.status
        #expect(status == .onHold)
    }

    /// The hidden fields of the form in the page, as a browser would send them.
    private static func hidden(in html: String) -> [(String, String)] {
        let main = html.split(separator: "<main").last ?? ""
        return main.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/)
            .map { (unescaped($0.output.1), unescaped($0.output.2)) }.sorted { $0 < $1 }
    }

    private static func unescaped(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }

    private static func sorted(_ fields: [(String, String)]) -> [(String, String)] { fields.sorted { $0 < $1 } }
}

private func == (lhs: [(String, String)], rhs: [(String, String)]) -> Bool { lhs.elementsEqual(rhs, by: ==) }
