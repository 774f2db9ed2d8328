import HTTPTypes
import TandemActions
import TandemDomain
import TandemRegister
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `Searching companies` {
    static let all = [
        "Bakkerij Wouters", "De Linde keuken", "De Linde terras", "Électro Dender", "Électro Meuse",
        "Peeters elektriciteit",
    ]

    static let questions: [(String, [String])] = [
        ("", all),
        ("zoek=electro+dender+bv", ["Électro Dender", "Électro Meuse"]),
        ("zoek=elektro+meuze", ["Électro Meuse"]),
        ("zoek=linde", ["De Linde keuken", "De Linde terras"]),
        ("activiteit=2025:43211", ["Électro Dender", "Électro Meuse"]),
        ("activiteit=2008:43", ["Peeters elektriciteit"]),
        ("activiteit=43.211", ["Électro Dender", "Électro Meuse", "Peeters elektriciteit"]),
        ("activiteit=eet-+en+drink", ["De Linde keuken", "De Linde terras"]),
        ("activiteit=2025:43&activiteit=2025:10", ["Bakkerij Wouters", "Électro Dender", "Électro Meuse"]),
        ("gemeente=Aalst", ["De Linde keuken", "Électro Dender"]),
        ("gemeente=41002&gemeente=24062", ["Bakkerij Wouters", "De Linde keuken", "Électro Dender"]),
        ("gewest=brussel", ["Peeters elektriciteit"]),
        ("gewest=wallonie&gewest=brussel", ["Électro Meuse", "Peeters elektriciteit"]),
        ("provincie=luik", ["Électro Meuse"]),
        ("werkgever=ja", ["Électro Dender", "Électro Meuse"]),
        ("werkgever=nee&gemeente=Aalst", ["De Linde keuken"]),
        ("rond=9300&straal=5", ["De Linde keuken", "Électro Dender"]),
        ("rond=Aalst&straal=35&volgorde=afstand&activiteit=43211", ["Électro Dender", "Peeters elektriciteit"]),
        ("rond=50.63,5.57&straal=10", ["Électro Meuse"]),
        ("rond=4000&straal=0&activiteit=43211", ["Électro Meuse", "Peeters elektriciteit", "Électro Dender"]),
        ("kader=50.90,3.90,51.00,4.20", ["De Linde keuken", "Électro Dender"]),
        ("soort=onderneming&zoek=electro", ["Électro Dender BV"]),
        ("soort=school", []),
    ]

    @Test(arguments: questions)
    func `finds what is asked, alone and combined`(_ query: String, _ names: [String]) async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/radar?\(query)")
            #expect(answer.status == .ok)
            #expect(answer.found == names, "\(query)")
        }
    }

    @Test
    func `finds a company by its number in any notation, with its establishments`() async throws {
        let (site, _) = try await RadarFixture.site()
        let number = EntityNumber(stem: 4_000_010)
        try await site.visit(as: .counsellor) { visit in
            for typed in [
                number.formatted, number.digits, "BE\(number.digits)", number.formatted.replacing(".", with: "+"),
            ] {
                let answer = try await visit.get("/radar?zoek=\(typed)")
                #expect(answer.found == ["Électro Dender", "Électro Dender BV", "Électro Meuse"], "\(typed)")
            }
            let single = try await visit.get("/radar?zoek=\(EntityNumber(stem: 20_000_011).formatted)")
            #expect(single.found == ["Électro Meuse"])
        }
    }

    @Test
    func `tells recognised places from others, for one training or for any`() async throws {
        let (site, _) = try await RadarFixture.site()
        _ = try await site.recognise()
        try await site.visit(as: .handler) { visit in
            let any = try await visit.get("/radar?erkend=ja")
            #expect(any.found == ["De Linde keuken"])
            #expect(any.html.contains(site.site.presenter.training(TestSite.cook)))
            #expect(try await visit.get("/radar?erkend=ja&opleiding=1734").found == ["De Linde keuken"])
            #expect(try await visit.get("/radar?erkend=ja&opleiding=1540").found.isEmpty)
            #expect(try await visit.get("/radar?erkend=nee").found == Self.all.filter { $0 != "De Linde keuken" })
            #expect(try await visit.get("/radar?erkend=ja&soort=onderneming").found == ["Brasserie De Linde BV"])
        }
    }

    @Test
    func `sees a recognition as soon as it is there, and when it ends`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            #expect(try await visit.get("/radar?erkend=ja").found.isEmpty)
            let id = try await site.recognise()
            #expect(try await visit.get("/radar?erkend=ja").found == ["De Linde keuken"])
            let ground = WithdrawalGround.urgent(motivation: "Onveilig")
            try await site.counter.withdraw(id, ground, since: nil, by: site.actor(.handler))
            #expect(try await visit.get("/radar?erkend=ja").found.isEmpty)
        }
    }

    @Test
    func `takes a training for the activities in which it is learned, in both editions`() async throws {
        let (site, _) = try await RadarFixture.site()
        let reference = site.site.reference
        let electrical = try #require(
            reference.trainings(on: site.site.today).first { training in
                reference.activities(of: training.code, on: site.site.today).contains {
                    $0.breadth == .core && "43211".hasPrefix($0.digits)
                }
            }
        )
        try await site.visit(as: .consultant) { visit in
            let found = try await visit.get("/radar?opleiding=\(electrical.code.rawValue)").found
            #expect(Set(found).isSuperset(of: ["Électro Dender", "Électro Meuse", "Peeters elektriciteit"]))
            #expect(!found.contains("Bakkerij Wouters"))
            let both = try await visit.get("/radar?opleiding=\(electrical.code.rawValue)&activiteit=2025:43211").found
            #expect(both == ["Électro Dender", "Électro Meuse"])
        }
    }

    @Test(arguments: [
        ("zoek=0400.000.000", "zoek", "bestaat niet"),
        ("opleiding=zzz", "opleiding", "kennen we niet"),
        ("activiteit=99999", "activiteit", "bestaat niet"),
        ("activiteit=1", "activiteit", "twee tot zeven"),
        ("activiteit=zeppelins", "activiteit", "zeppelins"),
        ("gemeente=Nergenshuizen", "gemeente", "Nergenshuizen"),
        ("gemeente=Sint", "gemeente", "kies er een"),
        ("provincie=holland", "provincie", "kennen we niet"),
        ("gewest=mars", "gewest", "kennen we niet"),
        ("werkgever=misschien", "werkgever", "ja of nee"),
        ("erkend=ooit", "erkend", "ja of nee"),
        ("rond=9999", "rond", "bestaat niet"),
        ("rond=Nergenshuizen", "rond", "Nergenshuizen"),
        ("rond=9300&straal=-4", "straal", "0 (geen grens)"),
        ("kader=1,2,3", "kader", "onleesbaar"),
        ("soort=vliegtuig", "soort", "Kies"),
        ("volgorde=kleur", "volgorde", "kennen we niet"),
        ("volgorde=afstand", "rond", "vanwaar"),
        ("bladzijde=nul", "bladzijde", "bestaat niet"),
    ])
    func `says of each field what is wrong, and loses nothing`(
        _ query: String,
        _ field: String,
        _ text: String
    ) async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/radar?\(query)&gemeente=41002&zoek=linde")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("<a href=\"#\(field)\">"), "\(query)")
            #expect(answer.html.contains("id=\"\(field)\""), "\(query)")
            #expect(answer.html.contains(text), "\(query)")
            #expect(answer.html.contains("value=\"41002\""))
            #expect(query.hasPrefix("zoek") || answer.html.contains("value=\"linde\""))
        }
    }

    @Test
    func `offers what could be meant`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            let places = try await visit.get("/radar?gemeente=Sint-G").html
            #expect(places.contains("/radar?gemeente=21013"))
            let hints = try await visit.get("/radar?activiteit=2025:43211").html
            #expect(hints.contains("activiteit=2008%3A43211"))
            let json = try await visit.get("/radar/suggesties.json?veld=gemeente&tekst=aals")
            #expect(json.html.contains(#"{"label":"Aalst (Alost)","value":"Aalst"}"#))
            #expect(try await visit.shows("/radar/suggesties.json?veld=activiteit&tekst=bakk", "2025:10712"))
            #expect(try await visit.get("/radar/suggesties.json?veld=werkgever&tekst=x").status == .notFound)
        }
    }

    @Test
    func `asks as many statements of the counter whatever it finds`() async throws {
        let (site, companies) = try await RadarFixture.site()
        _ = try await site.recognise()
        let counting = CountingDatabase(site.database)
        let counted = try site.counted(by: counting).beside(companies)
        try await counted.visit(as: .handler) { visit in
            _ = try await visit.get("/radar?zoek=linde")
            var counts: Set<Int> = []
            for query in ["zoek=linde", "zoek=niemand", "erkend=ja", "gewest=vlaanderen&werkgever=ja"] {
                let before = counting.count
                #expect(try await visit.get("/radar?\(query)").status == .ok)
                counts.insert(counting.count - before)
            }
            #expect(counts.count == 1)
        }
    }

    @Test
    func `exports legal persons without contacts, and no formulas`() async throws {
        let more = [
            "enterprise": [Rows.enterprise(4_000_030)],
            "establishment": [Rows.establishment(20_000_030, of: 4_000_030)],
            "denomination": [Rows.name(20_000_030, "=1+1, zei \"hij\"", type: "003")],
            "address": [Rows.address(20_000_030, "9300", "Aalst")],
        ]
        let (site, _) = try await RadarFixture.site(adding: more)
        try await site.visit(as: .consultant) { visit in
            let file = try await visit.get("/radar/ondernemingen.csv?gemeente=Aalst&gemeente=1000")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.html.contains("Électro Dender"))
            #expect(!file.html.contains("Peeters"))
            #expect(!file.html.contains("053 00"))
            #expect(file.html.contains(#""'=1+1, zei ""hij""""#))
        }
    }

    @Test(arguments: Persona.allCases)
    func `is for those who look for places, and for no others`(_ persona: Persona) async throws {
        let (site, _) = try await RadarFixture.site()
        let isAllowed = ![.representative, .otherRepresentative, .employee, .voter, .secretary].contains(persona)
        let company = EntityNumber(stem: 4_000_010).digits
        try await site.visit(as: persona) { visit in
            for address in [
                "/radar", "/radar/ondernemingen.csv", "/radar/ondernemingen/\(company)",
                "/radar/suggesties.json?veld=gemeente&tekst=aal", "/radar/kaart.json?zicht=50,3,51,5&zoom=9",
            ] {
                let answer = try await visit.get(address)
                #expect(answer.status == (isAllowed ? .ok : .forbidden), "\(address)")
            }
            let home = try await visit.get("/aanmelden").html
            #expect(home.contains("href=\"/radar\"") == isAllowed)
        }
    }

    @Test
    func `says how to get a register where there is none`() async throws {
        try await TestSite().visit(as: .handler) { visit in
            let answer = try await visit.get("/radar")
            #expect(answer.status == .ok)
            #expect(answer.html.contains("tandem register import"))
            #expect(try await visit.get("/radar/kaart.json?zicht=50,3,51,5&zoom=9").status == .notFound)
        }
    }
}
