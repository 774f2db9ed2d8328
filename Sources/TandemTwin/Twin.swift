internal import TandemCSV
package import TandemDomain

/// The statistical twin of the published register: invented files whose counts are exactly the printed ones.
///
/// The numbers come from the tables in `Data/published` alone, and chance from the seed alone: the same seed gives
/// the same bytes. Every stage deals cards. There are as many cards of each kind as print says, so the sums are right
/// whatever the order, and only the order is random:
///
/// 1. statuses and systems over school years (tables 3 and 21), then days of submission by month (figure 7);
/// 2. sectors over the files of a school year and status (tables 2, 4 and 11, figures 9 and 14);
/// 3. days of decision, silent approvals (table 4), ends (figure 26), reasons (figure 15), applicants (figure 11);
/// 4. companies by size (table 5), establishments and mentors (table 11), provinces (figure 18);
/// 5. trainings, names, numbers.
///
/// `Documentation/Twin.md` says what is assumed where print is silent.
package struct Twin: Sendable {
    private let reference: Reference
    private let seed: UInt64
    private let cells: PublishedCells

    package init(reference: Reference, seed: UInt64) throws {
        self.reference = reference
        self.seed = seed
        cells = try PublishedCells.load()
    }

    /// All files in the order of their submission.
    package func rows() throws -> [TwinRow] {
        var rows: [TwinRow] = []
        try forEachRow { rows.append($0) }
        return rows
    }

    /// Writes the file piece by piece, with its header.
    package func write(to take: ([UInt8]) throws -> Void) throws {
        var writer = CSVWriter(lineEnding: .lineFeed)
        writer.append(TwinRow.columns)
        try forEachRow { row in
            writer.append(row.fields)
            if writer.bytes.count > 1 << 16 { try take(writer.takeBytes()) }
        }
        try take(writer.takeBytes())
    }

    private func forEachRow(_ body: (TwinRow) throws -> Void) throws {
        var random = TwinRandom(seed: seed)
        let sectors = try TwinSector.load(reference)
        let drafts = try drafts(sectors, &random)
        var register = CompanyRegister(sectors, cells, &random)
        var placed = drafts
        try register.place(&placed)
        let joining = try Joining(register)
        try Provinces.place(&register, &random)
        let trainings = try chooseTrainings(&placed, joining, sectors, &random)
        var builder = try RowBuilder(register, joining, reference, &random)
        let references = fileNumbers(placed)
        for (index, draft) in placed.enumerated() {
            try body(builder.row(draft, references, index, training: trainings.code(draft.training)))
        }
    }

    private func drafts(_ sectors: [TwinSector], _ random: inout TwinRandom) throws -> [FileDraft] {
        var drafts = try Submissions.drafts(cells, &random)
        try SectorDealing.deal(&drafts, sectors, cells, &random)
        try Decisions.decide(&drafts, sectors, cells, &random)
        try Endings.end(&drafts, cells, &random)
        try Particulars.fill(&drafts, cells, &random)
        return drafts
    }

    /// A renewal keeps the training of the file it renews.
    private func chooseTrainings(
        _ drafts: inout [FileDraft],
        _ joining: Joining,
        _ sectors: [TwinSector],
        _ random: inout TwinRandom
    ) throws -> TrainingChoice {
        var choice = try TrainingChoice(reference, sectors)
        for index in drafts.indices {
            if let renewed = drafts[index].renews {
                drafts[index].training = drafts[renewed].training
            } else {
                drafts[index].training = choice.choose(
                    for: drafts[index],
                    at: joining.site[drafts[index].site],
                    &random
                )
            }
        }
        return choice
    }

    /// `WD-2016-000001`: the year of submission and a number that starts again every year.
    private func fileNumbers(_ drafts: [FileDraft]) -> [String] {
        var next: [Int: Int] = [:]
        return drafts.map { draft in
            let year = draft.submitted.year
            next[year, default: 0] += 1
            return "WD-\(year)-\(padded(next[year] ?? 0, 6))"
        }
    }
}
