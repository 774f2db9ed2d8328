import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `Signing in` {
    @Test
    func `lists everybody by what they do`() async throws {
        let site = try await TestSite()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/aanmelden")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            for persona in Persona.allCases { #expect(answer.html.contains("data-persona=\"\(persona.rawValue)\"")) }
            #expect(answer.html.contains("Brasserie De Linde bv"))
            try expectSnapshot(answer.html, named: "signing-in.html")
        }
    }

    @Test
    func `starts a session in the capacity that was chosen`() async throws {
        let site = try await TestSite()
        let capacity = try #require(try await site.actor(.handler).capacity)
        try await site.visit(as: nil) { visit in
            let answer = try await visit.post("/aanmelden", [("capacity", "\(capacity)")])
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/")
        }
    }

    @Test(arguments: ["", "0", "9999", "een", "<script>"])
    func `refuses a capacity that nobody has`(_ capacity: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.post("/aanmelden", [("capacity", capacity)])
            #expect(answer.status == .forbidden)
            #expect(!answer.html.contains("<script>"))
        }
    }

    @Test
    func `slows down who hammers`() async throws {
        let site = try await TestSite()
        let router = Router(context: AppRequestContext.self)
        router.add(middleware: ErrorPagesMiddleware(pages: site.site.pages))
        SigningInRoutes(site: site.site, limit: SignInRateLimit(mostPerName: 2)).add(to: router)
        try await Application(router: router).test(.router) { client in
            for expected in [HTTPResponse.Status.forbidden, .forbidden, .tooManyRequests] {
                let status = try await client.execute(uri: "/aanmelden", method: .post) { $0.status }
                #expect(status == expected)
            }
        }
    }

    @Test
    func `needs a form of ours`() async throws {
        let site = try await TestSite()
        try await site.visit(as: nil) { visit in
            let status = try await visit.client.execute(
                uri: "/aanmelden",
                method: .post,
                headers: [.cookie: visit.cookie, .contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: "capacity=1")
            ) { $0.status }
            #expect(status == .forbidden)
        }
    }

    @Test
    func `says that it is not set up outside a demonstration`() async throws {
        let site = try await TestSite()
        let pages = Pages(renderer: try .load(), security: site.site.pages.security, isDemonstration: false)
        let router = makeRouter(Site(counter: site.counter, pages: pages))
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/aanmelden", method: .get) { response in
                #expect(response.status == .serviceUnavailable)
                let html = String(buffer: response.body)
                #expect(!html.contains("data-persona"))
                try expectSnapshot(html, named: "signing-in-unavailable.html")
            }
        }
    }

    @Test
    func `ends the session`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.post("/afmelden")
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/aanmelden")
        }
    }

    @Test
    func `leads a stranger from an error to the sign-in page`() async throws {
        let site = try await TestSite()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/uitgaand")
            #expect(answer.status == .unauthorized)
            #expect(answer.html.contains("href=\"/aanmelden\""))
        }
    }
}

@Suite
struct `Changing capacity` {
    @Test
    func `offers the other capacities of the same person alone`() async throws {
        let site = try await TestSite()
        let handler = try await site.actor(.handler)
        let account = try #require(handler.account)
        let second = try await site.database.write { session in
            try session.addCapacity(account, .voter, .partnership(PartnershipCode("bouw")))
        }
        try await site.visit(as: .handler) { visit in
            let page = try await visit.get("/hoedanigheid").html
            #expect(page.contains("value=\"\(second)\""))
            try expectSnapshot(page, named: "capacities.html")
            let answer = try await visit.post("/hoedanigheid", [("capacity", "\(second)")])
            #expect(answer.location == "/")
        }
    }

    @Test
    func `refuses the capacity of somebody else`() async throws {
        let site = try await TestSite()
        let foreign = try #require(try await site.actor(.department).capacity)
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.post("/hoedanigheid", [("capacity", "\(foreign)")])
            #expect(answer.status == .forbidden)
        }
    }

    @Test
    func `is for who is signed in`() async throws {
        let site = try await TestSite()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/hoedanigheid")
            #expect(answer.status == .unauthorized)
        }
    }
}
