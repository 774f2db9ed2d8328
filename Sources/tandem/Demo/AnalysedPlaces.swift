internal import TandemDomain
internal import TandemStore
internal import TandemTwin

/// Applications for the trainings that a published analysis of supply and demand counted: as many places as it found.
struct AnalysedPlaces {
    /// How many places each training has in print.
    let counts: [TrainingCode: Int]
    /// What is recognised already.
    let known: [ValidPlace]
    let today: Day
    let seed: UInt64

    private static let sector = PartnershipCode("elektriciens")

    /// Lines in the format of the import, for establishments of the sector in the published register.
    func fields(like rows: [TwinRow]) -> [[String]] {
        var random = DemoRandom(seed: seed &+ 3)
        var seen: Set<String> = []
        let sites = rows.filter { $0.status == .approved && $0.endedOn == nil && $0.partnership == Self.sector }
            .filter { seen.insert($0.establishmentNumber.digits).inserted }
        var lines: [[String]] = []
        for (training, count) in counts.sorted(by: { $0.key < $1.key }) {
            let taken = Set(known.filter { $0.training == training }.map(\.number))
            let free = sites.filter { !taken.contains($0.establishmentNumber) }
            let start = random.number(in: 0...max(0, free.count - 1))
            for row in (free[start...] + free[..<start]).prefix(max(0, count - taken.count)) {
                lines.append(line(like: row, training, number: lines.count + 1, &random))
            }
        }
        return lines.sorted { $0[Column.submittedOn] < $1[Column.submittedOn] }
    }

    /// Recognised some four years ago, so that it is valid for another year.
    private func line(like row: TwinRow, _ training: TrainingCode, number: Int, _ random: inout DemoRandom) -> [String]
    {
        let submittedOn = today.adding(days: -random.number(in: 1340...1400))
        var fields = row.fields
        fields[Column.reference] = "TA-\(submittedOn.year)-\(number)"
        fields[Column.training] = training.rawValue
        fields[Column.partnership] = Self.sector.rawValue
        fields[Column.submittedOn] = submittedOn.iso
        fields[Column.decidedOn] = submittedOn.adding(days: random.number(in: 1...14)).iso
        fields[Column.mode] = DecisionMode.manual.rawValue
        fields[Column.renews] = ""
        return fields
    }
}
