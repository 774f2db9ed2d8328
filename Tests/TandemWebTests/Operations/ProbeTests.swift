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

@Suite struct `The probes` {
    /// Waits shortly, and keeps what was read for as long as a test lasts.
    static let quick = {
        var limits = ProbeLimits()
        (limits.wait, limits.pulse, limits.figures) = (.milliseconds(50), .seconds(600), .seconds(600))
        return limits
    }()

    static let patient = {
        var limits = quick
        limits.wait = .seconds(60)
        return limits
    }()

    @Test func `say how the server is`() async throws {
        let site = try await TestSite()
        _ = try await site.counter.tick()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/health")
            #expect(answer.status == .ok)
            let expected = """
                {"database":{"ok":true},"legalClock":{"ageSeconds":0,"at":"2026-11-23T11:00:00.000Z","ok":true,\
                "through":"2026-11-23"},"ok":true,"outbox":{"isMore":false,"letters":0},"stopping":false,"version":"\(Program.version)"}

                """
            #expect(answer.html == expected)
            let ready = try await visit.get("/ready")
            #expect(ready.status == .ok)
            #expect(ready.html == "ready\n")
        }
    }

    @Test(arguments: [
        FailingDatabase.Mode.fails(.unavailable("/var/lib/tandem: password=geheim")), .fails(.busy), .hangs,
    ])
    func `say no within their limit when the database does not answer`(_ mode: FailingDatabase.Mode) async throws {
        let site = try await TestSite()
        let broken = site.through(FailingDatabase(site.database, mode))
        let operations = Operations(counter: broken.counter, limits: Self.quick)
        // One that hangs does so for an hour: without a limit this would not end.
        try await broken.visit(as: nil, operations) { visit in
            let health = try await visit.get("/health")
            #expect(health.status == .serviceUnavailable)
            #expect(
                health.html
                    == "{\"database\":{\"ok\":false},\"ok\":false,\"stopping\":false,\"version\":\"\(Program.version)\"}\n"
            )
            let ready = try await visit.get("/ready")
            #expect(ready.status == .serviceUnavailable)
        }
    }

    @Test func `hold one reading of a database that hangs, however often they are asked`() async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database, .hangs)
        let operations = Operations(counter: site.through(database).counter, limits: Self.quick)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { await operations.isReady() } }
            for await isReady in group { #expect(!isReady) }
        }
        #expect(database.count == 1)
    }

    @Test func `share one reading among all who ask in the same second`() async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database)
        let operations = Operations(counter: site.through(database).counter, limits: Self.patient)
        for _ in 0..<50 {
            let health = await operations.health()
            #expect(health.ok)
        }
        #expect(database.count == 1)
    }

    @Test func `say that it is not ready from the moment it has to stop`() async throws {
        let site = try await TestSite()
        let operations = Operations(counter: site.counter)
        try await site.visit(as: nil, operations) { visit in
            let before = try await visit.get("/ready")
            #expect(before.status == .ok)
            #expect(before.headers[.connection] == nil)
            operations.state.stop()
            let after = try await visit.get("/ready")
            #expect(after.status == .serviceUnavailable)
            #expect(after.headers[.connection] == "close")
            // It lives and answers what it still gets.
            let health = try await visit.get("/health")
            #expect(health.status == .ok)
            #expect(health.html.contains("\"stopping\":true"))
        }
    }

    @Test(arguments: ["/health", "/ready"], [HTTPRequest.Method.get, .head])
    func `need no session, give none and are kept by nobody`(
        _ url: String,
        _ method: HTTPRequest.Method
    ) async throws {
        let site = try await TestSite()
        for router in [makeRouter(site.site)] {
            try await Application(router: router).test(.router) { client in
                try await client.execute(uri: url, method: method) { response in
                    #expect(response.status == .ok)
                    #expect(response.headers[.setCookie] == nil)
                    #expect(response.headers[.cacheControl] == "no-store")
                    #expect((response.body.readableBytes == 0) == (method == .head))
                }
            }
        }
        try await Application(router: makeOperatorsRouter(Operations(counter: site.counter))).test(.router) { client in
            try await client.execute(uri: url, method: method) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `are answered without asking who visits`() async throws {
        let site = try await TestSite()
        let database = FailingDatabase(site.database, .fails(.busy))
        let operations = Operations(counter: site.counter)
        try await site.through(database).visit(as: .handler, operations) { visit in
            for url in ["/health", "/ready", "/assets/tandem.css"] {
                let status = try await visit.get(url).status
                #expect(status == .ok, "\(url)")
            }
        }
        #expect(database.count == 0)
    }

    private static let start = Instant(milliseconds: 1_795_420_800_000)

    private static func after(_ minutes: Int64) -> Instant {
        Instant(milliseconds: start.milliseconds + minutes * 60_000)
    }

    /// Minutes since the start, what the register knows, and whether that is sound.
    @Test(
        arguments: [
            (0, nil, nil, true), (14, nil, nil, true), (15, nil, nil, false),
            (60, "2026-11-23", 50, true), (60, "2026-11-23", 46, true), (60, "2026-11-23", 45, false),
            (60, "2026-11-23", -1_000, false), (5, "2026-11-23", -1_000, true), (60, "2026-11-23", 61, true),
            (14, "2026-11-01", -90_000, true),
        ] as [(Int64, String?, Int64?, Bool)]
    )
    func `hold the legal clock to a quarter of an hour`(
        _ minutes: Int64,
        _ through: String?,
        _ ranAt: Int64?,
        _ isSound: Bool
    ) throws {
        let day = through.flatMap { Day(iso: $0) }
        let pulse = Pulse(
            tick: try day.map { RecordedTick(through: $0, at: Self.after(try #require(ranAt))) },
            outbox: OutboxState(letters: 0, oldest: nil)
        )
        let health = Health(pulse, ServerState(startedAt: Self.start), at: Self.after(minutes))
        #expect(health.ok == isSound)
        #expect(health.legalClock?.ok == isSound)
    }

    @Test func `tell how old the outbox is, and count it no further than a limit`() throws {
        let now = Self.after(2)
        let pulse = Pulse(tick: nil, outbox: OutboxState(letters: 10_001, oldest: Self.start))
        let health = Health(pulse, ServerState(startedAt: Self.start), at: now)
        #expect(health.json.contains("\"outbox\":{\"isMore\":true,\"letters\":10000,\"oldestAgeSeconds\":120}"))
    }

    @Test func `read the outbox of the register`() async throws {
        let site = try await TestSite()
        _ = try await site.recognise()
        let state = try await site.database.read { try $0.outboxState(upTo: 100) }
        #expect(state.letters > 0)
        #expect(state.oldest == site.counter.clock.now())
        let capped = try await site.database.read { try $0.outboxState(upTo: 1) }
        #expect(capped.letters == 1)
    }
}
