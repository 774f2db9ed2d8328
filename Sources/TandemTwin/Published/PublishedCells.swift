internal import Foundation
internal import TandemCSV
package import TandemDomain

/// The printed cells of the yearly report (*jaarrapport*) 2020-2021 that the twin reproduces.
///
/// `Data/published/SOURCES.md` names the publication. Blanks in print are blanks here.
package struct PublishedCells: Sendable {
    /// The day on which the publication counted.
    package static let measuredOn = lastDay(ofYearStartingIn: 2020).adding(days: 2)

    /// Requests by school year (row) and month of submission (column `sep` … `aug`).
    package let submittedByMonth: PublishedTable
    /// Requests of 2020-2021 by partnership.
    package let requestsByPartnership: PublishedTable
    /// Submitted, decided and the statuses on the measurement date (rows) by school year.
    package let statusBySchoolYear: PublishedTable
    /// Decisions of 2020-2021 by partnership group (row) and mode.
    package let decisionsByMode: PublishedTable
    /// Companies, establishments and recognitions approved in 2020-2021 by size class (row).
    package let approvedBySize: PublishedTable
    /// What is approved on the measurement date, by sector (row).
    package let approvedBySector: PublishedTable
    /// `statusBySchoolYear` for each system: rows `duaal_leren.approved` and so on.
    package let statusBySystem: PublishedTable
    /// Requests of 2020-2021 by partnership group, and how many more than the year before.
    package let growthByPartnership: PublishedTable
    /// Requests of 2020-2021 by applicant, and the share in percent of the year before.
    package let applicants: PublishedTable
    /// The share of rejections among the approved and rejected of 2020-2021, in percent.
    package let rejectedShares: PublishedTable
    /// The share of each reason among the rejections, in percent.
    package let rejectionReasons: PublishedTable
    /// Approvals of 2020-2021 by province: numbers where printed, else percent.
    package let provinces: PublishedTable
    /// Recognitions that ended in 2020-2021, by kind of end.
    package let ends: PublishedTable

    /// Reads the files of `Data/published`.
    package static func load() throws -> Self {
        Self(
            submittedByMonth: try table("figure-07"),
            requestsByPartnership: try table("table-02"),
            statusBySchoolYear: try table("table-03"),
            decisionsByMode: try table("table-04"),
            approvedBySize: try table("table-05"),
            approvedBySector: try table("table-11"),
            statusBySystem: try table("table-21"),
            growthByPartnership: try table("figure-09"),
            applicants: try table("figure-11"),
            rejectedShares: try table("figure-14"),
            rejectionReasons: try table("figure-15"),
            provinces: try table("figure-18"),
            ends: try table("figure-26")
        )
    }

    private static func table(_ name: String) throws -> PublishedTable {
        PublishedTable(name: name, records: try dataFile("published/\(name).csv"))
    }
}

/// The records of a file in this module's `Data`.
func dataFile(_ path: String) throws -> [[String]] {
    guard let folder = Bundle.module.resourceURL else { throw TwinProblem.dataMissing(path) }
    let bytes = try Data(contentsOf: folder.appending(path: "Data").appending(path: path))
    return try CSVReader.records(of: Array(bytes)).map(\.fields)
}
