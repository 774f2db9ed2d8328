import HTTPTypes
import TandemActions
import TandemDomain
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

/// A company register beside the site of the tests: the restaurant, which the counter knows, and others it does not.
private enum Beside {
    static let (restaurant, baker, person): (UInt32, UInt32, UInt32) = (4_000_001, 4_000_077, 4_000_078)
    static let (kitchen, bakehouse, stall): (UInt32, UInt32, UInt32) = (20_000_001, 20_000_900, 20_000_901)

    static func full(_ number: Int = 140, restaurantNamed name: String = "Brasserie De Linde") -> TestExtract {
        TestExtract.full(
            number,
            [
                "enterprise": [
                    Rows.enterprise(restaurant), Rows.enterprise(baker),
                    Rows.enterprise(person, type: "1", form: ""),
                ],
                "establishment": [
                    Rows.establishment(20_000_899, of: restaurant), Rows.establishment(bakehouse, of: baker),
                    Rows.establishment(stall, of: person),
                ],
                "denomination": [
                    Rows.name(restaurant, name), Rows.name(baker, "Bakkerij Zoete Proef"),
                    Rows.name(20_000_899, "De Linde aan het Water", type: "003"),
                    Rows.name(person, "Verzonnen, Fien", language: "0"),
                ],
                "address": [
                    Rows.address(restaurant, "9300", "Aalst", kind: "REGO", street: "Dorpsstraat(AAL)"),
                    Rows.address(20_000_899, "9300", "Aalst", street: "Kaai"),
                    Rows.address(baker, "9000", "Gent", kind: "REGO", street: "Oventje"),
                    Rows.address(bakehouse, "9000", "Gent", street: "Oventje"),
                    Rows.address(stall, "2000", "Antwerpen", street: "Marktje"),
                ],
                "contact": [
                    Rows.contact(baker, "EMAIL", "info@zoeteproef.example"), Rows.contact(baker, "TEL", "090 00 00 00"),
                    Rows.contact(person, "EMAIL", "fien@prive.example"),
                ],
            ]
        )
    }

    static func site(_ extract: TestExtract = full()) async throws -> (TestSite, TestRegister) {
        let register = try TestRegister()
        try await register.load(extract)
        let employers = """
            EstablishmentNumber,JointCommittee,SizeClass,Employees
            \(Rows.number(bakehouse)),118,size_10_19,14

            """
        let bytes = Array(employers.trimmingPrefix(" ").utf8.dropLast())
        _ = try await EmployerImport(register.file, driver: TestRegister.driver) {
            AnyIterator(CollectionOfOne(bytes).makeIterator())
        }
        return (try await TestSite().beside(register), register)
    }

    static func digits(_ stem: UInt32) -> String { EntityNumber(stem: stem).digits }
}

@Suite
struct `A company of the company register` {
    @Test
    func `fills the form of who brings it to the counter`() async throws {
        let (site, register) = try await Beside.site()
        defer { withExtendedLifetime(register) {} }
        let number = Rows.number(Beside.baker)
        try await site.visit(as: .counsellor) { visit in
            let found = try await visit.get("/ondernemingen/zoeken?nummer=\(number)")
            #expect(
                found.html.contains("Bakkerij Zoete Proef") && found.html.contains("wel in het ondernemingsregister")
            )
            let named = try await visit.get("/ondernemingen/zoeken?nummer=Zoete+Proef").html
            #expect(named.contains("Bakkerij Zoete Proef") && named.contains("value=\"Zoete Proef\""))
            let form = try await visit.get("/ondernemingen/nieuw?nummer=\(number)")
            for value in ["Bakkerij Zoete Proef", "Oventje 1", "9000", "info@zoeteproef.example", "090 00 00 00", "14"]
            {
                #expect(form.html.contains("value=\"\(value)\""), "\(value)")
            }
            #expect(form.html.contains("<option value=\"118\" selected"))
            #expect(form.html.contains("Kruispuntbank van Ondernemingen"))
            let added = try await visit.post(
                "/ondernemingen/nieuw",
                [
                    ("nummer", number), ("name", "Bakkerij Zoete Proef"), ("street", "Oventje 1"),
                    ("postalCode", "9000"), ("committee", "118"), ("employees", "14"),
                ]
            )
            #expect(added.location?.hasSuffix("/machtiging") == true)
        }
        let company = try await site.database.read {
            try $0.company(CompanyNumber(stored: Beside.digits(Beside.baker)))
        }
        #expect(company?.details.legalForm == "610" && company?.details.employees == 14)
    }

    @Test
    func `shows of a natural person the name and where he works, and no more`() async throws {
        let (site, register) = try await Beside.site()
        defer { withExtendedLifetime(register) {} }
        try await site.visit(as: .counsellor) { visit in
            let form = try await visit.get("/ondernemingen/nieuw?nummer=\(Rows.number(Beside.person))")
            #expect(form.html.contains("value=\"Verzonnen, Fien\"") && form.html.contains("value=\"Marktje 1\""))
            #expect(!form.html.contains("prive.example"))
        }
    }

    @Test
    func `is found by the words of its name, with a typing error`() async throws {
        let (site, register) = try await Beside.site()
        defer { withExtendedLifetime(register) {} }
        try await site.visit(as: .counsellor) { visit in
            let found = try await visit.get("/ondernemingen/zoeken?nummer=zoete+bakkerjj")
            #expect(found.status == .ok && found.html.contains("Bakkerij Zoete Proef"))
            #expect(found.html.contains(Rows.number(Beside.baker)))
            let person = try await visit.get("/ondernemingen/zoeken?nummer=verzonnen")
            #expect(person.html.contains("Verzonnen, Fien") && !person.html.contains("Marktje"))
            let nothing = try await visit.get("/ondernemingen/zoeken?nummer=onvindbaarheid")
            #expect(nothing.html.contains("Geen onderneming gevonden"))
            let wrong = try await visit.get("/ondernemingen/zoeken?nummer=0123.456.700")
            #expect(wrong.status == .unprocessableContent)
        }
    }

    @Test
    func `offers its establishments to choose from`() async throws {
        let (site, register) = try await Beside.site()
        defer { withExtendedLifetime(register) {} }
        let bundle = try await site.counter.startBundle(for: site.places.restaurant, by: site.actor(.representative))
        let number = Beside.digits(20_000_899)
        try await site.visit(as: .representative) { visit in
            let page = try await visit.get("/aanvragen/\(bundle)/vestiging")
            #expect(page.html.contains("De Linde aan het Water") && page.html.contains("uit het ondernemingsregister"))
            let chosen = try await visit.post("/aanvragen/\(bundle)/vestiging", [("establishment", "kbo-\(number)")])
            #expect(chosen.location == "/aanvragen/\(bundle)/opleidingen")
            let unknown = try await visit.post("/aanvragen/\(bundle)/vestiging", [("establishment", "kbo-2000000339")])
            #expect(unknown.status == .unprocessableContent)
        }
        let place = try await site.database.read { try $0.establishment(EstablishmentNumber(stored: number)) }
        #expect(place?.name == "De Linde aan het Water" && place?.street == "Kaai 1")
        #expect(place?.company == site.places.restaurant)
    }

    @Test
    func `asks for nothing where there is no register`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .counsellor) { visit in
            let page = try await visit.get("/ondernemingen/zoeken?nummer=bakkerij")
            #expect(page.status == .unprocessableContent && !page.html.contains("ondernemingsregister"))
        }
    }
}

@Suite
struct `What the company register tells otherwise` {
    /// A site with an open file of the restaurant, whose name has changed in the register since.
    private func changed() async throws -> (TestSite, Identifier<RecognitionApplication>) {
        let (site, register) = try await Beside.site()
        let file = try await site.submitted()
        _ = try await site.counter.follow(register.snapshot())
        try await register.load(Beside.full(141, restaurantNamed: "Brasserie De Linde & Zonen"))
        _ = try await site.counter.follow(register.snapshot())
        return (site, file)
    }

    @Test
    func `stands on the page of the company, which takes it over`() async throws {
        let (site, file) = try await changed()
        let company = site.places.restaurant
        try await site.visit(as: .representative) { visit in
            for path in ["/ondernemingen/\(company)", "/aanvragen/dossier/\(file)"] {
                let page = try await visit.get(path)
                #expect(page.html.contains("Het ondernemingsregister zegt nu anders"), "\(path)")
                #expect(page.html.contains("Brasserie De Linde &amp; Zonen"), "\(path)")
            }
            let answer = "/ondernemingen/\(company)/ondernemingsregister"
            let taken = try await visit.post(answer, [("antwoord", "take_over"), ("vestiging", "")])
            #expect(taken.location == "/ondernemingen/\(company)")
            let page = try await visit.get("/ondernemingen/\(company)")
            #expect(page.html.contains("<h1>Brasserie De Linde &amp; Zonen"))
            #expect(!page.html.contains("zegt nu anders"))
            #expect(try await visit.post(answer, [("antwoord", "take_over")]).status == .notFound)
            #expect(try await visit.post(answer, [("antwoord", "iets")]).status == .notFound)
        }
    }

    @Test
    func `is a task for the handler, who answers on the page of the file`() async throws {
        let (site, file) = try await changed()
        try await site.visit(as: .handler) { visit in
            let tasks = try await visit.get("/taken?soort=company_changed")
            #expect(tasks.html.contains("Gegevens gewijzigd") && tasks.html.contains("De Linde &amp; Zonen"))
            #expect(tasks.html.contains("/dossiers/\(file)"))
            let page = try await visit.get("/dossiers/\(file)")
            #expect(page.html.contains("Het ondernemingsregister zegt nu anders"))
            let kept = try await visit.post("/dossiers/\(file)/ondernemingsregister", [("antwoord", "keep")])
            #expect(kept.location == "/dossiers/\(file)")
            #expect(try await !visit.get("/dossiers/\(file)").html.contains("zegt nu anders"))
        }
        let company = site.places.restaurant
        #expect(try await site.database.read { try $0.company(company) }?.details.name == "Brasserie De Linde bv")
    }

    @Test
    func `is read by others without a button`() async throws {
        let (site, file) = try await changed()
        try await site.visit(as: .auditor) { visit in
            let page = try await visit.get("/dossiers/\(file)")
            #expect(page.html.contains("zegt nu anders") && !page.html.contains("value=\"take_over\""))
            let refused = try await visit.post("/dossiers/\(file)/ondernemingsregister", [("antwoord", "keep")])
            #expect(refused.status == .forbidden)
        }
    }
}
