import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The decision on a file` {
    /// The fields of a form that saw these files in their version after taking up.
    private func seen(_ files: [Identifier<RecognitionApplication>]) -> [(String, String)] {
        files.map { ("seen", "\($0):4") }
    }

    @Test
    func `asks what to decide`() async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.cook, TestSite.building])
        try await site.takeUp(files)
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.get("/dossiers/\(files[0])/beslissing")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            #expect(answer.html.contains("Goedkeuren kan nog niet"))
            try expectSnapshot(answer.html, named: "handling-decision.html")
        }
    }

    @Test
    func `shows the letters before they go`() async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.cook, TestSite.building])
        try await site.takeUp(files, acceptsMentors: true)
        let fields = seen(files) + [("verdict", "approve"), ("files", "\(files[1])"), ("preview", "yes")]
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/beslissing", fields)
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "handling-decision-preview.html")
        }
        #expect(try await site.record(files[0])?.status == .inProcess)
    }

    @Test
    func `decides on several files together`() async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.cook, TestSite.building])
        try await site.takeUp(files, acceptsMentors: true)
        let fields = seen(files) + [("verdict", "approve"), ("files", "\(files[1])"), ("confirm", "yes")]
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/beslissing", fields)
            #expect(answer.location == "/dossiers/\(files[0])")
            let page = try await visit.get("/dossiers/\(files[0])").html
            #expect(!page.contains("/beslissing\""))
            try expectSnapshot(page, named: "handling-file-approved.html")
        }
        for file in files { #expect(try await site.record(file)?.status == .approved) }
    }

    @Test
    func `rejects with a reason, and keeps what was typed until then`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        let url = "/dossiers/\(files[0])/beslissing"
        let motivation = ("motivation", "Er is <script>geen</script> keuken.")
        let main = ("mainReason", "company_equipment_or_activities")
        try await site.visit(as: .handler) { visit async throws in
            let base = seen(files) + [("verdict", "reject")]
            let without = try await visit.post(url, base + [motivation, ("preview", "yes")])
            #expect(without.status == .unprocessableContent)
            #expect(without.html.contains("id=\"mainReason-error\"") && without.html.contains("&lt;script&gt;geen"))
            try expectSnapshot(without.html, named: "handling-decision-refused.html")
            #expect(
                try await visit.post(url, base + [main, ("preview", "yes")]).html.contains("id=\"motivation-error\"")
            )
            let twice = base + [main, motivation, ("furtherReasons", main.1), ("preview", "yes")]
            #expect(try await visit.post(url, twice).html.contains("ook bij de bijkomende redenen"))
            let change = try await visit.post(url, base + [main, motivation, ("change", "yes")])
            #expect(change.status == .ok && change.html.contains("&lt;script&gt;geen"))
            #expect(try await visit.post(url, base + [main, motivation, ("confirm", "yes")]).status == .seeOther)
        }
        let file = try #require(try await site.record(files[0]))
        #expect(file.status == .rejected && file.mainReason?.rawValue == main.1)
    }

    @Test
    func `names each file that it cannot be taken on`() async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.cook, TestSite.building])
        try await site.takeUp([files[0]], acceptsMentors: true)
        try await site.takeUp([files[1]])
        let fields = seen(files) + [("verdict", "approve"), ("files", "\(files[1])"), ("confirm", "yes")]
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/beslissing", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("Dossier \(files[1]): Beoordeel eerst elke mentor"))
            #expect(!answer.html.contains("Dossier \(files[0]): "))
        }
        #expect(try await site.record(files[0])?.status == .inProcess)
    }

    @Test
    func `is not taken on what was changed meanwhile`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        let fields = [
            ("seen", "\(files[0]):3"), ("verdict", "reject"), ("mainReason", "conviction"),
            ("motivation", "Een lange motivering."), ("confirm", "yes"),
        ]
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/beslissing", fields)
            #expect(answer.status == .conflict)
            #expect(answer.html.contains("Een lange motivering."))
        }
    }

    @Test(
        arguments: [
            ([], "Dit formulier is verouderd"), ([("seen", "1:4")], "Kies goedkeuren of afkeuren"),
            ([("seen", "1:4"), ("verdict", "perhaps")], "Kies goedkeuren of afkeuren"),
            ([("seen", "1:4"), ("verdict", "approve"), ("files", "77")], "Dit formulier is verouderd"),
            (
                [("seen", "1:4"), ("verdict", "reject"), ("mainReason", "luim"), ("motivation", "Zomaar")],
                "De code luim is vandaag niet geldig"
            ),
        ] as [([(String, String)], String)]
    )
    func `says what is wrong with the form`(_ fields: [(String, String)], _ text: String) async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files)
        try await site.visit(as: .handler) { visit async throws in
            let answer = try await visit.post("/dossiers/\(files[0])/beslissing", fields + [("preview", "yes")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains(text))
        }
    }

    @Test(arguments: [
        (Persona?.none, 401), (.voter, 403), (.otherHandler, 403), (.department, 403), (.auditor, 403),
        (.representative, 403),
    ])
    func `is only for who decides`(_ persona: Persona?, _ status: Int) async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.takeUp(files, acceptsMentors: true)
        try await site.visit(as: persona) { visit async throws in
            #expect(try await visit.get("/dossiers/\(files[0])/beslissing").status.code == status)
            let fields = seen(files) + [("verdict", "approve"), ("confirm", "yes")]
            let posted = try await visit.post("/dossiers/\(files[0])/beslissing", fields).status.code
            #expect(posted == status)
        }
        #expect(try await site.record(files[0])?.status == .inProcess)
    }

    @Test
    func `waits until the file is in handling`() async throws {
        let site = try await TestSite()
        let files = try await site.submit()
        try await site.visit(as: .handler) { visit async throws in
            #expect(try await visit.get("/dossiers/\(files[0])/beslissing").status == .conflict)
        }
    }
}
