/// A file's system and fate, before it has a day.
struct FileCard: Sendable {
    let system: TwinSystem
    let fate: Fate
}

/// Works out, from tables 3 and 21, how many files of each school year were decided in it, later, or not at all.
///
/// The tables count submissions and decisions, each in its own year. What is not decided at the end of a year is
/// carried into the next, unless it was cancelled; what is left in the end is open or cancelled.
struct StatusCards {
    /// Of the files that nobody decided, so many in a hundred were cancelled: an assumption.
    private static let cancelledShare = 40

    private let cells: PublishedCells
    /// By school year: files decided or cancelled in the year they came in.
    private(set) var sameYear: [[FileCard]] = Array(repeating: [], count: schoolYearCount)
    /// By school year: files handed in late, decided in the next year or open.
    private(set) var late: [[FileCard]] = Array(repeating: [], count: schoolYearCount)

    init(_ cells: PublishedCells, _ random: inout TwinRandom) throws(TwinProblem) {
        self.cells = cells
        for system in TwinSystem.allCases { try deal(system, &random) }
        for year in late.indices {
            random.shuffle(&late[year])
            random.shuffle(&sameYear[year])
        }
    }

    private mutating func deal(_ system: TwinSystem, _ random: inout TwinRandom) throws(TwinProblem) {
        let submitted = try counts(system, "submitted")
        let decided = try counts(system, "decided")
        let undecided = submitted.reduce(0, +) - decided.reduce(0, +)
        let cancelled = apportion(undecided * Self.cancelledShare / 100, weights: submitted)
        var carried = 0
        for year in 0..<schoolYearCount {
            let fates = decidedFates(system, year, carried: carried, &random)
            guard fates.count == decided[year] else {
                throw .doesNotFit("decided \(schoolYearName(year))", cards: fates.count, places: decided[year])
            }
            if year > 0 { late[year - 1] += fates.prefix(carried).map { FileCard(system: system, fate: $0) } }
            sameYear[year] += fates.dropFirst(carried).map { FileCard(system: system, fate: $0) }
            sameYear[year] += [FileCard](repeating: FileCard(system: system, fate: .cancelled), count: cancelled[year])
            carried += submitted[year] - decided[year] - cancelled[year]
        }
        late[schoolYearCount - 1] += [FileCard](repeating: FileCard(system: system, fate: .open), count: carried)
    }

    /// The fates of what was decided in a year, those for files of the year before in front.
    private func decidedFates(
        _ system: TwinSystem,
        _ year: Int,
        carried: Int,
        _ random: inout TwinRandom
    ) -> [Fate] {
        var others: [Fate] = []
        var expired: [Fate] = []
        for fate in Fate.decided {
            let count = cells.statusBySystem["\(system.rawValue).\(fate.rawValue)", schoolYearName(year)] ?? 0
            if fate == .expired {
                expired = Array(repeating: fate, count: count)
            } else {
                others += Array(repeating: fate, count: count)
            }
        }
        random.shuffle(&others)
        // Only decisions of the first days of September are five years old on the measurement date.
        return expired + others
    }

    private func counts(_ system: TwinSystem, _ measure: String) throws(TwinProblem) -> [Int] {
        var counts: [Int] = []
        for year in 0..<schoolYearCount {
            counts.append(try cells.statusBySystem.required("\(system.rawValue).\(measure)", schoolYearName(year)))
        }
        return counts
    }
}
