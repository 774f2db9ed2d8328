import Foundation
import TandemDomain
import TandemRegister
import Testing

/// The numbers of a generated register, and what they point to.
@Suite struct `The generated numbers` {
    @Test func `are right, ascending and each given once`() async throws {
        let register = try await GeneratedRegister { $0.scale = 0.003 }
        let enterprises = try register.records("enterprise").map { $0[0] }
        for number in enterprises { #expect(try CompanyNumber(number).formatted == number) }
        #expect(zip(enterprises, enterprises.dropFirst()).allSatisfy { $0 < $1 })
        #expect(enterprises.contains { $0.hasPrefix("1") } && enterprises.contains { $0.hasPrefix("02") })
        let establishments = try register.records("establishment").map { $0[0] }
        for number in establishments { #expect(try EstablishmentNumber(number).formatted == number) }
        #expect(zip(establishments, establishments.dropFirst()).allSatisfy { $0 < $1 })
        let branches = try register.records("branch").map { $0[0] }
        #expect(branches.allSatisfy { $0.hasPrefix("9.") } && Set(branches).count == branches.count)
    }

    @Test func `point to somebody`() async throws {
        let register = try await GeneratedRegister { $0.dirt = .real }
        let enterprises = Set(try register.records("enterprise").map { $0[0] })
        let owners = try register.records("establishment").map { $0[2] } + register.records("branch").map { $0[2] }
        #expect(owners.allSatisfy(enterprises.contains))
        let all = try enterprises.union(register.records("establishment").map { $0[0] })
            .union(register.records("branch").map { $0[0] })
        for table in ["denomination", "address", "contact", "activity"] {
            let numbers = try register.records(table).map { $0[0] }
            #expect(numbers.allSatisfy(all.contains), "\(table)")
            #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }, "\(table) is in order")
        }
    }

    @Test func `of employers have activities of the social security`() async throws {
        let register = try await GeneratedRegister()
        let text = String(decoding: try register.bytes("employers.csv"), as: UTF8.self)
        let rows = text.split(separator: "\n").map { $0.split(separator: ",").map { $0.filter { $0 != "\"" } } }
        #expect(rows.first == ["EstablishmentNumber", "JointCommittee", "SizeClass", "Employees"])
        #expect(rows.count - 1 == register.expected.employers && rows.count > 200)
        let employing = Set(try register.records("activity").filter { $0[1] == "006" }.map { $0[0] })
        #expect(rows.dropFirst().allSatisfy { employing.contains($0[0]) && $0[2].hasPrefix("size_") })
    }

    @Test func `of schools have activities of education`() async throws {
        let register = try await GeneratedRegister { $0.scale = 0.02 }
        let rows = try register.lines("activity").filter { $0.contains(#","007","2025","#) }
        #expect(rows.allSatisfy { $0.contains(#""2025","85"#) })
        let secondary = rows.filter { $0.contains(#""2025","8531"#) || $0.contains(#""2025","8532"#) }
        #expect(secondary.count > 20)
    }
}
