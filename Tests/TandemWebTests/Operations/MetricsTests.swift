import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TandemActions
import TandemDomain
import TandemOperations
import TandemSQL
import TandemSQLite
import TandemStore
import Testing

@testable import TandemWeb

@Suite struct `The metrics` {
    /// What operators read after `requests`.
    private static func text(_ operations: Operations) async throws -> String {
        try await Application(router: makeOperatorsRouter(operations)).test(.router) { client in
            try await client.execute(uri: "/metrics", method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
                #expect(response.headers[.cacheControl] == "no-store")
                return String(buffer: response.body)
            }
        }
    }

    @Test func `are not on the address of the counter`() async throws {
        let site = try await TestSite()
        for persona in [nil, Persona.department, .auditor] {
            try await site.visit(as: persona) { visit in
                let status = try await visit.get("/metrics").status
                #expect(status == .notFound)
            }
        }
    }

    @Test func `name routes by their pattern, and never what was asked`() async throws {
        let site = try await TestSite()
        let operations = Operations(counter: site.counter)
        try await site.visit(as: .handler, operations) { visit in
            for url in ["/werkbak?q=Jan+Peeters", "/dossiers/85073003328", "/Jan%20Peeters", "/werkbak/..%2F\"}%0A1"] {
                _ = try await visit.get(url)
            }
            let method = try #require(HTTPRequest.Method("PEETERS"))
            _ = try await visit.client.execute(uri: "/werkbak", method: method) { $0.status }
            _ = try await visit.post("/dossiers/85073003328/stem", [("naam", "Peeters")])
        }
        let text = try await Self.text(operations)
        #expect(!text.localizedCaseInsensitiveContains("peeters") && !text.contains("85073003328"))
        #expect(text.contains("tandem_http_requests_total{method=\"GET\",route=\"/werkbak\",status=\"200\"} 1\n"))
        #expect(text.contains("tandem_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 2\n"))
        #expect(text.contains("tandem_http_requests_total{method=\"other\",route=\"none\",status=\"422\"} 1\n"))
        #expect(text.contains("tandem_http_request_duration_seconds_count{method=\"GET\",route=\"/werkbak\"} 1\n"))
        #expect(text.contains("tandem_http_requests_in_flight 0\n"))
    }

    @Test func `do not grow with what strangers make up`() async throws {
        let site = try await TestSite()
        let operations = Operations(counter: site.counter)
        var sizes: [Int] = []
        for round in 0..<2 {
            try await site.visit(as: nil, operations) { visit in
                for number in 0..<100 {
                    _ = try await visit.get("/made-up-\(round)-\(number)?q=\(number)")
                    let method = try #require(HTTPRequest.Method("M\(round)X\(number)"))
                    _ = try await visit.client.execute(uri: "/dossiers/\(number)", method: method) { $0.status }
                }
            }
            sizes.append(operations.registry.snapshot().map(\.series.count).reduce(0, +))
        }
        #expect(sizes[0] == sizes[1])
    }

    @Test func `count the register`() async throws {
        let site = try await TestSite()
        _ = try await site.recognise()
        _ = try await site.counter.tick()
        let text = try await Self.text(Operations(counter: site.counter))
        for line in [
            "tandem_files{status=\"approved\"} 1", "tandem_files{status=\"submitted\"} 0", "tandem_files_overdue 0",
            "tandem_database_up 1", "tandem_build_info{version=\"\(Program.version)\"} 1",
            "tandem_outbox_oldest_age_seconds 0",
            "process_start_time_seconds \(site.counter.clock.now().milliseconds / 1000)",
            "tandem_legal_clock_through_timestamp_seconds \(Int64(site.site.today.number) * 86_400)",
        ] {
            #expect(text.contains("\n\(line)\n"), "\(line)")
        }
        for status in ApplicationStatus.allCases { #expect(text.contains("{status=\"\(status.rawValue)\"}")) }
    }

    @Test func `count files whose term is over`() async throws {
        let site = try await TestSite()
        let day = site.site.today
        let file = try #require(try await site.submit().first)
        let due = try #require(try await site.database.read { try $0.application(file) }?.dueOn)
        for (offset, expected) in [(0, 0), (1, 1)] {
            let count = try await site.database.read { session in
                try session.overdueFiles(before: due.adding(days: offset), upTo: 10)
            }
            #expect(count == expected)
        }
        #expect(due > day)
    }

    @Test func `leave out what the register does not tell, and say so`() async throws {
        let site = try await TestSite()
        let broken = site.through(FailingDatabase(site.database, .hangs))
        let text = try await Self.text(Operations(counter: broken.counter, limits: `The probes`.quick))
        #expect(text.contains("\ntandem_database_up 0\n"))
        #expect(!text.contains("tandem_files"))
        #expect(!text.contains("tandem_outbox"))
        #expect(text.contains("\nprocess_resident_memory_bytes "))
    }

    @Test func `ask the register rarely, however often they are read`() async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database)
        let operations = Operations(counter: site.through(database).counter, limits: `The probes`.patient)
        for _ in 0..<20 { _ = await operations.metrics() }
        #expect(database.count == 2)
    }
}
