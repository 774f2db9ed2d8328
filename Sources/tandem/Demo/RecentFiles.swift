internal import TandemDomain
internal import TandemTwin

/// Applications of the years after the published register, for companies that stand in it.
///
/// They are no statistics of anything: they give today's register recognitions that are valid and that end soon.
struct RecentFiles {
    let reference: Reference
    let today: Day
    let seed: UInt64

    private static let perPartnership = 90

    /// Lines in the format of the import.
    func fields(after rows: [TwinRow]) -> [[String]] {
        var random = DemoRandom(seed: seed)
        let groups = Dictionary(grouping: rows.filter { $0.status == .approved && $0.endedOn == nil }) {
            reference.competentPartnership(for: $0.jointCommittee, on: today)
        }
        var lines: [[String]] = []
        for partnership in groups.keys.sorted() {
            var seen: Set<String> = []
            let candidates = (groups[partnership] ?? []).filter { seen.insert($0.establishmentNumber.digits).inserted }
            let trainings = self.trainings(of: partnership)
            guard !trainings.isEmpty else { continue }
            for row in candidates.suffix(Self.perPartnership) {
                lines.append(line(like: row, partnership, trainings, number: lines.count + 1, &random))
            }
        }
        return lines.sorted { $0[Column.submittedOn] < $1[Column.submittedOn] }
    }

    /// The dual trainings of a sector that are on offer; all of them for the partnership of the rest.
    private func trainings(of partnership: PartnershipCode) -> [Training] {
        let dual = reference.trainings(on: today).filter { $0.system == .dualLearning && !$0.isPreparatory }
        let own = dual.filter { $0.submittingSector == partnership }
        return own.isEmpty ? dual : own
    }

    private func line(
        like row: TwinRow,
        _ partnership: PartnershipCode,
        _ trainings: [Training],
        number: Int,
        _ random: inout DemoRandom
    ) -> [String] {
        // Between a month short of five years ago and a month ago: all valid, a good part ending within a year.
        let age = random.chance(outOf: 3) == 0 ? random.number(in: 1480...1800) : random.number(in: 30...1480)
        let submittedOn = today.adding(days: -age)
        let decidedOn = submittedOn.adding(days: random.number(in: 1...14))
        var fields = row.fields
        fields[Column.reference] = "TD-\(submittedOn.year)-\(number)"
        fields[Column.training] = trainings[random.number(in: 0...(trainings.count - 1))].code.rawValue
        fields[Column.partnership] = reference.competentPartnership(for: row.jointCommittee, on: submittedOn).rawValue
        fields[Column.submittedOn] = submittedOn.iso
        fields[Column.decidedOn] = decidedOn.iso
        fields[Column.mode] = DecisionMode.manual.rawValue
        fields[Column.renews] = ""
        return fields
    }
}

/// Where the columns stand that differ from the example.
enum Column {
    static let reference = 0
    static let training = 11
    static let partnership = 12
    static let submittedOn = 14
    static let decidedOn = 16
    static let mode = 17
    static let renews = 23
}

/// Chance that gives the same for the same seed (SplitMix64).
struct DemoRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return range.lowerBound + Int(mixed % UInt64(range.count))
    }

    mutating func chance(outOf count: Int) -> Int { number(in: 0...(count - 1)) }
}
