import Foundation
import TandemDomain
import TandemRegister
import TandemTestKit
import Testing

@Suite struct `Given companies in a generated register` {
    private static func number(_ stem: Int) -> String { EntityNumber(stem: UInt32(stem)).digits }

    /// So many companies with a second establishment each, which updates may change, and a school, which they may not.
    private static func companies(_ count: Int) -> [AdditionalEnterprise] {
        let address = AdditionalAddress(street: "Proefdreef 12B", postalCode: PostalCode(stored: "9000"))
        let companies = (0..<count).map { place in
            AdditionalEnterprise(
                number: CompanyNumber(stored: number(1_000_000 + place)),
                name: "Bakkerij \"Verzonnen\" \(place)",
                start: Day(number: 15_000),
                address: address,
                establishments: (0..<2).map { site in
                    AdditionalEstablishment(
                        number: EstablishmentNumber(stored: number(80_000_000 + place * 2 + site)),
                        name: "Bakkerij \(place) \(site)",
                        address: address,
                        activities: ["1071", "4724"],
                        employees: 12,
                        jointCommittee: JointCommitteeNumber(stored: "118")
                    )
                }
            )
        }
        let school = AdditionalEnterprise(
            number: CompanyNumber(stored: number(1_900_000)),
            name: "Schoolbestuur Proef",
            form: "017",
            start: Day(number: 12_662),
            address: address,
            establishments: [
                AdditionalEstablishment(
                    number: EstablishmentNumber(stored: number(79_000_000)),
                    name: "Duaalschool Proef",
                    address: address,
                    activities: ["85314"],
                    isSchool: true
                )
            ],
            mayChange: false
        )
        return companies + [school]
    }

    @Test func `stand there in its dialect, and change no other row`() async throws {
        let plain = try await GeneratedRegister()
        let register = try await GeneratedRegister { $0.additional = Self.companies(3) }
        for table in ["enterprise", "establishment", "branch", "denomination", "address", "contact", "activity"] {
            let lines = try register.lines(table)
            #expect(try Set(plain.lines(table)).isSubset(of: lines), "\(table)")
        }
        #expect(
            try register.lines("enterprise").first
                == "\"0100.000.070\",\"AC\",\"000\",\"2\",\"610\",,26-01-2011"
        )
        #expect(
            try register.lines("address").contains {
                $0.hasPrefix(
                    "\"0100.000.070\",\"REGO\",,,\"9000\",\"Gent\",\"Gent\",\"Proefdreef\",\"Proefdreef\",\"12B\",,,"
                )
            }
        )
        #expect(
            try register.lines("denomination").contains { $0.hasSuffix("\"001\",\"Bakkerij \"\"Verzonnen\"\" 0\"") }
        )
        let numbers = try register.records("enterprise").map { $0[0] }
        #expect(numbers == numbers.sorted())
        #expect(register.expected.employers == plain.expected.employers + 6)
    }

    @Test func `are imported, found and employ`() async throws {
        let generated = try await GeneratedRegister { $0.additional = Self.companies(3) }
        let register = try TestRegister()
        let outcome = try await register.import(generated.folder.appending(path: GeneratedRegister.full).path)
        if case .imported(let report) = outcome { #expect(report.rowsRefused == 0) } else { Issue.record("skipped") }
        let snapshot = try await register.snapshot()
        let site = try #require(EntityNumber(Self.number(80_000_001)))
        let facts = try #require(try await snapshot.facts(of: [site])[site])
        #expect(facts.name == "Bakkerij 0 1" && facts.street == "Proefdreef 12B" && facts.owner?.digits == "0100000070")
        let codes = try await snapshot.establishment(site)?.particulars.activities.map(\.code.digits) ?? []
        #expect(codes.contains { $0.hasPrefix("1071") } && codes.contains { $0.hasPrefix("4724") })
        var filter = RegisterFilter()
        filter.isSchool = true
        filter.name = "Duaalschool Proef"
        #expect(snapshot.index.search(filter).hits.map(\.number.digits) == [Self.number(79_000_000)])
    }

    @Test func `are renamed, moved and ended by the updates, but a school stays`() async throws {
        let register = try await GeneratedRegister {
            $0.scale = 0.000_5
            $0.additional = Self.companies(40)
            $0.updates = 6
            $0.fulls = .last
        }
        let last = "KboOpenData_0146_2025_10_11_Full"
        let (before, after) = (try register.records("enterprise"), try register.records("enterprise", of: last))
        let given = { (rows: [[String]]) in Set(rows.map { $0[0] }.filter { $0.hasPrefix("01") }) }
        #expect(given(before).count == 41 && given(after).count < 41)
        #expect(given(after).contains("0190.000.036"))
        let names = { (rows: [[String]]) in Set(rows.map { $0[3] }.filter { $0.hasPrefix("Bakkerij") }) }
        let renamed = try names(register.records("denomination", of: last))
            .subtracting(names(register.records("denomination")))
        #expect(renamed.contains { $0.hasSuffix(" Groep") })
    }

    @Test func `are refused with a number given twice, or a postal code that is none`() async throws {
        let twice = Self.companies(1) + Self.companies(1)
        await #expect(throws: GeneratorProblem.self) { _ = try await GeneratedRegister { $0.additional = twice } }
        let nowhere = AdditionalEnterprise(
            number: CompanyNumber(stored: Self.number(1_000_000)),
            name: "Nergens",
            start: Day(number: 15_000),
            address: AdditionalAddress(street: "Weg 1", postalCode: PostalCode(stored: "9999")),
            establishments: []
        )
        await #expect(throws: GeneratorProblem.option("The register has no postal code 9999.")) {
            _ = try await GeneratedRegister { $0.additional = [nowhere] }
        }
    }

    @Test func `end with their update as in the next Full`() async throws {
        let seed = UInt64.random(in: 1...1000)
        let generated = try await GeneratedRegister {
            $0.scale = 0.000_5
            $0.seed = seed
            $0.additional = Self.companies(30)
            $0.updates = 1
            $0.fulls = .all
        }
        let (updated, anew) = (try TestRegister(), try TestRegister())
        _ = try await updated.import(generated.folder.appending(path: GeneratedRegister.full).path)
        _ = try await updated.import(generated.folder.appending(path: "KboOpenData_0141_2025_10_06_Update").path)
        _ = try await anew.import(generated.folder.appending(path: "KboOpenData_0141_2025_10_06_Full").path)
        let numbers = Self.companies(30).flatMap { company in
            [EntityNumber(company.number)] + company.establishments.map { EntityNumber($0.number) }
        }
        let (one, other) = (try await updated.snapshot(), try await anew.snapshot())
        #expect(try await one.facts(of: numbers) == other.facts(of: numbers), "seed \(seed)")
        #expect(one.counts == other.counts, "seed \(seed)")
    }
}
