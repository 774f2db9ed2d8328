/// Gives rejections their reason (figure 15) and files their applicant (figure 11).
enum Particulars {
    static func fill(
        _ drafts: inout [FileDraft],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) {
        for year in 0..<schoolYearCount {
            let rejected = drafts.indices.filter { drafts[$0].fate == .rejected && drafts[$0].decisionYear == year }
            let reasons = reasonCounts(rejected.count, isLastYear: year == schoolYearCount - 1, cells)
            deal(cells.rejectionReasons.rows, reasons, to: rejected, &random) { drafts[$0].reason = $1 }
            let submitted = drafts.indices.filter { drafts[$0].year == year }
            let applicants = applicantCounts(submitted.count, isLastYear: year == schoolYearCount - 1, cells)
            deal(applicantCodes, applicants, to: submitted, &random) { drafts[$0].applicant = $1 }
        }
    }

    private static let applicantCodes = ["company", "provider", "sector_consultant", "workplace_counsellor"]

    private static func reasonCounts(_ total: Int, isLastYear: Bool, _ cells: PublishedCells) -> [Int] {
        let table = cells.rejectionReasons
        guard isLastYear else {
            return apportion(total, weights: table.column("share_2019_2020", of: table.rows))
        }
        let printed = table.column("files_2020_2021", of: table.rows)
        let shares = table.column("share_2020_2021", of: table.rows)
        return zip(printed, apportion(total - printed.reduce(0, +), weights: shares)).map { $0 + $1 }
    }

    private static func applicantCounts(_ total: Int, isLastYear: Bool, _ cells: PublishedCells) -> [Int] {
        if isLastYear { return cells.applicants.column("2020-2021", of: applicantCodes) }
        var shares = cells.applicants.column("share_2019_2020", of: applicantCodes)
        // The company itself filed what is left.
        shares[0] = 100 - (cells.applicants["any_mandate", "share_2019_2020"] ?? 0)
        return apportion(total, weights: shares)
    }

    private static func deal(
        _ codes: [String],
        _ counts: [Int],
        to files: [Int],
        _ random: inout TwinRandom,
        _ take: (Int, String) -> Void
    ) {
        var deck = cards(counts)
        random.shuffle(&deck)
        for (file, card) in zip(files, deck) { take(file, codes[card]) }
    }
}
