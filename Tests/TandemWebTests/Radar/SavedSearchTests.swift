import HTTPTypes
import TandemActions
import TandemDomain
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `Saved searches` {
    private static let more = [
        "establishment": [Rows.establishment(20_000_040, of: 4_000_002)],
        "denomination": [Rows.name(20_000_040, "Bakkerij Wouters Aalst", type: "003")],
        "address": [Rows.address(20_000_040, "9300", "Aalst")],
        "activity": [Rows.activity(20_000_040, "10712")],
    ]

    private func save(_ query: String, as name: String, _ visit: Visit) async throws -> Answer {
        try await visit.post("/radar/bewaard", [("naam", name), ("vraag", query)])
    }

    @Test
    func `tell what is new since they were seen, until it is seen`() async throws {
        let (site, register) = try await RadarFixture.site()
        try await site.visit(as: .consultant) { visit in
            let url = try #require(try await save("zoek=bakkerij", as: "Bakkers", visit).location)
            #expect(try await visit.shows(url, "0 nieuwe sinds"))
            #expect(try await visit.shows("/radar", "0 nieuw<"))
            try await register.load(RadarFixture.extract(adding: Self.more, number: 141))
            let page = try await visit.get(url)
            #expect(page.html.contains("1 nieuwe sinds"))
            #expect(page.found == ["Bakkerij Wouters Aalst"])
            #expect(try await visit.shows("/radar", "1 nieuw<"))
            #expect(try await visit.post("\(url)/gezien").status == .seeOther)
            #expect(try await visit.shows(url, "0 nieuwe sinds"))
            try await register.load(RadarFixture.extract(number: 142))
            #expect(try await visit.shows(url, "1 staat er niet meer bij"))
        }
        #expect(try await site.findings().isEmpty)
    }

    @Test
    func `follow what becomes recognised`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            let url = try #require(try await save("erkend=ja&gemeente=Aalst", as: "Erkend", visit).location)
            #expect(try await visit.get(url).found.isEmpty)
            _ = try await site.recognise()
            #expect(try await visit.get(url).found == ["De Linde keuken"])
        }
    }

    @Test
    func `are renamed and thrown away, with events by who did it`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            let url = try #require(try await save("zoek=linde", as: "Linde", visit).location)
            _ = try await save("zoek=wouters", as: "Wouters", visit)
            let taken = try await visit.post("\(url)/naam", [("naam", "Wouters")])
            #expect(taken.status == .unprocessableContent)
            #expect(taken.html.contains("al een zoekopdracht met deze naam"))
            #expect(try await visit.post("\(url)/naam", [("naam", "")]).status == .unprocessableContent)
            #expect(try await visit.post("\(url)/naam", [("naam", "De Linde")]).location == url)
            #expect(try await visit.shows(url, "<h1>De Linde</h1>"))
            #expect(try await visit.post("\(url)/verwijdering").location == "/radar")
            #expect(try await visit.get(url).status == .notFound)
        }
        let acts = try await site.database.read { session in
            try session.rows("SELECT act FROM event WHERE subject = 'saved_search' ORDER BY id").map { try $0.text(0) }
        }
        #expect(acts == ["saved", "saved", "renamed", "removed"])
        #expect(try await site.findings().isEmpty)
    }

    @Test
    func `are of one person, under one name each, and not too many`() async throws {
        let (site, _) = try await RadarFixture.site()
        try await site.visit(as: .handler) { visit in
            let url = try #require(try await save("zoek=linde", as: "Linde", visit).location)
            #expect(try await save("zoek=dender", as: "Linde", visit).status == .unprocessableContent)
            #expect(try await save("zoek=dender", as: "  ", visit).status == .unprocessableContent)
            #expect(try await save("gemeente=Nergenshuizen", as: "Nergens", visit).status == .unprocessableContent)
            for number in 2...Counter.mostSavedSearches {
                #expect(try await save("zoek=linde", as: "Nummer \(number)", visit).status == .seeOther)
            }
            #expect(try await save("zoek=linde", as: "Te veel", visit).status == .unprocessableContent)
            try await site.visit(as: .otherHandler) { other in
                #expect(try await other.get(url).status == .notFound)
                #expect(try await other.post("\(url)/verwijdering").status == .notFound)
                let theirs = try await other.get("/radar").html
                #expect(!theirs.contains("Linde</a>"))
            }
        }
    }

    @Test
    func `keep numbers in few bytes, and give them back`() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededNumbers(seed)
        let numbers = Set(
            (0..<2000).map { _ in EntityNumber(stem: UInt32.random(in: 2_000_000..<90_000_000, using: &random)) }
        )
        let packed = PackedNumbers.pack(numbers)
        #expect(PackedNumbers.unpack(packed) == numbers, "seed \(seed)")
        #expect(packed.count < 3 * numbers.count)
        #expect(PackedNumbers.unpack([]).isEmpty)
    }
}

/// Numbers of chance that are the same for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
