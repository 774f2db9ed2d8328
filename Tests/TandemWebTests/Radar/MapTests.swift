import Foundation
import HTTPTypes
import TandemDomain
import TandemPlaces
import TandemRegister
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The map of the radar` {
    private struct Answered: Decodable {
        struct Group: Decodable {
            let kind: String
            let key: String
            let lat: Double
            let lon: Double
            let count: String
            let weight: Int
            let label: String
            let mark: String
            let sign: String
            let box: [Double]
            let url: String?
        }

        let status: String
        let list: String
        let groups: [Group]
    }

    private func groups(_ query: String, on site: TestSite) async throws -> Answered {
        let answers = Answers()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/radar/kaart.json?\(query)")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "application/json")
            await answers.take(answer.html)
        }
        return try JSONDecoder().decode(Answered.self, from: Data(await answers.last.utf8))
    }

    private actor Answers {
        private(set) var last = ""
        func take(_ text: String) { last = text }
    }

    @Test
    func `shows as many as the list finds, in groups with words`() async throws {
        let (site, _) = try await RadarFixture.site()
        let whole = try await groups("zicht=49.4,2.5,51.6,6.5&zoom=7", on: site)
        #expect(whole.groups.reduce(0) { $0 + $1.weight } == 6)
        #expect(whole.status == "6 gevonden in beeld")
        let near = try await groups("zicht=50.8,3.9,51.0,4.2&zoom=12&werkgever=nee", on: site)
        #expect(near.groups.map(\.label) == ["1 vestiging in 9300 Aalst"])
        #expect(near.groups.first?.url == "/radar/ondernemingen/\(EntityNumber(stem: 20_000_001).digits)")
        #expect(near.list.contains("werkgever=nee"))
        #expect(near.list.contains("kader=50.8%2C3.9%2C51.0%2C4.2"))
    }

    @Test
    func `leads many at one point to their list`() async throws {
        let (site, _) = try await RadarFixture.site()
        let near = try await groups("zicht=50.8,3.9,51.0,4.2&zoom=14", on: site)
        let url = try #require(near.groups.first?.url)
        #expect(near.groups.first?.weight == 2)
        try await site.visit(as: .handler) { visit in
            let list = try await visit.get(url)
            #expect(list.found == ["De Linde keuken", "Électro Dender"])
        }
    }

    @Test
    func `adds recognised places, schools and sectors where they are asked`() async throws {
        let (site, _) = try await RadarFixture.site()
        _ = try await site.recognise()
        let view = "zicht=50.8,3.9,51.0,4.2&zoom=12"
        let plain = try await groups(view, on: site)
        #expect(plain.groups.map(\.kind) == ["company"])
        #expect(plain.groups.map(\.mark) == [""])
        let layered = try await groups("\(view)&laag=sector&laag=erkend&laag=scholen&activiteit=56111", on: site)
        #expect(layered.groups.filter { $0.kind == "company" }.map(\.mark) == ["catering"])
        #expect(layered.groups.filter { $0.kind == "recognised" }.map(\.weight) == [1])
        #expect(layered.groups.contains { $0.kind == "school" })
        let other = try await groups("\(view)&laag=erkend&opleiding=1540", on: site)
        #expect(!other.groups.contains { $0.kind == "recognised" })
    }

    @Test
    func `shows the schools that give the training, with their learners, also one that only a file knows`() async throws
    {
        let (site, _) = try await RadarFixture.site()
        try await site.enrol(
            [
                "OV0001,1540,35,,,", "OV0001,1734,7,,,", "L1,1540,12,École de la Meuse,duaal_leren,4000",
            ],
            columns: "provider,training,enrolled,provider_name,provider_kind,postal_code"
        )
        let view = "zicht=49.4,2.5,51.6,6.5&zoom=12&laag=scholen"
        func schools(_ query: String) async throws -> [Answered.Group] {
            try await groups(view + query, on: site).groups.filter { $0.kind == "school" }
        }
        let all = try await schools("").map(\.label).sorted()
        #expect(all.count == 2)
        #expect(all.contains { $0.contains("Luik") && $0.hasSuffix(": 12 lerenden") })
        #expect(all.contains { $0.hasSuffix(": 42 lerenden") })
        let cooks = try await schools("&opleiding=1734")
        #expect(cooks.map { $0.label.hasSuffix(": 7 lerenden") } == [true])
        #expect(cooks.first?.url?.contains("rond=OV0001") == true)
    }

    @Test
    func `tells codes and counts, and nobody's name`() async throws {
        let (site, _) = try await RadarFixture.site()
        let text = try await groups("zicht=49.4,2.5,51.6,6.5&zoom=19", on: site).groups.map(\.label).joined()
        for name in ["Peeters", "Dender", "Linde"] { #expect(!text.contains(name)) }
    }

    @Test(arguments: ["", "zicht=1,2,3&zoom=9", "zicht=50,3,51,5", "zicht=50,3,51,5&zoom=99", "zicht=51,3,50,5&zoom=9"])
    func `refuses a view that is none`(_ query: String) async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            #expect(try await visit.get("/radar/kaart.json?\(query)").status == .unprocessableContent)
            let wrong = try await visit.get("/radar/kaart.json?zicht=50,3,51,5&zoom=9&gemeente=Nergenshuizen")
            #expect(wrong.status == .unprocessableContent)
        }
    }

    @Test
    func `is drawn where the library is, and quietly absent where it is not`() async throws {
        let (site, companies) = try await RadarFixture.site()
        let folder = try TestFolder()
        try Data("// the library".utf8).write(to: URL(filePath: folder.file("leaflet.js")))
        try Data("/* its style */".utf8).write(to: URL(filePath: folder.file("leaflet.css")))
        try await site.visit(as: .handler) { visit in
            let without = try await visit.get("/radar").html
            #expect(without.contains("niet geïnstalleerd"))
            #expect(!without.contains("data-map"))
        }
        try await site.beside(companies, leaflet: folder.path).visit(as: .handler) { visit in
            let with = try await visit.get("/radar").html
            #expect(with.contains("data-map"))
            let script = try #require(with.firstMatch(of: #/src="(/assets/leaflet.js[^"]+)"/#)).output.1
            #expect(try await visit.get(String(script)).html == "// the library")
            #expect(!with.contains("http:"))
            let outlines = try #require(with.firstMatch(of: #/data-provinces="([^"]+)"/#)).output.1
            #expect(try await visit.get(String(outlines)).headers[.contentType] == "application/geo+json")
        }
    }

    @Test
    func `lets images come from the one server that was chosen`() async throws {
        let (site, companies) = try await RadarFixture.site()
        let tiles = try #require(
            MapTiles(address: "https://tiles.example:8443/{z}/{x}/{y}.png", attribution: "© Kaartmakers")
        )
        try await site.visit(as: .handler) { visit in
            let policy = try await visit.get("/radar").headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("img-src 'self' data:;"))
        }
        try await site.beside(companies, tiles: tiles).visit(as: .handler) { visit in
            let policy = try await visit.get("/radar").headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("img-src 'self' data: https://tiles.example:8443;"))
        }
    }

    @Test(arguments: [
        "", "tiles.example/{z}/{x}/{y}.png", "https://tiles.example/{z}/{x}.png", "https://{s}.example/{z}/{x}/{y}.png",
        "https://a.example; script-src *//{z}/{x}/{y}", "javascript:{z}{x}{y}",
    ])
    func `takes no address of images that has no single host`(_ address: String) {
        #expect(MapTiles(address: address, attribution: "x") == nil)
    }
}
