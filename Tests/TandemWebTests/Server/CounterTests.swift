import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import TandemWeb

@Suite
struct `The counter` {
    private let counter = CounterFixture()

    /// Body, cookie, origin, status: what is accepted as a form of ours, and what is not.
    @Test
    func `takes only forms that come from its own pages`() async throws {
        let right = "csrf=\(counter.token)&text=x"
        let other = Session.start(capacity: 42, at: CounterFixture.now)
        let table: [(String, String, String?, String?, HTTPResponse.Status)] = [
            ("right", right, nil, nil, .seeOther),
            ("right with origin", right, nil, "http://localhost", .seeOther),
            ("other origin", right, nil, "https://evil.example", .forbidden),
            ("origin that ends alike", right, nil, "http://evil-localhost", .forbidden),
            ("hidden origin", right, nil, "null", .forbidden),
            ("no token", "text=x", nil, nil, .forbidden),
            ("empty token", "csrf=&text=x", nil, nil, .forbidden),
            ("changed token", right.replacing("&text", with: "A&text"), nil, nil, .forbidden),
            ("token of another session", "csrf=\(counter.security.csrfToken(of: other))", nil, nil, .forbidden),
            ("no session", right, "x=y", nil, .forbidden),
            ("forged session", right, "tandem=eHg.eHg", nil, .forbidden),
        ]
        try await counter.run { client in
            for (name, body, cookie, origin, status) in table {
                let headers = counter.headers(cookie: cookie, origin: origin)
                try await client.execute(uri: "/note", method: .post, headers: headers, body: ByteBuffer(string: body))
                {
                    #expect($0.status == status, "\(name)")
                }
            }
        }
    }

    @Test
    func `takes the same secret from a form with files`() async throws {
        let headers = counter.headers(type: "multipart/form-data; boundary=b")
        try await counter.run { client in
            for (token, status) in [(counter.token, HTTPResponse.Status.seeOther), ("x", .forbidden)] {
                let body = "--b\r\nContent-Disposition: form-data; name=csrf\r\n\r\n\(token)\r\n--b--"
                try await client.execute(uri: "/note", method: .post, headers: headers, body: ByteBuffer(string: body))
                {
                    #expect($0.status == status)
                }
            }
        }
    }

    @Test(arguments: [
        ("application/json", "{}", HTTPResponse.Status.unprocessableContent),
        ("multipart/form-data", "--b--", .unprocessableContent),
        ("multipart/form-data; boundary=\"b\u{7F}\"", "--b--", .unprocessableContent),
        ("multipart/form-data; boundary=b", "rubbish", .unprocessableContent),
        ("application/x-www-form-urlencoded", String(repeating: "x", count: 1_000_001), .contentTooLarge),
    ])
    func `says what is wrong with a body that is no form`(
        _ type: String,
        _ body: String,
        _ status: HTTPResponse.Status
    ) async throws {
        try await counter.run { client in
            try await client.execute(
                uri: "/note",
                method: .post,
                headers: counter.headers(type: type),
                body: ByteBuffer(string: body)
            ) {
                #expect($0.status == status)
                #expect(String(buffer: $0.body).contains("<h1>"))
            }
        }
    }

    @Test
    func `tells once what was done`() async throws {
        try await counter.run { client in
            let body = ByteBuffer(string: "csrf=\(counter.token)&text=%3Cb%3E")
            let flash = try await client.execute(uri: "/note", method: .post, headers: counter.headers(), body: body) {
                response in
                response.headers[values: .setCookie].first?.prefix { $0 != ";" }.description ?? ""
            }
            try await client.execute(uri: "/stijlgids", method: .get, headers: [.cookie: "\(counter.cookie); \(flash)"])
            {
                #expect(String(buffer: $0.body).contains("Bewaard: &lt;b&gt;"))
                #expect(
                    $0.headers[values: .setCookie].contains {
                        $0.hasPrefix("tandem-flash=-") && $0.contains("Max-Age=0")
                    }
                )
            }
            try await client.execute(uri: "/stijlgids", method: .get, headers: [.cookie: counter.cookie]) {
                #expect(!String(buffer: $0.body).contains("Bewaard"))
                #expect($0.headers[values: .setCookie].isEmpty)
            }
        }
    }

    @Test
    func `gives a new session to a stranger and to who signs in`() async throws {
        try await counter.run { client in
            try await client.execute(uri: "/stijlgids", method: .get) {
                #expect($0.headers[values: .setCookie].count { $0.hasPrefix("tandem=") } == 1)
            }
            let body = ByteBuffer(string: "csrf=\(counter.token)")
            try await client.execute(uri: "/in", method: .post, headers: counter.headers(), body: body) {
                let cookies = $0.headers[values: .setCookie]
                #expect(cookies.count { $0.hasPrefix("tandem=") } == 1)
                #expect(!cookies.contains { $0.hasPrefix(counter.cookie) })
            }
        }
    }

    @Test
    func `hides a fault of its own behind a number`() async throws {
        try await counter.run { client in
            try await client.execute(uri: "/fault", method: .get) {
                let html = String(buffer: $0.body)
                #expect($0.status == .internalServerError)
                #expect(html.contains(/<p class="reference">[A-Z2-9]{8}<\/p>/))
                #expect(!html.contains("85.07.30") && !html.contains("Secret"))
            }
        }
    }

    @Test
    func `explains a refusal`() async throws {
        try await counter.run { client in
            try await client.execute(uri: "/refused", method: .get) {
                #expect($0.status == .unprocessableContent)
                #expect(String(buffer: $0.body).contains("&lt;b&gt;Zo niet&lt;/b&gt;"))
            }
        }
    }

    @Test(arguments: [
        ("/nergens", HTTPRequest.Method.get, HTTPResponse.Status.notFound), ("/note", .get, .methodNotAllowed),
        ("/stijlgids", .head, .ok), ("/assets/geheim.txt", .get, .notFound), ("/assets/..%2FWords", .get, .notFound),
        ("/note", .head, .methodNotAllowed),
    ])
    func `answers every address and method`(
        _ uri: String,
        _ method: HTTPRequest.Method,
        _ status: HTTPResponse.Status
    ) async throws {
        try await counter.run { client in
            try await client.execute(uri: uri, method: method) { #expect($0.status == status) }
        }
    }

    @Test(arguments: ["/stijlgids", "/nergens", "/fault"])
    func `tells browsers to trust nothing but itself`(_ uri: String) async throws {
        try await counter.run { client in
            try await client.execute(uri: uri, method: .get) { response in
                let policy = response.headers[.contentSecurityPolicy] ?? ""
                for rule in [
                    "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
                    "form-action 'self'",
                ] {
                    #expect(policy.contains(rule))
                }
                #expect(!policy.contains("unsafe"))
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                #expect(response.headers[.cacheControl] == "no-store")
                for name in ["referrer-policy", "permissions-policy", "cross-origin-opener-policy"] {
                    #expect(HTTPField.Name(name).flatMap { response.headers[$0] } != nil, "\(name)")
                }
                #expect(response.headers[.strictTransportSecurity] == nil)
            }
        }
    }

    @Test
    func `lets browsers keep what cannot change`() async throws {
        let url = try Renderer.load().assets.url("tandem.css")
        try await counter.run { client in
            let tag = try await client.execute(uri: url, method: .get) { response in
                #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(response.headers[.contentType] == "text/css; charset=utf-8")
                return response.headers[.eTag] ?? ""
            }
            try await client.execute(uri: "/assets/tandem.css", method: .get, headers: [.ifNoneMatch: tag]) {
                #expect($0.status == .notModified)
                #expect($0.headers[.cacheControl] == "public, no-cache")
            }
        }
    }
}

@Suite
struct `The log` {
    private enum Failure: Error { case noAnswer, forPerson(String) }
    private struct Described: Error, CustomStringConvertible { let description = "disk full" }

    @Test
    func `holds what an error is, and never what it carries`() {
        let prefix = "TandemWebTests."
        let table: [(any Error, String)] = [
            (CounterFixture.Secret(), "CounterFixture.Secret"), (Failure.noAnswer, "Failure.noAnswer"),
            (Failure.forPerson("85.07.30"), "Failure.forPerson"), (Described(), "Described: disk full"),
        ]
        for (error, name) in table {
            let logged = ErrorPagesMiddleware.name(of: error)
            #expect(logged.hasPrefix(prefix) && logged.hasSuffix(name), "\(logged)")
        }
    }
}

@Suite
struct `An address` {
    @Test
    func `is a pattern and a link`() {
        let decision = Address1<Int64>("/dossiers", "/beslissing")
        #expect(decision.pattern.description == "/dossiers/{id}/beslissing")
        #expect(decision.url(7) == "/dossiers/7/beslissing")
        #expect(Address1<String>("/zoek").url("a/b ?") == "/zoek/a%2Fb%20%3F")
        #expect(Address2<Int64, Int64>("/dossiers", "/stukken").url(7, 8) == "/dossiers/7/stukken/8")
    }

    @Test(
        arguments: [
            ([], "/zoek"), ([("q", "")], "/zoek"), ([("q", "Gent & co"), ("p", "2")], "/zoek?q=Gent%20%26%20co&p=2"),
            ([("q", "é")], "/zoek?q=%C3%A9"),
        ] as [([(String, String)], String)]
    )
    func `carries a query`(_ query: [(String, String)], _ url: String) {
        #expect(Address("/zoek").url(query: query) == url)
    }
}
