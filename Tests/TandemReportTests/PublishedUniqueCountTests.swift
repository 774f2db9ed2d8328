import TandemDomain
import TandemReference
import TandemReport
import TandemTwin
import Testing

/// Companies, establishments and mentors, each counted once.
@Suite struct `Unique counts of the twin` {
    let cells: PublishedCells
    let reference: Reference
    let samples: [TwinSample]

    init() throws {
        cells = try PublishedCells.load()
        reference = try ReferenceLibrary.load()
        samples = try TwinSample.all()
    }

    @Test func `give table 11: what is approved on the measurement date`() {
        for sample in samples {
            let approved = sample.approved
            for row in cells.approvedBySector.rows where !row.hasPrefix("vp_") {
                let rows = approved.filter { isIn(row, $0.partnership) }
                let found = [
                    "recognitions": rows.count,
                    "companies": Set(rows.map(\.companyNumber)).count,
                    "establishments": Set(rows.map(\.establishmentNumber)).count,
                    "mentors": Set(rows.flatMap { $0.mentors.map(\.nationalNumber) }).count,
                ]
                for column in cells.approvedBySector.columns {
                    #expect(
                        found[column] == cells.approvedBySector[row, column],
                        "\(row) \(column), seed \(sample.seed)"
                    )
                }
            }
        }
    }

    @Test(arguments: ["vp_beenhouwers", "vp_overige", "vp_verhuis", "vp_verkoop_marketing", "vp_vermakelijkheden"])
    func `give the sectors of the Flemish Partnership by their joint committee`(_ sector: String) {
        for sample in samples {
            let rows = sample.approved.filter { row in
                row.partnership == .flemish && row.jointCommittee != nil
                    && reference.competences.reportedSector(for: row.jointCommittee, on: PublishedCells.measuredOn)
                        == sector
            }
            #expect(rows.count == cells.approvedBySector[sector, "recognitions"], "seed \(sample.seed)")
            #expect(
                Set(rows.map(\.companyNumber)).count == cells.approvedBySector[sector, "companies"],
                "seed \(sample.seed)"
            )
        }
    }

    private func isIn(_ row: String, _ partnership: PartnershipCode) -> Bool {
        switch row {
        case "total": true
        case "sectoral_partnerships_total": partnership != .flemish
        default: partnership.rawValue == row
        }
    }

    @Test func `give table 5: what was approved in 2020-2021 by size of the company`() {
        for sample in samples {
            let approved = sample.approved.filter(isOfLastYear)
            for size in cells.approvedBySize.rows {
                let rows = approved.filter {
                    size == "total" || reference.sizeClass(employees: $0.employees)?.code == size
                }
                let found = [
                    "recognitions": rows.count,
                    "companies": Set(rows.map(\.companyNumber)).count,
                    "establishments": Set(rows.map(\.establishmentNumber)).count,
                ]
                for column in cells.approvedBySize.columns {
                    #expect(
                        found[column] == cells.approvedBySize[size, column],
                        "\(size) \(column), seed \(sample.seed)"
                    )
                }
            }
        }
    }

    @Test func `give figure 18: what was approved in 2020-2021 by province`() {
        for sample in samples {
            let rows = sample.approved.filter(isOfLastYear)
            let byProvince = Dictionary(grouping: rows) { row in
                reference.postalPlace(row.establishmentPostalCode)?.province.rawValue ?? ""
            }
            for province in cells.provinces.rows {
                let found = byProvince[province]?.count ?? 0
                if let printed = cells.provinces[province, "approved"] {
                    #expect(found == printed, "\(province), seed \(sample.seed)")
                }
                if let share = cells.provinces[province, "share"] {
                    #expect((found * 100 + rows.count / 2) / rows.count == share, "\(province), seed \(sample.seed)")
                }
            }
        }
    }

    private func isOfLastYear(_ row: TwinRow) -> Bool {
        row.decidedOn.map { SchoolYear(of: $0).name == "2020-2021" } ?? false
    }

    @Test func `give the reasons of rejection`() {
        for sample in samples {
            let rejected = sample.rows.filter { $0.rejectionReason != nil && isOfLastYear($0) }
            for reason in cells.rejectionReasons.rows {
                let found = rejected.count { $0.rejectionReason?.rawValue == reason }
                if let files = cells.rejectionReasons[reason, "files_2020_2021"] {
                    #expect(found == files, "\(reason), seed \(sample.seed)")
                }
                if let share = cells.rejectionReasons[reason, "share_2020_2021"] {
                    let percent = (found * 100 + rejected.count / 2) / rejected.count
                    #expect(percent == share, "\(reason), seed \(sample.seed)")
                }
            }
        }
    }
}
