import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `A page` {
    private let page = Page(
        path: "/stijlgids/onder",
        visitor: Visitor(
            name: "Els Vermeulen",
            role: "layout.tagline",
            organisation: "SBO Bouw",
            navigation: [
                NavigationItem("layout.product", url: "/"),
                NavigationItem("styleguide.title", url: "/stijlgids", waiting: 3),
            ]
        ),
        csrf: "secret",
        isDemonstration: true
    )

    @Test(arguments: [false, true])
    func `shows every part`(_ isRefused: Bool) throws {
        let html = try Renderer.load().html(StyleGuideScreen(isRefused: isRefused), in: page)
        #expect(!html.contains("⟦"))
        try expectSnapshot(html, named: isRefused ? "styleguide-refused.html" : "styleguide.html")
    }

    /// A quotation mark with an accent on it is one character to Swift, and still a quotation mark to a browser.
    @Test(arguments: [
        "<script>alert(1)</script>", "\" onfocus=\"x", "' onfocus='x", "\"\u{301} onfocus=x", "<\u{301}b>",
        "\u{600}\" x",
        "&lt;b&gt;", "</textarea><b>",
    ])
    func `escapes what people typed in every part`(_ sample: String) throws {
        let typed = try html(showing: sample)
        let harmless = try html(showing: "sample")
        for sign in ["<", ">", "\"", "'"] {
            #expect(signs(sign, in: typed) == signs(sign, in: harmless), "\(sign) slipped through")
        }
    }

    /// Every part, with the sample wherever a person may have typed it.
    private func html(showing sample: String) throws -> String {
        var page = page
        page.visitor?.name = sample
        page.visitor?.organisation = sample
        page.csrf = sample
        page.flash = .success(.verbatim(sample))
        return try Renderer.load().html(StyleGuideScreen(isRefused: true, sample: sample), in: page)
    }

    private func signs(_ sign: String, in html: String) -> Int {
        html.unicodeScalars.count { String($0) == sign }
    }

    @Test
    func `gives every element an identifier of its own`() throws {
        let html = try Renderer.load().html(StyleGuideScreen(isRefused: true), in: page)
        let identifiers = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(identifiers).count == identifiers.count)
        for described in html.matches(of: /aria-(?:describedby|labelledby)="([^"]*)"/) {
            for identifier in described.1.split(separator: " ") { #expect(identifiers.contains(String(identifier))) }
        }
        for target in html.matches(of: /(?:<label for|href)="#?([^"\/]+)"/) {
            #expect(identifiers.contains(String(target.1)), "\(target.1)")
        }
    }

    @Test
    func `marks where one is, and nothing more than once`() throws {
        let html = try Renderer.load().html(StyleGuideScreen(), in: page)
        #expect(html.matches(of: /aria-current="true"/).count == 1)
        #expect(html.contains("<a href=\"/stijlgids\" aria-current=\"true\">"))
    }

    @Test
    func `says in the title of the window that a form was refused`() throws {
        let html = try Renderer.load().html(StyleGuideScreen(isRefused: true), in: page)
        #expect(html.contains("<title>Fout: Stijlgids – Tandem</title>"))
    }

    @Test
    func `holds no style and no script of its own`() throws {
        let html = try Renderer.load().html(StyleGuideScreen(isRefused: true), in: page)
        #expect(!html.contains(" style="))
        #expect(!html.contains("<style"))
        #expect(html.matches(of: /<script/).count == 1)
        #expect(html.matches(of: /\son[a-z]+=/).isEmpty)
        #expect(html.matches(of: /(?:src|href)="(?:https?:|\/\/)/).isEmpty)
    }
}

@Suite
struct `A text area` {
    @Test
    func `gives back exactly what was typed`() throws {
        let typed = "  eerste\n    tweede\n\nvierde"
        let form = Form(FormData(values: ["reason": [typed]]))
        let html = try Renderer.load().html(template: "components/textarea", form.textarea("reason", "form.missing"))
        #expect(html.contains(">eerste\n    tweede\n\nvierde</textarea>"))
    }
}

@Suite
struct `A list in parts` {
    @Test(arguments: [
        (1, 60, 1, "1 tot 25 van 60", false, true), (2, 60, 2, "26 tot 50 van 60", true, true),
        (3, 60, 3, "51 tot 60 van 60", true, false), (99, 60, 3, "51 tot 60 van 60", true, false),
        (-1, 60, 1, "1 tot 25 van 60", false, true),
    ])
    func `says which part is shown`(
        _ asked: Int,
        _ total: Int,
        _ page: Int,
        _ range: String,
        _ hasPrevious: Bool,
        _ hasNext: Bool
    ) throws {
        let pagination = Pagination(page: asked, size: 25, total: total) { "/p\($0)" }
        let html = try Renderer.load().html(template: "components/pagination", pagination.model)
        #expect(pagination.page == page)
        #expect(html.contains(range))
        #expect(html.contains("rel=\"prev\"") == hasPrevious)
        #expect(html.contains("rel=\"next\"") == hasNext)
    }

    @Test(arguments: [0, 1, 25])
    func `needs no browsing where all is shown`(_ total: Int) {
        #expect(Pagination(page: 1, size: 25, total: total) { "\($0)" }.model == .nothing)
    }
}
