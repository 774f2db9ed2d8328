import TandemDomain
import TandemPlaces
import TandemRegister
import Testing

@testable import TandemWeb

@Suite struct `The outlines` {
    @Test func `know the provinces by the names of the program`() throws {
        let provinces = try Outlines.load()(.provinces)
        #expect(Set(provinces.map(\.province)) == Set(Province.allCases))
        #expect(provinces.allSatisfy { $0.name == $0.province.dutchName })
    }

    @Test func `know every municipality of the gazetteer, in its province and around its point`() throws {
        let outlines = try Outlines.load()(.municipalities)
        let gazetteer = try Gazetteer.load()
        #expect(outlines.map(\.code) == gazetteer.municipalities.map(\.code).sorted())
        let known = Dictionary(uniqueKeysWithValues: gazetteer.municipalities.map { ($0.code, $0) })
        for outline in outlines {
            #expect(known[outline.code]?.province == outline.province, "\(outline.name)")
            let places = gazetteer.places.filter { $0.municipality.code == outline.code }
            #expect(places.contains { outline.contains($0.point) }, "\(outline.name)")
            #expect(outline.rings.allSatisfy { $0.count >= 4 && $0.first == $0.last }, "\(outline.name)")
        }
    }

    @Test(arguments: Outlines.Layer.allCases)
    func `are light enough for a telephone`(_ layer: Outlines.Layer) throws {
        let bytes = try #require(try Outlines.load().geoJSON[layer])
        #expect((10_000..<400_000).contains(bytes.count))
    }
}
