import TandemTestKit
import Testing

@testable import TandemWeb

/// The log of a file as an auditor reads it; its digests follow from all that the events say.
@Suite
struct `The recorded log of a file` {
    @Test
    func `shows every event with both its times`() async throws {
        let site = try await TestSite()
        _ = try await site.submit()
        try await site.visit(as: .auditor) { visit in
            let html = try await visit.get("/dossiers/1/gebeurtenissen").html
            #expect(!html.contains("⟦"))
            try expectSnapshot(html, named: "events.html")
        }
    }
}

/// The page of a request that cannot be answered.
@Suite
struct `The page of an error` {
    @Test
    func `says that we were wrong, and gives a number`() throws {
        let html = try Renderer.load().html(ErrorPage(reference: "K7Q2M9XB"), in: Page(path: "/werkbak"))
        try expectSnapshot(html, named: "error-fault.html")
    }

    @Test
    func `leads who is not signed in to signing in`() throws {
        let html = try Renderer.load().html(ErrorPage(NotSignedIn().explanation), in: Page(path: "/werkbak"))
        try expectSnapshot(html, named: "error-not-signed-in.html")
    }
}
