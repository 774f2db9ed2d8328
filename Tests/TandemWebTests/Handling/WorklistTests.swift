import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The worklist` {
    @Test
    func `shows what waits, the most urgent first`() async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.cook, TestSite.building])
        try await site.takeUp([files[1]])
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.get("/werkbak")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "handling-worklist.html")
        }
    }

    @Test
    func `says so where nothing waits`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit async throws in
            try expectSnapshot(try await visit.get("/werkbak").html, named: "handling-worklist-empty.html")
        }
    }

    @Test
    func `shows the department all partnerships when it asks`() async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .department) { visit async throws in
            #expect(!(try await visit.get("/werkbak").html.contains("Brasserie De Linde")))
            let all = try await visit.get("/werkbak?partnerschap=alle")
            #expect(all.html.contains("Brasserie De Linde"))
            try expectSnapshot(all.html, named: "handling-worklist-department.html")
            #expect(try await visit.get("/werkbak?partnerschap=horeca").html.contains("Brasserie De Linde"))
        }
    }

    @Test(arguments: [
        ("status=in_process", false), ("status=submitted", true), ("opleiding=\(TestSite.cook)", true),
        ("opleiding=1099", false),
        ("dagen=3", false), ("dagen=14", true), ("mijn=ja", false), ("vestiging=1", true), ("vestiging=2", false),
        ("status=approved", false), ("status=advies", false), ("na=2030-01-01.5", false), ("na=onzin", true),
        ("status=onzin&dagen=veel&vestiging=x", true),
    ])
    func `filters`(_ query: String, _ isFound: Bool) async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.get("/werkbak?\(query)")
            #expect(answer.status == .ok)
            #expect(answer.html.contains("Brasserie De Linde bv") == isFound)
        }
    }

    @Test(arguments: [
        ("linde", true), ("brass+lind", true), ("claes", true), ("jan%20cl", true), ("niemand", false), ("1", true),
        ("0400000149", false), ("%3Cscript%3E", false),
    ])
    func `finds by name, mentor and number`(_ text: String, _ isFound: Bool) async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .handler) { visit async throws in
            let html = try await visit.get("/werkbak?zoek=\(text)").html
            #expect(html.contains("Brasserie De Linde bv") == isFound)
            #expect(!html.contains("<script>"))
        }
    }

    @Test
    func `keeps one partnership from the files of another`() async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .otherHandler) { visit async throws in
            for query in ["", "?partnerschap=alle", "?partnerschap=horeca", "?zoek=linde", "?vestiging=1"] {
                #expect(!(try await visit.get("/werkbak\(query)").html.contains("Brasserie")), "\(query)")
            }
        }
    }

    @Test
    func `shows the sector the files it advises on`() async throws {
        let site = try await TestSite()
        _ = try await site.submit([TestSite.building])
        try await site.visit(as: .otherHandler) { visit async throws in
            #expect(try await visit.get("/werkbak?status=advies").html.contains("Brasserie De Linde bv"))
        }
    }

    @Test(arguments: [
        (Persona?.none, 401), (.representative, 403), (.counsellor, 403), (.voter, 200), (.secretary, 200),
        (.auditor, 200),
    ])
    func `asks who comes`(_ persona: Persona?, _ status: Int) async throws {
        let site = try await TestSite()
        try await site.visit(as: persona) { visit async throws in
            #expect(try await visit.get("/werkbak").status.code == status)
        }
    }

    @Test(arguments: [Persona.auditor, .secretary])
    func `shows who oversees the files of all, unless one is chosen`(_ persona: Persona) async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: persona) { visit async throws in
            #expect(try await visit.get("/werkbak").html.contains("Brasserie De Linde"))
            #expect(!(try await visit.get("/werkbak?partnerschap=bouw").html.contains("Brasserie De Linde")))
        }
    }

    @Test
    func `asks the register as often for a full page as for an empty one`() async throws {
        let site = try await TestSite()
        let actor = try await site.actor(.handler)
        let read: @Sendable (any SQLSession) throws -> Void = { session in
            let partnership = PartnershipCode("horeca")
            _ = try session.worklistPage(WorklistQuery(), partnership: partnership, for: actor, on: TestSite.today)
        }
        let none = try await site.statements(read)
        _ = try await site.addFiles(count: 80)
        #expect(try await site.statements(read) == none)
        #expect(none == 3)
    }

    @Test
    func `tells a voter on what he has voted`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: .voter) { visit async throws in
            #expect(try await visit.get("/werkbak").html.contains("Nog niet gestemd"))
            _ = try await visit.post("/dossiers/\(files[0])/stem", [("vote-choice", "favourable")])
            try expectSnapshot(try await visit.get("/werkbak").html, named: "handling-worklist-voter.html")
        }
    }
}

@Suite
struct `A page of the worklist` {
    private static let cursor = WorklistCursor(key: "2026-11-30", id: 12)

    @Test
    func `leads on and back`() throws {
        let first = WorklistQuery().with { $0.isMine = true }
        let second = first.next(after: Self.cursor)
        let third = second.next(after: WorklistCursor(key: "2026-12-01", id: 40))
        #expect(first.previous == nil)
        #expect(second.previous == first)
        #expect(third.previous == second)
        #expect(third.url == "/werkbak?mijn=ja&na=2026-12-01.40&terug=2026-11-30.12")
    }

    @Test
    func `goes back to the front however deep it lies`() throws {
        var query = WorklistQuery()
        for id in 1...30 { query = query.next(after: WorklistCursor(key: "2026-11-30", id: Int64(id))) }
        #expect(query.trail.count == 20)
        for _ in 1...21 { query = try #require(query.previous) }
        #expect(query == WorklistQuery())
    }

    @Test(arguments: ["", "12", "2026-11-30", "2026-13-30.1", "x.1", "2026-11-30.x"])
    func `takes no cursor that is none`(_ text: String) {
        #expect(WorklistCursor(typed: text) == nil)
    }

    @Test
    func `shows every file once over all pages`() async throws {
        let site = try await TestSite()
        let ids = try await site.addFiles(count: 120)
        try await site.visit(as: .handler) { visit async throws in
            var seen: [String] = []
            var url: String? = "/werkbak"
            var pages = 0
            while let next = url, pages < 10 {
                let html = try await visit.get(next).html
                seen += html.matches(of: /href="\/dossiers\/(\d+)"/).map { "\($0.1)" }
                url = html.firstMatch(of: /rel="next" href="([^"]+)"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
                pages += 1
            }
            #expect(pages == 3)
            #expect(seen.count == 120)
            #expect(Set(seen) == Set(ids.map { "\($0)" }))
        }
    }
}
