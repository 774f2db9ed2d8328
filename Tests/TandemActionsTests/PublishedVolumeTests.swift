import TandemActions
import TandemDomain
import TandemReport
import TandemSQL
import TandemStore
import TandemTestKit
import TandemTwin
import Testing

/// The published volume, imported into a register and counted back from its rows.
@Suite struct `The published register, imported` {
    @Test func `is counted back cell for cell, and its chain holds`() async throws {
        let office = try await TestCounter(on: PublishedCells.measuredOn)
        let twin = try Twin(reference: office.counter.reference, seed: 7)
        let report = try await office.counter.importRecognitions(from: { try bytes(of: twin) })
        let cells = try PublishedCells.load()
        #expect(report.rows == cells.statusBySchoolYear["submitted", "total"])
        let facts = try await facts(office.counter.database)
        try expectMonths(facts, cells)
        try expectStatuses(facts, cells)
        let verification = try await office.counter.database.verify()
        #expect(verification.findings.isEmpty)
    }

    private func facts(_ database: any SQLDatabase) async throws -> [ApplicationFact] {
        try await database.read { session in
            var facts: [ApplicationFact] = []
            try session.forEachApplicationFact(submittedThrough: PublishedCells.measuredOn) { facts.append($0) }
            return facts
        }
    }

    private func expectMonths(_ facts: [ApplicationFact], _ cells: PublishedCells) throws {
        let counted = counts(.applicationsSubmitted, facts, [.month])
        let months = ["sep", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"]
        for year in cells.submittedByMonth.rows {
            let start = try #require(SchoolYear(year)).start
            for (index, month) in months.enumerated() {
                guard let printed = cells.submittedByMonth[year, month] else { continue }
                let first = try #require(Day(index < 4 ? start : start + 1, (index + 8) % 12 + 1, 1))
                #expect(counted[[String(first.iso.prefix(7))]] == printed, "figure 7, \(year) \(month)")
            }
        }
    }

    private func expectStatuses(_ facts: [ApplicationFact], _ cells: PublishedCells) throws {
        let submitted = counts(.applicationsSubmitted, facts, [.schoolYear])
        let decided = counts(.applicationsDecided, facts, [.schoolYear])
        let statuses = counts(.applicationsDecided, facts, [.schoolYear, .status])
        let bySystem = counts(.applicationsDecided, facts, [.schoolYear, .system, .status])
        for year in (2015...2020).map({ SchoolYear(startingIn: $0).name }) {
            for row in cells.statusBySchoolYear.rows {
                guard let printed = cells.statusBySchoolYear[row, year] else { continue }
                let found =
                    switch row {
                    case "submitted": submitted[[year]]
                    case "decided": decided[[year]]
                    case _: statuses[[year, row]]
                    }
                #expect(found ?? 0 == printed, "table 3, \(row) \(year)")
            }
            for row in cells.statusBySystem.rows where !row.hasSuffix("submitted") && !row.hasSuffix("decided") {
                guard let printed = cells.statusBySystem[row, year] else { continue }
                let parts = row.split(separator: ".").map(String.init)
                #expect(bySystem[[year, parts[0], parts[1]]] ?? 0 == printed, "table 21, \(row) \(year)")
            }
        }
    }

    private func counts(_ measure: Measure, _ facts: [ApplicationFact], _ by: [Dimension]) -> [[String]: Int] {
        let counts = measure.counts(of: facts, by: by, measuredOn: PublishedCells.measuredOn)
        return Dictionary(uniqueKeysWithValues: counts.map { count in (by.map { count.key[$0] ?? "" }, count.count) })
    }
}

private func bytes(of twin: Twin) throws -> AnyIterator<[UInt8]> {
    var pieces: [[UInt8]] = []
    try twin.write { pieces.append($0) }
    return AnyIterator(pieces.makeIterator())
}
