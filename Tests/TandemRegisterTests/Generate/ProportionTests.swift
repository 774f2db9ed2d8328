import Foundation
import TandemRegister
import Testing

/// A fiftieth of the register has a fiftieth of each thing, within a percent and chance.
@Suite struct `The generated proportions` {
    static let scale = 0.02
    static let register = Task { try await GeneratedRegister { $0.scale = scale } }

    private func rows(_ table: String) async throws -> Int {
        try await Self.register.value.expected.extracts.first?.files["\(table).csv"]?.rows ?? 0
    }

    static let tables: [(String, Double)] = [
        ("enterprise", 1_938_238), ("establishment", 1_672_490), ("branch", 7_325), ("denomination", 3_309_907),
        ("address", 2_841_755), ("contact", 691_157), ("activity", 36_306_369),
    ]

    @Test(arguments: tables)
    func `hold for the rows of each table`(_ table: String, _ real: Double) async throws {
        // An entity has many activities, so that chance weighs more.
        let rows = try await rows(table)
        #expect(isNear(rows, real * Self.scale, within: table == "activity" ? 0.02 : 0.01), "\(rows)")
    }

    @Test func `hold for forms and starts`() async throws {
        let records = try await Self.register.value.records("enterprise")
        let real = 1_926_246.0
        let forms = Dictionary(grouping: records) { $0[4] }.mapValues(\.count)
        for (form, count) in [("", 773_045.0), ("610", 493_384), ("017", 139_213), ("070", 108_445), ("014", 80_675)] {
            let found = forms[form] ?? 0
            #expect(isNear(found, count / real * Double(records.count)), "form \(form): \(found)")
        }
        #expect(records.allSatisfy { ($0[3] == "1") == $0[4].isEmpty && ($0[4] == "015") == ($0[5] == "610") })
        let years = Dictionary(grouping: records) { $0[6].suffix(4) }.mapValues(\.count)
        for (year, count) in [("2024", 130_923.0), ("2023", 115_432), ("1995", 40_525), ("1800", 5_776)] {
            let found = years[Substring(year)] ?? 0
            #expect(isNear(found, count / real * Double(records.count)), "\(year): \(found)")
        }
        let normal = records.count { $0[2] == "000" }
        #expect((0.94...0.96).contains(Double(normal) / Double(records.count)))
    }

    @Test func `hold for establishments of an enterprise`() async throws {
        let records = try await Self.register.value.records("establishment")
        let sites = Dictionary(grouping: records) { $0[2] }.mapValues(\.count)
        #expect(isNear(sites.count, 1_507_000 * Self.scale))
        #expect((0.92...0.94).contains(Double(sites.values.count { $0 == 1 }) / Double(sites.count)))
        #expect((sites.values.max() ?? 0) > 20)
    }

    @Test func `hold for names by type and language`() async throws {
        let records = try await Self.register.value.records("denomination")
        let counts = Dictionary(grouping: records) { $0[2] + " " + $0[1] }.mapValues(\.count)
        let real: [(String, Double)] = [
            ("001 0", 820_989), ("001 1", 413_491), ("001 2", 694_839), ("001 3", 8_445), ("001 4", 4_395),
            ("002 1", 44_543), ("002 2", 47_777), ("003 0", 12_983), ("003 1", 484_386), ("003 2", 750_835),
            ("003 4", 14_508),
        ]
        for (key, count) in real { #expect(isNear(counts[key] ?? 0, count * Self.scale), "\(key)") }
    }

    @Test func `hold for regions and kinds of address`() async throws {
        let records = try await Self.register.value.records("address")
        let types = Dictionary(grouping: records) { $0[1] }.mapValues(\.count)
        #expect(isNear(types["REGO"] ?? 0, 1_161_940 * Self.scale))
        #expect(isNear(types["BAET"] ?? 0, 1_672_490 * Self.scale))
        let seats = records.filter { $0[1] == "REGO" }
        #expect(isNear(seats.count { !$0[2].isEmpty }, 0.07 * Double(seats.count), within: 0.03))
        let belgian = records.filter { $0[2].isEmpty }
        let brussels = belgian.count { $0[4] < "1300" }
        #expect(isNear(brussels, 0.141 * Double(belgian.count)))
        #expect(belgian.allSatisfy { $0[4].count == 4 && !$0[5].isEmpty && !$0[7].isEmpty })
    }

    /// Activities are many: their lines are cut, not read.
    @Test func `hold for activities by group, version and classification`() async throws {
        let lines = try await Self.register.value.lines("activity")
        var counts: [Substring: Int] = [:]
        var entities: [Substring: Int] = [:]
        var last: Substring = ""
        for line in lines {
            let fields = line.split(separator: ",")
            for field in [fields[1], fields[2], fields[4]] { counts[field, default: 0] += 1 }
            counts[fields[3].utf8.count == 7 ? "five" : "other", default: 0] += 1
            let key = line.prefix(fields[0].utf8.count + fields[1].utf8.count + 1)
            if key != last { entities[fields[1], default: 0] += 1 }
            last = key
        }
        let total = Double(lines.count)
        let shares: [(Substring, Double)] = [
            ("\"2025\"", 0.477), ("\"2008\"", 0.459), ("\"MAIN\"", 0.805), ("five", 0.654),
        ]
        for (key, share) in shares { #expect(isNear(counts[key] ?? 0, share * total, within: 0.015), "\(key)") }
        #expect(isNear(counts["\"2003\""] ?? 0, 0.064 * total, within: 0.04))
        let groups: [(Substring, Double)] = [
            ("\"001\"", 1_221_516), ("\"003\"", 1_647_622), ("\"006\"", 582_605), ("\"007\"", 9_556),
        ]
        for (group, real) in groups {
            #expect(isNear(entities[group] ?? 0, real * Self.scale, within: 0.02), "\(group) \(entities[group] ?? 0)")
        }
    }
}
