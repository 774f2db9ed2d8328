import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The outbox` {
    @Test
    func `lists the letters of the partnership`() async throws {
        let site = try await TestSite()
        _ = try await site.submit([TestSite.cook, TestSite.building])
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/uitgaand")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "outbox.html")
        }
    }

    @Test
    func `shows no letters of another partnership`() async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .otherHandler) { visit in
            let html = try await visit.get("/uitgaand?partnerschap=horeca").html
            #expect(!html.contains("De Linde"))
            try expectSnapshot(html, named: "outbox-empty.html")
        }
    }

    @Test
    func `is read page by page`() async throws {
        let site = try await TestSite()
        let restaurant = site.places.restaurant
        try await site.database.write { session in
            for number in 1...60 {
                try session.addLetter(
                    .received,
                    partnership: PartnershipCode("horeca"),
                    company: restaurant,
                    application: nil,
                    recognition: nil,
                    addressee: "Brasserie",
                    subject: "Brief \(number).",
                    body: "",
                    on: TestSite.today,
                    at: Instant(milliseconds: 0)
                )
            }
        }
        try await site.visit(as: .department) { visit in
            let first = try await visit.get("/uitgaand?partnerschap=horeca").html
            #expect(first.contains("Brief 60.") && first.contains("Brief 11.") && !first.contains("Brief 10."))
            #expect(first.contains("/uitgaand?partnerschap=horeca&amp;voor=11"))
            let second = try await visit.get("/uitgaand?partnerschap=horeca&voor=11").html
            #expect(second.contains("Brief 10.") && second.contains("Brief 1."))
            #expect(!second.contains("voor="))
        }
    }
}

@Suite
struct `The tasks` {
    private func siteWithTask() async throws -> TestSite {
        let site = try await TestSite()
        let id = try await site.recognise()
        let place = try await site.firstPlace(of: id)
        try await site.counter.endMentor(place, of: id, lastDay: TestSite.today, by: site.actor(.representative))
        return site
    }

    @Test
    func `wait until they are settled`() async throws {
        let site = try await siteWithTask()
        try await site.visit(as: .handler) { visit in
            let page = try await visit.get("/taken").html
            #expect(!page.contains("⟦"))
            try expectSnapshot(page, named: "tasks.html")
            let task = try #require(page.firstMatch(of: /action="(\/taken\/\d+)"/)?.1)
            let answer = try await visit.post(String(task))
            #expect(answer.status == .seeOther)
            try expectSnapshot(try await visit.get("/taken").html, named: "tasks-empty.html")
            #expect(try await visit.post(String(task)).status == .conflict)
        }
    }

    @Test
    func `of another partnership cannot be settled`() async throws {
        let site = try await siteWithTask()
        try await site.visit(as: .otherHandler) { visit in
            let answer = try await visit.post("/taken/1")
            #expect(answer.status == .forbidden)
        }
    }
}

@Suite
struct `The log of a file` {
    @Test
    func `shows every event with both its times`() async throws {
        let site = try await TestSite()
        let id = try await site.recognise()
        let file = try await site.recognition(id).application
        try await site.visit(as: .auditor) { visit in
            let answer = try await visit.get("/dossiers/\(file)/gebeurtenissen")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            #expect(answer.html.contains("Erkend"))
        }
    }

    @Test
    func `escapes what people typed`() async throws {
        let site = try await TestSite()
        let file = try await site.submit()[0]
        let handler = try await site.actor(.handler)
        try await site.counter.markIncomplete(file, reason: "<script>alert(1)</script>", since: nil, by: handler)
        try await site.visit(as: .department) { visit in
            let html = try await visit.get("/dossiers/\(file)/gebeurtenissen").html
            #expect(html.contains("&lt;script&gt;") && !html.contains("<script>alert"))
        }
    }

    @Test(arguments: [
        (Persona.representative, HTTPStatusCode.forbidden), (.voter, .forbidden), (.otherHandler, .forbidden),
        (.handler, .ok), (.department, .ok),
    ])
    func `is for who handles or oversees`(_ persona: Persona, _ status: HTTPStatusCode) async throws {
        let site = try await TestSite()
        let file = try await site.submit()[0]
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/dossiers/\(file)/gebeurtenissen")
            #expect(answer.status.code == status.rawValue)
        }
    }
}

@Suite
struct `The chain of events` {
    @Test
    func `can be checked by who may read it`() async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .auditor) { visit in
            let page = try await visit.get("/keten")
            #expect(page.status == .ok)
            #expect(!page.html.contains("⟦"))
            let checked = try await visit.post("/keten").html
            #expect(checked.contains("Nagekeken:"))
        }
    }

    @Test
    func `names what was changed behind its back`() async throws {
        let site = try await TestSite()
        let file = try await site.submit()[0]
        try await site.database.write { session in
            _ = try session.run("UPDATE application SET partnership = 'bouw' WHERE id = \(file)")
        }
        try await site.visit(as: .department) { visit in
            let html = try await visit.post("/keten").html
            #expect(html.contains("application \(file): de rij verschilt van haar laatste gebeurtenis."))
        }
    }

    @Test(arguments: [Persona.handler, .representative, .secretary])
    func `is closed to others`(_ persona: Persona) async throws {
        let site = try await TestSite()
        try await site.visit(as: persona) { visit in
            let shown = try await visit.get("/keten").status
            #expect(shown == .forbidden)
            let sent = try await visit.post("/keten").status
            #expect(sent == .forbidden)
        }
    }

    @Test
    func `says whether the counter lives`() async throws {
        let site = try await TestSite()
        _ = try await site.counter.tick()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/health")
            #expect(answer.status == .ok)
            #expect(answer.html == "{\"ok\":true,\"database\":true,\"lastTick\":\"2026-11-23\"}\n")
        }
    }
}

@Suite
struct `The counts` {
    @Test
    func `stand in tables beside their chart`() async throws {
        let site = try await TestSite()
        _ = try await site.recognise()
        try await site.visit(as: .department) { visit in
            let answer = try await visit.get("/tellingen")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "counts.html")
        }
    }

    @Test
    func `are those of the measurement date`() async throws {
        let site = try await TestSite()
        _ = try await site.recognise()
        try await site.visit(as: .handler) { visit in
            let html = try await visit.get("/tellingen?op=22/11/2026").html
            #expect(html.contains("Er zijn geen aanvragen geteld"))
        }
    }

    @Test(arguments: ["24/11/2026", "31/02/2026", "<script>alert(1)</script>"])
    func `keep a day that cannot be one in its field`(_ typed: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get(Addresses.counts.url(query: [("op", typed)]))
            #expect(answer.status == .unprocessableContent)
            #expect(!answer.html.contains("<script>alert"))
            #expect(typed.contains("<") || answer.html.contains("value=\"\(typed)\""))
        }
    }

    @Test(arguments: [Persona.representative, .voter, .counsellor])
    func `are not for everybody`(_ persona: Persona) async throws {
        let site = try await TestSite()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/tellingen")
            #expect(answer.status == .forbidden)
        }
    }
}
