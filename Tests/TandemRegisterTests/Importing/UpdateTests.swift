import Foundation
import TandemDomain
import TandemRegister
import TandemTestKit
import Testing

@Suite struct `An Update` {
    private static let (one, two, three): (UInt32, UInt32, UInt32) = (2_000_700, 2_000_800, 2_000_900)
    private static let (shop, works, yard): (UInt32, UInt32, UInt32) = (20_000_003, 20_000_004, 20_000_005)

    static let full = TestExtract.full(
        140,
        [
            "enterprise": [one, two, three].map { Rows.enterprise($0) },
            "establishment": [
                Rows.establishment(shop, of: one), Rows.establishment(works, of: two),
                Rows.establishment(yard, of: two),
            ],
            "denomination": [
                Rows.name(one, "Alfa"), Rows.name(two, "Beta"), Rows.name(three, "Gamma"),
                Rows.name(works, "Beta Werken", type: "003"),
            ],
            "address": [
                Rows.address(one, "9000", "Gent", kind: "REGO"), Rows.address(shop, "9000", "Gent"),
                Rows.address(works, "2000", "Antwerpen"),
            ],
            "contact": [Rows.contact(two, "TEL", "02 1"), Rows.contact(two, "WEB", "example.be")],
            "activity": [
                Rows.activity(shop, "43211"), Rows.activity(works, "41000"), Rows.activity(works, "43211"),
                Rows.activity(two, "70100", group: "006"),
            ],
        ]
    )

    /// A register that stands at 140.
    private func register() async throws -> TestRegister {
        let register = try TestRegister()
        try await register.load(Self.full)
        return register
    }

    private func number(_ stem: UInt32) -> String { Rows.number(stem) }

    @Test func `takes out what is listed, then puts in what comes`() async throws {
        let register = try await register()
        let report = try await register.load(
            .update(
                141,
                delete: [
                    "denomination": [number(Self.one)], "address": [number(Self.shop)],
                    "activity": [number(Self.works)],
                    "enterprise": [number(Self.three)], "establishment": [number(Self.yard)],
                ],
                insert: [
                    "denomination": [Rows.name(Self.one, "Alfa Plus"), Rows.name(Self.one, "AP", type: "002")],
                    "activity": [Rows.activity(Self.works, "43213")],
                    "enterprise": [Rows.enterprise(Self.three, situation: "012"), Rows.enterprise(2_001_000)],
                    "establishment": [Rows.establishment(20_000_006, of: 2_001_000)],
                ]
            )
        )
        let snapshot = try await register.snapshot()
        #expect(snapshot.counts == EntityCounts(enterprises: 4, establishments: 3, branches: 0))
        #expect(snapshot.extracts.map(\.identity.number) == [140, 141])
        let one = try #require(try await register.enterprise(number(Self.one)))
        #expect(one.particulars.names.map(\.text) == ["Alfa Plus", "AP"])
        #expect(one.particulars.addresses.count == 1)
        let three = try #require(try await register.enterprise(number(Self.three)))
        #expect(three.situation?.description == "012")
        #expect(three.particulars.names.map(\.text) == ["Gamma"])
        let works = try #require(try await snapshot.establishment(EntityNumber(stem: Self.works)))
        #expect(works.particulars.activities.map(\.code.digits) == ["43213"])
        #expect(works.particulars.names.map(\.text) == ["Beta Werken"])
        #expect(try await snapshot.establishment(EntityNumber(stem: Self.yard)) == nil)
        #expect(try await snapshot.establishment(EntityNumber(stem: Self.shop))?.particulars.addresses == [])
        #expect(report.cascaded.isEmpty && report.rowsRefused == 0 && !report.isReindexed)
    }

    @Test func `takes out what a stopped enterprise still has, and counts what was not listed`() async throws {
        let register = try await register()
        let report = try await register.load(
            .update(
                141,
                delete: [
                    "enterprise": [number(Self.two)], "establishment": [number(Self.works)],
                    "denomination": [number(Self.two)],
                ]
            )
        )
        #expect(
            report.cascaded == ["establishment": 1, "denomination": 1, "address": 1, "contact": 2, "activity": 3]
        )
        #expect(try await register.snapshot().counts == EntityCounts(enterprises: 2, establishments: 1, branches: 0))
    }

    @Test func `follows on the extract before it, and on no other`() async throws {
        let register = try await register()
        await #expect(throws: ExtractProblem.gap(register: 140, extract: 142)) {
            try await register.load(.update(142, insert: ["enterprise": [Rows.enterprise(2_001_000)]]))
        }
        let next = TestExtract.update(141, insert: ["enterprise": [Rows.enterprise(2_001_000)]])
        try await register.load(next)
        for again in [next, .update(140, insert: ["enterprise": [Rows.enterprise(2_001_100)]])] {
            let path = try register.folder.write(again)
            guard case .skipped(_, let last) = try await register.import(path) else { throw ExtractProblem.empty }
            #expect(last == 141)
        }
        #expect(try await register.snapshot().counts.enterprises == 4)
    }

    @Test func `of the same number as a Full is in it already`() async throws {
        let register = try await register()
        let path = try register.folder.write(.update(140, delete: ["enterprise": [number(Self.one)]]))
        let outcome = try await register.import(path)
        #expect(
            outcome
                == .skipped(
                    ExtractIdentity(
                        number: 140,
                        kind: .update,
                        snapshot: try #require(Day(2025, 10, 4)),
                        timestamp: "05-10-2025 07:21:18"
                    ),
                    register: 140
                )
        )
        #expect(try await register.snapshot().counts.enterprises == 3)
    }

    @Test func `needs a register, and something to do`() async throws {
        let empty = try TestRegister()
        await #expect(throws: ExtractProblem.noRegister) { try await empty.load(.update(141)) }
        let register = try await register()
        await #expect(throws: ExtractProblem.empty) { try await register.load(.update(141)) }
        #expect(try await register.snapshot().identity?.number == 140)
    }

    @Test func `refuses rows about what is not there, with the line`() async throws {
        let register = try await register()
        let report = try await register.load(
            .update(
                141,
                delete: ["enterprise": [number(Self.three)], "denomination": [number(Self.three)]],
                insert: [
                    "denomination": [Rows.name(Self.one, "Alfa Extra"), Rows.name(Self.three, "Weg")],
                    "enterprise": [Rows.enterprise(Self.one, situation: "012")],
                ]
            )
        )
        #expect(
            report.refused == [
                RefusedRow(file: "enterprise_insert.csv", line: 2, column: 1, reason: .twice),
                RefusedRow(file: "denomination_insert.csv", line: 3, column: 1, reason: .unknownEntity),
            ]
        )
        let names = try await register.enterprise(number(Self.one))?.particulars.names.map(\.text)
        #expect(names == ["Alfa", "Alfa Extra"])
    }

    @Test func `that breaks off halfway changes nothing`() async throws {
        let register = try await register()
        var update = TestExtract.update(141, delete: ["enterprise": [number(Self.one)]])
        update.files["activity_insert.csv"]?[0] = "\"Wrong\""
        await #expect(throws: ExtractProblem.self) { try await register.load(update) }
        #expect(try await register.snapshot().counts.enterprises == 3)
        #expect(try await register.enterprise(number(Self.one)) != nil)
    }

    @Test func `is seen by a reader that is open, when it is whole`() async throws {
        let register = try await register()
        let reader = CompanyRegister(register.file, driver: TestRegister.driver, gazetteer: register.gazetteer)
        let before = try #require(try await reader.current())
        try await register.load(
            .update(
                141,
                delete: ["denomination": [number(Self.one)]],
                insert: ["denomination": [Rows.name(Self.one, "Omega")]]
            )
        )
        let after = try #require(try await reader.current())
        var filter = RegisterFilter()
        filter.kinds = [.enterprise]
        filter.name = "omega"
        #expect(before.index.search(filter).total == 0)
        #expect(after.index.search(filter).hits.map(\.number.stem) == [Self.one])
        filter.name = "alfa"
        #expect(before.index.search(filter).total == 1)
        #expect(after.index.search(filter).total == 0)
    }
}
