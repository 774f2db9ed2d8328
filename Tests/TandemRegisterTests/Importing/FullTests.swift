import Foundation
import TandemDomain
import TandemRegister
import TandemTestKit
import Testing

@Suite struct `A Full` {
    static let bakery = TestExtract.full(
        140,
        [
            "enterprise": [
                Rows.enterprise(2_000_700),
                Rows.enterprise(10_158_228, situation: "012", type: "1", form: "", start: "01-01-1800"),
            ],
            "establishment": [Rows.establishment(20_000_003, of: 2_000_700)],
            "branch": ["\"\(Rows.number(90_000_066))\",03-05-1999,\"\(Rows.number(2_000_700))\""],
            "denomination": [
                Rows.name(2_000_700, "\"BAKKERIJ ÉÉN, BV\""), Rows.name(2_000_700, "Boulangerie Un", language: "1"),
                Rows.name(10_158_228, "Verzonnen, Anna", language: "0"),
                Rows.name(20_000_003, "'t Broodje", type: "003"),
                Rows.name(90_000_066, "Branch of Alfa", type: "004", language: "4"),
            ],
            "address": [
                Rows.address(2_000_700, "9000", "Gent", kind: "REGO"),
                "\"\(Rows.number(20_000_003))\",\"BAET\",,,\"1000\",\"Brussel\",\"Bruxelles\",\"Nieuwstraat(BRU)\",\"Rue Neuve(BRU)\",\"17-19\",\"B12\",\"bus achteraan\",09-08-2020",
                "\"\(Rows.number(90_000_066))\",\"ABBR\",\"Nederland\",\"Pays-Bas\",\"1012 AB\",\"Amsterdam\",\"Amsterdam\",\"Damrak\",\"Damrak\",\"1\",,,",
            ],
            "contact": [
                Rows.contact(2_000_700, "EMAIL", "INFO@EXAMPLE.BE"),
                Rows.contact(20_000_003, "FAX", "02/123.45.67", kind: "EST"),
            ],
            "activity": [
                Rows.activity(2_000_700, "10711", group: "006"),
                Rows.activity(2_000_700, "10711", version: "2008", group: "006"),
                Rows.activity(20_000_003, "4724101", group: "003", classification: "SECO"),
                Rows.activity(20_000_003, "10711", group: "003"),
                Rows.activity(20_000_003, "1581", version: "2003", group: "003", classification: "ANCI"),
            ],
        ]
    )

    @Test func `keeps everything about an enterprise`() async throws {
        let register = try TestRegister()
        try await register.load(Self.bakery)
        let bakery = try #require(try await register.enterprise("0200.070.022"))
        #expect(bakery.type == .legalPerson)
        #expect(bakery.situation?.description == "000")
        #expect(bakery.effectiveForm?.description == "610")
        #expect(bakery.start == Day(2012, 3, 1))
        #expect(bakery.particulars.names.map(\.text) == ["\"BAKKERIJ ÉÉN, BV\"", "Boulangerie Un"])
        #expect(bakery.particulars.names.map(\.language) == [.dutch, .french])
        #expect(bakery.particulars.addresses.map(\.line) == ["Stationsstraat 1, 9000 Gent"])
        #expect(bakery.particulars.contacts == [EntityContact(type: .email, value: "INFO@EXAMPLE.BE")])
        #expect(bakery.particulars.activities.map(\.code.description) == ["2008:10711", "2025:10711"])
        #expect(bakery.particulars.activities.allSatisfy { $0.registrar == .employers })
        #expect(bakery.establishments.map(\.formatted) == [Rows.number(20_000_003)])
        #expect(bakery.branches.map(\.formatted) == [Rows.number(90_000_066)])
        let person = try #require(try await register.enterprise(Rows.number(10_158_228)))
        #expect(person.type == .naturalPerson && person.start == nil && person.form == nil)
        #expect(person.situation?.description == "012")
    }

    @Test func `keeps everything about an establishment and a branch`() async throws {
        let register = try TestRegister()
        try await register.load(Self.bakery)
        let snapshot = try await register.snapshot()
        let shop = try #require(try await snapshot.establishment(EntityNumber(stem: 20_000_003)))
        #expect(shop.enterprise == EntityNumber(stem: 2_000_700))
        let address = try #require(shop.particulars.addresses.first)
        #expect(address.line == "Nieuwstraat(BRU) 17-19 bus B12, 1000 Brussel")
        #expect(address[.streetFrench] == "Rue Neuve(BRU)" && address[.municipalityFrench] == "Bruxelles")
        #expect(address[.extra] == "bus achteraan" && address.struckOff == Day(2020, 8, 9) && address.isBelgian)
        #expect(shop.particulars.contacts == [EntityContact(type: .fax, value: "02/123.45.67")])
        #expect(shop.particulars.activities.map(\.code.description) == ["2003:1581", "2025:10711", "2025:4724101"])
        #expect(shop.particulars.activities.map(\.classification) == [.ancillary, .main, .secondary])
        let branch = try #require(try await snapshot.establishment(EntityNumber(stem: 90_000_066)))
        #expect(branch.particulars.addresses.map(\.line) == ["Damrak 1, 1012 AB Amsterdam, Nederland"])
        #expect(branch.particulars.names.map(\.type) == [.branch])
        #expect(try await snapshot.labels(of: .legalForm) == ["610": "Besloten Vennootschap"])
        #expect(try await snapshot.labels(of: .legalForm, in: .french)["610"] == "Société à responsabilité limitée")
    }

    @Test(arguments: ["KboOpenData_0140_2025_10_05_Full.zip", "KboOpenData_140_2025_10_Full.zip", "renamed.zip"])
    func `is read from a zip as from a folder, whatever the case of its entries`(_ name: String) async throws {
        let register = try TestRegister()
        let path = try register.folder.zip(
            Self.bakery,
            as: name,
            rename: ["branch.csv": "Branch.CSV", "activity.csv": "data/Activity.csv"]
        )
        guard case .imported(let zipped) = try await register.import(path) else { throw ExtractProblem.empty }
        let other = try TestRegister()
        #expect(try await other.load(Self.bakery) == zipped)
        #expect(zipped.rowsRead == 22)
        #expect(zipped.rowsStored == 22)
        #expect(try await register.snapshot().counts == EntityCounts(enterprises: 2, establishments: 1, branches: 1))
    }

    @Test func `may have its rows in any order`() async throws {
        var shuffled = Self.bakery
        for (file, lines) in shuffled.files where file != "code.csv" {
            shuffled.files[file] = lines.prefix(1) + lines.dropFirst().reversed()
        }
        let (register, other) = (try TestRegister(), try TestRegister())
        try await register.load(Self.bakery)
        try await other.load(shuffled)
        for stem in [UInt32(2_000_700), 10_158_228] {
            let number = Rows.number(stem)
            let (first, second) = (try await register.enterprise(number), try await other.enterprise(number))
            #expect(first?.particulars.activities == second?.particulars.activities)
            #expect(first.map { Set($0.particulars.names) } == second.map { Set($0.particulars.names) })
            #expect(first?.establishments == second?.establishments)
        }
    }

    @Test func `takes the place of the one before, whatever its number, and leaves that to readers for a while`()
        async throws
    {
        let register = try TestRegister()
        try await register.load(Self.bakery)
        let old = try await register.snapshot()
        var next = Self.bakery
        next.number = 139
        next.files["denomination.csv"]?[1] = Rows.name(2_000_700, "Bakkerij Twee")
        try await register.load(next)
        #expect(
            try await old.enterprise(EntityNumber(stem: 2_000_700))?.particulars.names.first?.text
                == "\"BAKKERIJ ÉÉN, BV\""
        )
        let new = try await register.snapshot()
        #expect(new.identity?.number == 139)
        #expect(
            try await new.enterprise(EntityNumber(stem: 2_000_700))?.particulars.names.first?.text == "Bakkerij Twee"
        )
        #expect(
            try register.folder.names.filter {
                $0.hasPrefix("companies.sqlite.1") && !$0.contains("-wal") && !$0.contains("-shm")
            }.count == 2
        )
        try await register.load(next)
        #expect(try register.folder.names.contains { $0.hasPrefix("companies.sqlite.140") } == false)
    }

    @Test func `is followed by a reader that is open`() async throws {
        let register = try TestRegister()
        let reader = CompanyRegister(register.file, driver: TestRegister.driver, gazetteer: register.gazetteer)
        #expect(try await reader.current() == nil)
        try await register.load(Self.bakery)
        #expect(try await reader.current()?.identity?.number == 140)
        var next = Self.bakery
        next.number = 150
        try await register.load(next)
        #expect(try await reader.current()?.identity?.number == 150)
    }
}
