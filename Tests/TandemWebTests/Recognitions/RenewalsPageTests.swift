import HTTPTypes
import TandemActions
import TandemDomain
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The list of renewals` {
    private static let yearsLater = 365 * 5 - 100

    private func laterSite() async throws -> (TestSite, Identifier<Recognition>) {
        let site = try await TestSite()
        let id = try await site.recognise()
        return (site.later(days: Self.yearsLater), id)
    }

    @Test
    func `shows what ends within the months that were chosen`() async throws {
        let (site, id) = try await laterSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/hernieuwingen?maanden=6")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            #expect(answer.html.contains("/erkenningen/\(id)\"") && answer.html.contains("053 00 00 01"))
            try expectSnapshot(answer.html, named: "renewals.html")
            let short = try await visit.get("/hernieuwingen?maanden=3").html
            #expect(!short.contains("/erkenningen/\(id)\""))
            try expectSnapshot(short, named: "renewals-empty.html")
            let state = try await visit.get("/hernieuwingen?maanden=6&stand=refuses").html
            #expect(!state.contains("/erkenningen/\(id)\""))
        }
    }

    @Test
    func `keeps its place after a change of state`() async throws {
        let (site, id) = try await laterSite()
        let version = try await site.recognition(id).version
        let fields = [("state", "contacted"), ("note", "Belt terug"), ("version", "\(version)"), ("maanden", "12")]
        try await site.visit(as: .consultant) { visit in
            let answer = try await visit.post("/erkenningen/\(id)/opvolging", fields)
            #expect(answer.location == "/hernieuwingen?maanden=12&partnerschap=horeca")
            #expect(try await visit.post("/erkenningen/\(id)/opvolging", fields).status == .conflict)
        }
        #expect(try await site.recognition(id).renewalState == .contacted)
    }

    @Test(arguments: [
        (Persona.department, HTTPStatusCode.ok), (.auditor, .ok), (.otherHandler, .ok), (.voter, .forbidden),
        (.representative, .forbidden), (.counsellor, .forbidden),
    ])
    func `is for sectors and who oversees`(_ persona: Persona, _ status: HTTPStatusCode) async throws {
        let (site, id) = try await laterSite()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/hernieuwingen")
            #expect(answer.status.code == status.rawValue)
            let sees = answer.html.contains("/erkenningen/\(id)\"")
            #expect(sees == (persona == .department || persona == .auditor))
            let follow = try await visit.post("/erkenningen/\(id)/opvolging", [("state", "renews")])
            #expect(follow.status == .forbidden)
        }
    }

    @Test
    func `refuses a state that is none`() async throws {
        let (site, id) = try await laterSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.post("/erkenningen/\(id)/opvolging", [("state", "misschien")])
            #expect(answer.status == .unprocessableContent)
        }
    }
}
