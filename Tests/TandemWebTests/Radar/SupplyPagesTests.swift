import HTTPTypes
import TandemActions
import TandemDomain
import TandemPlaces
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite struct `The page of supply and demand` {
    static let address = "/radar/vraag-en-aanbod"
    static let cooling = "1774"

    /// Nine providers with a learner each, and 27 places: what the addendum of the electricians counted.
    private func published() async throws -> TestSite {
        let site = try await TestSite()
        try await site.enrol((1...9).map { "OV000\($0),\(Self.cooling),1" })
        try await site.addPlaces(27, Self.cooling, in: ["9300", "2000", "9000"], first: 100)
        return site
    }

    @Test func `concludes from the published numbers what was concluded (R62)`() async throws {
        let site = try await published()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("\(Self.address)?opleiding=\(Self.cooling)")
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("⟦"))
            #expect(answer.html.contains("Scholen overtuigen"))
            #expect(answer.html.contains("27 plaatsen voor 9 lerenden: er staan plaatsen leeg."))
            #expect(!answer.html.contains("Werkplekken werven"))
            try expectSnapshot(answer.html, named: "supply-training.html")
        }
    }

    @Test func `shows all trainings, the largest shortage first`() async throws {
        let site = try await published()
        try await site.enrol(["OV0001,\(Self.cooling),9", "OV0001,1096,30", "OV0002,1717,2"])
        try await site.addPlaces(3, "1717", first: 200)
        try await site.visit(as: .counsellor) { visit in
            let html = try await visit.get(Self.address).html
            let names = [
                "Elektrische installaties duaal</a>", "Elektrotechnicus duaal</a>",
                "Technicus koelinstallaties duaal</a>",
            ]
            let places = try names.map { try #require(html.firstRange(of: $0)).lowerBound }
            #expect(places == places.sorted())
            let reversed = try await visit.get("\(Self.address)?volgorde=overschot").html
            let back = try names.map { try #require(reversed.firstRange(of: $0)).lowerBound }
            #expect(back == back.sorted(by: >))
        }
    }

    @Test(arguments: [
        ("provincie=oost_vlaanderen", 18), ("gewest=flanders", 27), ("gewest=wallonia", 0), ("gemeente=41002", 9),
        ("gemeente=Aalst%2C+Gent", 18), ("gemeente=41002&gemeente=11002", 18), ("rond=9300&straal=5", 9),
        ("rond=9300&straal=50", 27), ("rond=OV0001&straal=5", 9), ("rond=Gent&straal=5", 9),
    ])
    func `counts in a province, a group of municipalities, or around a place`(
        _ region: String,
        _ count: Int
    ) async throws {
        let site = try await published()
        try await site.visit(as: .department) { visit in
            let page = try await visit.get("\(Self.address)?opleiding=\(Self.cooling)&\(region)")
            #expect(page.status == .ok)
            let html = try await visit.get("\(Self.address)/plaatsen?opleiding=\(Self.cooling)&\(region)").html
            #expect(html.contains("<p>\(count) erkende plaats"), "\(region)")
        }
    }

    @Test(arguments: ["gemeente=Nergensgem", "rond=Nergensgem", "rond=%3Cscript%3E", "opleiding=99999"])
    func `says what it does not understand`(_ query: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("\(Self.address)?\(query)")
            #expect(answer.status == .unprocessableContent)
            #expect(!answer.html.contains("<script>"))
        }
    }

    @Test func `counts what is valid on the reference date, and each establishment once`() async throws {
        let (site, day) = (try await TestSite(), TestSite.referenceDate)
        try await site.enrol(["OV0001,\(Self.cooling),1"])
        func validity(_ from: Int, _ until: Int) -> Validity {
            Validity(from: day.adding(days: from), until: day.adding(days: until))
        }
        try await site.addPlaces(1, Self.cooling, validity: validity(-10, 0), first: 101)
        try await site.addPlaces(1, Self.cooling, validity: validity(-10, -1), first: 102)
        try await site.addPlaces(1, Self.cooling, validity: validity(0, 10), first: 103)
        try await site.addPlaces(1, Self.cooling, validity: validity(1, 10), first: 104)
        try await site.addPlaces(1, Self.cooling, validity: validity(-10, 10), endedOn: day, first: 105)
        try await site.addPlaces(1, Self.cooling, validity: validity(-10, 10), endedOn: day.adding(days: 1), first: 106)
        let facts = try await site.database.read { try SupplyFacts(of: day, today: TestSite.today, $0) }
        #expect(
            facts.places.map(\.number).sorted { $0.digits < $1.digits }
                == [101, 103, 106].map(TestSite.establishmentNumber)
        )
        #expect(facts.mentors.values.joined().count == 3)
    }

    @Test func `knows what mentors may take only where a partnership sets a limit (R30)`() async throws {
        let site = try await TestSite()
        try await site.enrol(["OV0001,1096,2", "OV0001,1717,2"])
        try await site.addPlaces(3, "1096", partnership: "bouw", first: 100)
        try await site.addPlaces(3, "1717", partnership: "elektriciens", first: 200)
        let analysis = try await analysis(of: site, ["1096", "1717"])
        let free = Dictionary(
            uniqueKeysWithValues: analysis.rows.map { ($0.training.rawValue, $0.numbers.freeMentorCapacity) }
        )
        #expect(free == ["1096": 1, "1717": nil])
        #expect(analysis.total.mentors == 6)
        #expect(analysis.total.mentorCapacity == nil)
        #expect(analysis.byProvince[.oostVlaanderen]?.places == 6)
    }

    @Test func `counts a provider of two trainings once (R65)`() async throws {
        let site = try await TestSite()
        try await site.enrol(["OV0001,1096,2", "OV0001,1717,2", "OV0002,1717,1"])
        let analysis = try await analysis(of: site, ["1096", "1717"])
        #expect(analysis.total.providers == 2)
        #expect(analysis.rows.map(\.numbers.providers).sorted() == [1, 2])
    }

    private func analysis(of site: TestSite, _ trainings: [String]) async throws -> SupplyAnalysis {
        let facts = try await site.database.read {
            try SupplyFacts(of: TestSite.referenceDate, today: TestSite.today, $0)
        }
        return SupplyAnalysis(
            facts,
            trainings: Set(trainings.map { TrainingCode($0) }),
            in: SupplyRegion(),
            reference: site.site.reference,
            gazetteer: try Gazetteer.load()
        )
    }

    @Test func `leads from each number to its rows`() async throws {
        let site = try await published()
        try await site.visit(as: .auditor) { visit in
            let places = try await visit.get("\(Self.address)/plaatsen?opleiding=\(Self.cooling)&gemeente=41002")
            #expect(places.html.contains("9 erkende plaatsen"))
            #expect(places.html.contains("Proefbedrijf 100"))
            #expect(places.html.contains("9300 Aalst"))
            let providers = try await visit.get("\(Self.address)/aanbieders?opleiding=\(Self.cooling)")
            #expect(providers.html.contains("9 aanbieders, 9 lerenden"))
            try expectSnapshot(places.html, named: "supply-places.html")
            try expectSnapshot(providers.html, named: "supply-providers.html")
        }
    }

    @Test func `is there without any enrolments and without a company register`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get(Self.address)
            #expect(answer.status == .ok)
            #expect(answer.html.contains("geen lerenden ingelezen"))
            #expect(answer.html.contains("tandem register import"))
            try expectSnapshot(answer.html, named: "supply-nothing.html")
        }
    }

    @Test(arguments: [Persona.representative, .voter, .secretary])
    func `is not for everybody`(_ persona: Persona) async throws {
        let site = try await TestSite()
        try await site.visit(as: persona) { visit in
            for page in ["", "/plaatsen", "/aanbieders", "/bestand.xlsx", "/bestand.csv"] {
                let status = try await visit.get("\(Self.address)\(page)").status
                #expect(status == .forbidden, "\(page)")
            }
        }
    }

    @Test(arguments: ["?opleiding=1774", "", "/plaatsen?opleiding=1774", "/aanbieders?opleiding=1774"])
    func `asks the database the same number of times for 5 places and for 200`(_ page: String) async throws {
        var counts: [Int] = []
        for count in [5, 200] {
            let site = try await TestSite()
            try await site.enrol((1...9).map { "OV000\($0),\(Self.cooling),1" })
            try await site.addPlaces(count, Self.cooling, first: 100)
            let counting = CountingDatabase(site.database)
            try await site.counted(by: counting).visit(as: .handler) { visit async throws in
                #expect(try await visit.get("\(Self.address)\(page)").status == .ok)
            }
            counts.append(counting.count)
        }
        #expect(Set(counts).count == 1, "\(counts)")
    }
}

@Suite struct `A file of supply and demand` {
    @Test func `has the rows of the page, and says which may be published (R76)`() async throws {
        let site = try await TestSite()
        try await site.enrol(["OV0001,1774,4", "OV0001,1096,5", "OV0002,1717,0"])
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/radar/vraag-en-aanbod/bestand.csv?volgorde=opleiding")
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"vraag-en-aanbod-2026-10-01.csv\"")
            let lines = answer.html.split(whereSeparator: \.isNewline).map { $0.split(separator: ";").map(String.init) }
            #expect(lines.count == 4)
            #expect(lines.dropFirst().compactMap(\.last) == ["ja", "ja", "nee"])
            #expect(lines.dropFirst().map { $0[1] } == ["heel België", "heel België", "heel België"])
        }
    }

    @Test func `comes as a spreadsheet as well`() async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/radar/vraag-en-aanbod/bestand.xlsx?provincie=antwerpen")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == SupplyExport.workbookType)
        }
    }
}

@Suite struct `Candidates for a training` {
    @Test func `work in its trades, in the region, and are not recognised for it`() async throws {
        let register = try TestRegister()
        let sites: [(stem: UInt32, code: String, town: String, trade: String)] = [
            (20_000_101, "9300", "Aalst", "43222"), (20_000_102, "9300", "Aalst", "43222"),
            (20_000_103, "2000", "Antwerpen", "43222"), (20_000_104, "9300", "Aalst", "56111"),
        ]
        try await register.load(
            .full(
                140,
                [
                    "enterprise": [Rows.enterprise(4_000_100)],
                    "establishment": sites.map { Rows.establishment($0.stem, of: 4_000_100) },
                    "denomination": sites.map { Rows.name($0.stem, "Proef \($0.stem)") },
                    "address": sites.map { Rows.address($0.stem, $0.code, $0.town) },
                    "activity": sites.map { Rows.activity($0.stem, $0.trade) },
                ]
            )
        )
        let site = try await TestSite()
        try await site.addPlaces(1, "1774", first: 101)
        let facts = try await site.database.read {
            try SupplyFacts(of: TestSite.referenceDate, today: TestSite.today, $0)
        }
        func count(_ region: SupplyRegion) async throws -> Int? {
            SupplyCandidates(
                register: try await register.snapshot(),
                facts: facts,
                region: region,
                reference: site.site.reference,
                today: TestSite.today
            )
            .count(TrainingCode("1774"))
        }
        #expect(try await count(SupplyRegion()) == 2)
        #expect(try await count(SupplyRegion(provinces: [.oostVlaanderen])) == 1)
        #expect(try await count(SupplyRegion(municipalities: ["11002"])) == 1)
        #expect(try await count(SupplyRegion(regions: [.wallonia])) == 0)
    }
}
