import TandemDomain
import TandemReport
import TandemTwin
import Testing

/// Every printed cell against the count of the twin; blanks in print are not compared.
@Suite struct `Counts of the twin` {
    let cells: PublishedCells
    let samples: [TwinSample]
    /// The school years that are columns in print.
    let years = (2015...2020).map { SchoolYear(startingIn: $0).name }

    init() throws {
        cells = try PublishedCells.load()
        samples = try TwinSample.all()
    }

    @Test func `give the applications of every month`() {
        let months = ["sep", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"]
        for sample in samples {
            let counts = sample.counts(.applicationsSubmitted, by: [.month])
            for year in cells.submittedByMonth.rows {
                for (index, month) in months.enumerated() {
                    guard let printed = cells.submittedByMonth[year, month], let start = SchoolYear(year)?.start
                    else { continue }
                    let name = Day(index < 4 ? start : start + 1, (index + 8) % 12 + 1, 1)?.iso.prefix(7) ?? ""
                    #expect(counts[[String(name)]] == printed, "\(name), seed \(sample.seed)")
                }
            }
        }
    }

    @Test func `give table 3: submitted, decided and every status by school year`() {
        for sample in samples {
            let submitted = sample.counts(.applicationsSubmitted, by: [.schoolYear])
            let decided = sample.counts(.applicationsDecided, by: [.schoolYear])
            let statuses = sample.counts(.applicationsDecided, by: [.schoolYear, .status])
            expect(cells.statusBySchoolYear, sample) { row, year in
                switch row {
                case "submitted": submitted[[year]]
                case "decided": decided[[year]]
                default: statuses[[year, row]]
                }
            }
        }
    }

    @Test func `give table 21: the same for each system`() {
        for sample in samples {
            let submitted = sample.counts(.applicationsSubmitted, by: [.schoolYear, .system])
            let decided = sample.counts(.applicationsDecided, by: [.schoolYear, .system])
            let statuses = sample.counts(.applicationsDecided, by: [.schoolYear, .system, .status])
            expect(cells.statusBySystem, sample) { row, year in
                let parts = row.split(separator: ".").map(String.init)
                return switch parts[1] {
                case "submitted": submitted[[year, parts[0]]]
                case "decided": decided[[year, parts[0]]]
                default: statuses[[year, parts[0], parts[1]]]
                }
            }
        }
    }

    private func expect(_ table: PublishedTable, _ sample: TwinSample, _ count: (String, String) -> Int?) {
        for row in table.rows {
            for year in years {
                guard let printed = table[row, year] else { continue }
                #expect(count(row, year) ?? 0 == printed, "\(table.name) \(row) \(year), seed \(sample.seed)")
            }
        }
    }

    @Test func `give table 4: decisions by hand and by silence`() {
        for sample in samples {
            let counts = sample.counts(.applicationsDecided, by: [.schoolYear, .partnership, .mode])
            for group in cells.decisionsByMode.rows {
                for mode in ["automatic", "manual"] {
                    let found = counts.filter { $0.key[0] == "2020-2021" && $0.key[2] == mode }
                        .filter { isIn(group, $0.key[1]) }.values.reduce(0, +)
                    #expect(found == cells.decisionsByMode[group, mode], "\(group) \(mode), seed \(sample.seed)")
                }
            }
        }
    }

    @Test func `give the requests of every partnership, and of the groups the year before`() {
        for sample in samples {
            let counts = sample.counts(.applicationsSubmitted, by: [.schoolYear, .partnership])
            for row in cells.requestsByPartnership.rows {
                #expect(
                    counts[["2020-2021", row]] ?? 0 == cells.requestsByPartnership[row, "requests"],
                    "\(row), seed \(sample.seed)"
                )
            }
            for row in cells.growthByPartnership.rows {
                func sum(_ year: String) -> Int {
                    counts.filter { $0.key[0] == year && isIn(row, $0.key[1]) }.values.reduce(0, +)
                }
                let growth = sum("2020-2021") - sum("2019-2020")
                #expect(growth == cells.growthByPartnership[row, "growth"], "\(row), seed \(sample.seed)")
            }
        }
    }

    private func isIn(_ row: String, _ partnership: String) -> Bool {
        switch row {
        case "total": true
        case "sectoral_partnerships_total": partnership != PartnershipCode.flemish.rawValue
        default: partnership == row
        }
    }

    @Test func `give the applicants, and the shares of the year before`() throws {
        for sample in samples {
            let counts = sample.counts(.applicationsSubmitted, by: [.schoolYear, .applicant])
            let before = counts.filter { $0.key[0] == "2019-2020" }.values.reduce(0, +)
            for row in cells.applicants.rows {
                func sum(_ year: String) -> Int {
                    counts.filter {
                        $0.key[0] == year && ($0.key[1] == row || row == "any_mandate" && $0.key[1] != "company")
                    }
                    .values.reduce(0, +)
                }
                #expect(sum("2020-2021") == cells.applicants[row, "2020-2021"], "\(row), seed \(sample.seed)")
                guard let share = cells.applicants[row, "share_2019_2020"] else { continue }
                #expect((sum("2019-2020") * 100 + before / 2) / before == share, "\(row), seed \(sample.seed)")
            }
        }
    }

    @Test func `give figure 26: the ends by the day they fell on`() {
        for sample in samples {
            let counts = sample.counts(.recognitionsEnded, by: [.schoolYear, .status])
            for kind in cells.ends.rows {
                let last = counts[["2020-2021", kind]] ?? 0
                #expect(last == cells.ends[kind, "2020-2021"], "\(kind), seed \(sample.seed)")
                guard let growth = cells.ends[kind, "growth"] else { continue }
                #expect(last - (counts[["2019-2020", kind]] ?? 0) == growth, "\(kind), seed \(sample.seed)")
            }
        }
    }

    @Test func `give figure 14: the share of rejections of a partnership`() {
        for sample in samples {
            let counts = sample.counts(.applicationsDecided, by: [.schoolYear, .partnership, .status])
            for row in cells.rejectedShares.rows {
                let rejected = counts[["2020-2021", row, "rejected"]] ?? 0
                let judged = rejected + (counts[["2020-2021", row, "approved"]] ?? 0)
                let percent = judged == 0 ? nil : (rejected * 100 + judged / 2) / judged
                #expect(percent == cells.rejectedShares[row, "rejected_share"], "\(row), seed \(sample.seed)")
            }
        }
    }
}
