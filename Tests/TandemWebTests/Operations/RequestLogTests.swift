import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import TandemDomain
import TandemOperations
import TandemSQL
import Testing

@testable import TandemWeb

@Suite struct `The log of requests` {
    /// What was logged, one line after the other.
    private final class Lines: Sendable {
        private let kept = Mutex<[String]>([])

        var all: [String] { kept.withLock { $0 } }

        func operations(_ site: TestSite, _ format: LogFormat = .text, _ level: Logger.Level = .info) -> Operations {
            let writer = LogWriter(format: format, level: level, now: { Instant(milliseconds: 0) }) { line in
                self.kept.withLock { $0.append(line) }
            }
            return Operations(counter: site.counter, logger: writer.logger("tandem"))
        }
    }

    @Test func `is one line for each request, with its number`() async throws {
        let site = try await TestSite()
        let lines = Lines()
        try await site.visit(as: .handler, lines.operations(site)) { visit in
            let answer = try await visit.get("/werkbak")
            let number = try #require(HTTPField.Name("x-request-id").flatMap { answer.headers[$0] })
            #expect(number.wholeMatch(of: /[0-9a-f]{16}/) != nil)
            #expect(lines.all.count == 1)
            let line = try #require(lines.all.first).replacing(/milliseconds=[0-9]+/, with: "milliseconds=1")
            let expected = "1970-01-01T00:00:00.000Z info tandem: request method=GET milliseconds=1 request=\(number)"
            #expect(line == "\(expected) route=/werkbak status=200\n")
        }
    }

    static let numbers: [(String, Bool)] = [
        ("0123456789abcdef", true), ("6F9619FF-8B86-D011-B42D-00CF4FC964FF", true),
        (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
        ("0123456789abcde", false), ("Jan-Peeters-1985-07-30", false), ("85073003328", false), ("", false),
        ("----------------", false), ("0123456789abcdef\u{1B}", false), ("0123456789abcdef 1", false),
        ("０１２３４５６７８９abcdef", false),
    ]

    @Test(arguments: numbers)
    func `takes the number of the proxy only where it is one`(_ sent: String, _ isTaken: Bool) async throws {
        #expect((RequestNumber(sent: sent) != nil) == isTaken)
        let site = try await TestSite()
        let lines = Lines()
        let field = try #require(HTTPField.Name("x-request-id"))
        try await site.visit(as: nil, lines.operations(site)) { visit in
            let headers: HTTPFields = [field: sent]
            let number = try await visit.client.execute(uri: "/aanmelden", method: .get, headers: headers) {
                $0.headers[field]
            }
            #expect((number == sent) == isTaken)
            #expect(lines.all.first?.contains("request=\(number ?? "")") == true)
        }
    }

    @Test(arguments: LogFormat.allCases, [Logger.Level.info, .debug, .trace])
    func `holds nothing of who asks or of what is asked`(_ format: LogFormat, _ level: Logger.Level) async throws {
        let site = try await TestSite()
        let lines = Lines()
        let database = FailingDatabase(site.database)
        let operations = lines.operations(site.through(database), format, level)
        let number = try #require(HTTPField.Name("x-request-id"))
        try await site.through(database).visit(as: .handler, operations) { visit in
            for url in [
                "/Jan%20Peeters", "/werkbak?q=Jan+Peeters", "/dossiers/85073003328", "/peeters%0Ainfo%20forged",
                "/dossiers/9/beslissing?naam=peeters",
            ] {
                _ = try await visit.get(url)
            }
            _ = try await visit.post(
                "/dossiers/85073003328/stem",
                [("motivation", "Jan Peeters"), ("version", "1")]
            )
            let headers: HTTPFields = [
                .cookie: "tandem=peeters", .userAgent: "Peeters/1.0", .referer: "https://peeters.example",
                number: "peeters",
                .authorization: "Basic peeters", .origin: "https://peeters.example",
            ]
            _ = try await visit.client.execute(uri: "/aanmelden", method: .post, headers: headers) { $0.status }
            let method = try #require(HTTPRequest.Method("PEETERS"))
            _ = try await visit.client.execute(uri: "/werkbak", method: method) { $0.status }
            for error in [SQLError.unavailable("peeters"), .other(code: "1", message: "peeters"), .unique("peeters")] {
                database.turn(.fails(error))
                _ = try await visit.get("/werkbak?q=peeters")
            }
        }
        let all = lines.all.joined()
        #expect(lines.all.count >= 11)
        for secret in ["peeters", "85073003328", "forged", Persona.handler.name, visitSecret, "127.0.0.1"] {
            #expect(!all.localizedCaseInsensitiveContains(secret), "\(secret)")
        }
    }

    private let visitSecret = "tandem="

    @Test func `says that the database was away, and its kind alone`() async throws {
        let site = try await TestSite()
        let lines = Lines()
        let database = FailingDatabase(site.database, .fails(.unavailable("secret host")))
        let away = site.through(database)
        try await away.visit(as: .handler, lines.operations(away)) { visit in _ = try await visit.get("/werkbak") }
        #expect(lines.all.count == 2)
        #expect(lines.all.first?.contains("error tandem: \"database away\"") == false)
        #expect(lines.all.first?.contains("database away error=unavailable") == true)
        #expect(lines.all.last?.contains("status=503") == true)
    }

    @Test func `leaves probes and assets to those who look closer`() async throws {
        let site = try await TestSite()
        for (level, count) in [(Logger.Level.info, 0), (.debug, 3)] {
            let lines = Lines()
            try await site.visit(as: nil, lines.operations(site, .text, level)) { visit in
                for url in ["/health", "/ready", "/assets/tandem.css"] { _ = try await visit.get(url) }
            }
            #expect(lines.all.count == count)
        }
    }
}
