import Foundation
import TandemDomain
import TandemRegister
import Testing

/// The tables of a register as a reader keeps them: the rows of each number.
private struct KeptRegister {
    private var tables: [String: [String: [[String]]]] = [:]
    static let names = ["enterprise", "establishment", "branch", "denomination", "address", "contact", "activity"]

    init(full extract: String, of register: GeneratedRegister) throws {
        for table in Self.names {
            tables[table] = Dictionary(grouping: try register.records(table, of: extract)) { $0[0] }
        }
    }

    /// All deletions first, then all insertions.
    mutating func apply(update extract: String, of register: GeneratedRegister) throws {
        for table in Self.names {
            for record in try register.records("\(table)_delete", of: extract) {
                #expect(tables[table]?.removeValue(forKey: record[0]) != nil, "\(table) \(record[0]) had rows")
            }
        }
        for table in Self.names {
            for record in try register.records("\(table)_insert", of: extract) {
                tables[table]?[record[0], default: []].append(record)
            }
        }
    }

    /// A hash over the sorted rows of each table.
    var hashes: [String: Int] {
        tables.mapValues { table in
            var hasher = Hasher()
            for row in table.values.joined().map({ $0.joined(separator: "\u{1F}") }).sorted() { hasher.combine(row) }
            return hasher.finalize()
        }
    }
}

@Suite struct `The generated updates` {
    @Test(arguments: [Dirt.none, .real])
    func `turn each Full into the next`(_ dirt: Dirt) async throws {
        let seed = UInt64.random(in: 1...1000)
        let friday = try #require(Day(2025, 10, 10))
        let register = try await GeneratedRegister {
            $0.scale = 0.000_5
            $0.seed = seed
            $0.dirt = dirt
            $0.updates = 4
            $0.fulls = .all
            $0.faults = [ScriptedFault(.mass, extract: 143)]
            // A Friday: the days after it are a weekend, the recoding and a Tuesday.
            $0.date = friday
        }
        var kept = try KeptRegister(full: "KboOpenData_0140_2025_10_10_Full", of: register)
        for day in 1...4 {
            let name = "KboOpenData_0\(140 + day)_2025_10_\(10 + day)"
            let before = kept.hashes
            try kept.apply(update: name + "_Update", of: register)
            let full = try KeptRegister(full: name + "_Full", of: register)
            #expect(kept.hashes == full.hashes, "seed \(seed), extract \(140 + day)")
            #expect(before != full.hashes, "seed \(seed), extract \(140 + day)")
        }
    }

    @Test func `take away all rows of what stopped, and bring all of what began`() async throws {
        let register = try await GeneratedRegister {
            $0.scale = 0.02
            $0.updates = 1
        }
        let update = "KboOpenData_0141_2025_10_06_Update"
        let stopped = Set(try register.records("enterprise_delete", of: update).map { $0[0] })
            .subtracting(try register.records("enterprise_insert", of: update).map { $0[0] })
        #expect(!stopped.isEmpty)
        let names = Set(try register.records("denomination_delete", of: update).map { $0[0] })
        #expect(stopped.isSubset(of: names))
        let closed = Set(try register.records("establishment_delete", of: update).map { $0[0] })
        let sites = try register.records("establishment").filter { stopped.contains($0[2]) }.map { $0[0] }
        #expect(closed.isSuperset(of: sites))
        let known = Set(try register.records("enterprise").map { $0[0] })
        let born = try register.records("enterprise_insert", of: update).map { $0[0] }.filter { !known.contains($0) }
        #expect(!born.isEmpty)
        for number in born { _ = try CompanyNumber(number) }
        #expect(try register.records("code", of: update).count == 21_500)
        #expect(
            String(decoding: try register.bytes("\(update)/branch_delete.csv"), as: UTF8.self).hasPrefix("\"Id\"\n")
        )
    }

    @Test func `can be faulty in the ways that a reader must notice`() async throws {
        let register = try await GeneratedRegister {
            $0.updates = 5
            $0.isZipped = true
            $0.faults = [
                ScriptedFault(.same, extract: 140), ScriptedFault(.repeat, extract: 141),
                ScriptedFault(.gap, extract: 142), ScriptedFault(.empty, extract: 143),
                ScriptedFault(.mass, extract: 144),
            ]
        }
        #expect(
            register.files() == [
                "KboOpenData_0140_2025_10_05_Full.zip", "KboOpenData_0140_2025_10_05_Update.zip",
                "KboOpenData_0141_2025_10_06_Update.zip", "KboOpenData_0141_2025_10_07_Update.zip",
                "KboOpenData_0143_2025_10_08_Update.zip", "KboOpenData_0144_2025_10_09_Update.zip",
                "KboOpenData_0145_2025_10_10_Update.zip", "employers.csv", "expected.json",
            ]
        )
        #expect(try register.bytes("KboOpenData_0143_2025_10_08_Update.zip").isEmpty)
        #expect(
            try register.bytes("KboOpenData_0141_2025_10_06_Update.zip")
                == register.bytes("KboOpenData_0141_2025_10_07_Update.zip")
        )
        #expect(Set(register.expected.sequence.map(\.kind)) == ["same", "repeat", "gap", "empty", "mass"])
        let mass = register.expected.extracts.first { $0.number == 144 }?.files["activity_insert.csv"]?.rows ?? 0
        #expect(isNear(mass, 36_306_369 * 0.001 / 5, within: 0.1))
    }

    @Test func `beside a Full of the same number change nothing in it`() async throws {
        let register = try await GeneratedRegister { $0.faults = [ScriptedFault(.same, extract: 140)] }
        var kept = try KeptRegister(full: GeneratedRegister.full, of: register)
        let before = kept.hashes
        try kept.apply(update: "KboOpenData_0140_2025_10_05_Update", of: register)
        #expect(kept.hashes == before)
    }
}
