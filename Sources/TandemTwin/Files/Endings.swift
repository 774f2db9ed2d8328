internal import TandemDomain

/// Gives ended recognitions the day they ended on, so many in each school year as figure 26 prints.
///
/// Figure 26 was measured later than table 3 and has a lower total; the totals here are those of table 3.
enum Endings {
    /// Since this day recognitions without a valid mentor end by themselves; most of that year's did on it.
    private static let lapseDay = lastDay(ofYearStartingIn: firstSchoolYear + 5).adding(days: -11)
    private static let lapseShare = 70

    static func end(
        _ drafts: inout [FileDraft],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) {
        try end(.withdrawn, &drafts, cells, &random)
        try end(.discontinued, &drafts, cells, &random)
    }

    private static func end(
        _ fate: Fate,
        _ drafts: inout [FileDraft],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) {
        let year = schoolYearCount - 1
        let inLast = try cells.ends.required(fate.rawValue, "2020-2021")
        let inYearBefore = cells.ends[fate.rawValue, "growth"].map { inLast - $0 }
        var files = drafts.indices.filter { drafts[$0].fate == fate }
        random.shuffle(&files)
        // What was decided last must end last: first the newest, then the others as they lie.
        let newest = files.filter { drafts[$0].decisionYear == year }
        let newer = files.filter { drafts[$0].decisionYear == year - 1 }
        let older = files.filter { (drafts[$0].decisionYear ?? 0) < year - 1 }
        var queue = newest + (inYearBefore == nil ? mixed(newer + older, &random) : newer + older)
        guard queue.count >= inLast + (inYearBefore ?? 0), newest.count <= inLast else {
            throw .doesNotFit("ended \(fate)", cards: queue.count, places: inLast)
        }
        for file in queue.prefix(inLast) { endInYear(year, &drafts[file], &random) }
        queue.removeFirst(inLast)
        for file in queue.prefix(inYearBefore ?? 0) { endInYear(year - 1, &drafts[file], &random) }
        queue.removeFirst(inYearBefore ?? 0)
        let lastEarly = lastDay(ofYearStartingIn: firstSchoolYear + year - (inYearBefore == nil ? 1 : 2))
        for file in queue { end(&drafts[file], from: drafts[file].submitted, through: lastEarly, &random) }
    }

    private static func mixed(_ files: [Int], _ random: inout TwinRandom) -> [Int] {
        var files = files
        random.shuffle(&files)
        return files
    }

    private static func endInYear(_ year: Int, _ draft: inout FileDraft, _ random: inout TwinRandom) {
        let start = firstSchoolYear + year
        let isLapsed = draft.fate == .withdrawn && random.percent(lapseShare)
        if isLapsed, let decided = draft.decided, decided < lapseDay, decided.adding(years: 5) > lapseDay {
            draft.ended = lapseDay
        } else {
            end(
                &draft,
                from: monthStart(0, ofYearStartingIn: start),
                through: lastDay(ofYearStartingIn: start),
                &random
            )
        }
    }

    /// A day between these two on which the recognition was valid.
    private static func end(
        _ draft: inout FileDraft,
        from first: Day,
        through last: Day,
        _ random: inout TwinRandom
    ) {
        guard let decided = draft.decided else { return }
        let earliest = max(first, decided)
        let latest = max(earliest, min(last, decided.adding(years: 5).adding(days: -1)))
        draft.ended = earliest.adding(days: random.below(latest.days(since: earliest) + 1))
    }
}
