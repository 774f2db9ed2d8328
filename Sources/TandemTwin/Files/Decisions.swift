internal import TandemDomain

/// Gives the files their days of decision: by hand within fourteen days, or by silence on the fifteenth (R12).
enum Decisions {
    /// How many in a thousand approvals of a school year the law gave, before print says: an assumption.
    private static let silentShares = [0, 25, 30, 20, 10]
    /// The last day of the term; the law decides on the day after.
    static let term = 14

    static func decide(
        _ drafts: inout [FileDraft],
        _ sectors: [TwinSector],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) {
        try markSilent(&drafts, sectors, cells, &random)
        for index in drafts.indices { decide(&drafts[index], &random) }
    }

    private static func markSilent(
        _ drafts: inout [FileDraft],
        _ sectors: [TwinSector],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) {
        for year in 0..<schoolYearCount {
            var pool = drafts.indices.filter { canBeSilent(drafts[$0], year) }
            random.shuffle(&pool)
            for file in try silent(pool, year, drafts, sectors, cells) { drafts[file].isAutomatic = true }
        }
    }

    /// Whether the term of the file ended, in this school year of its submission, with an approval.
    private static func canBeSilent(_ draft: FileDraft, _ year: Int) -> Bool {
        draft.year == year && draft.fate == .approved && !draft.isLate
            && draft.submitted.adding(days: term + 1) <= lastDay(ofYearStartingIn: firstSchoolYear + year)
    }

    private static func silent(
        _ pool: [Int],
        _ year: Int,
        _ drafts: [FileDraft],
        _ sectors: [TwinSector],
        _ cells: PublishedCells
    ) throws(TwinProblem) -> [Int] {
        if year < silentShares.count { return Array(pool.prefix(pool.count * silentShares[year] / 1000)) }
        let flemish = pool.filter { sectors[drafts[$0].sector].isFlemish }
        let sectoral = pool.filter { !sectors[drafts[$0].sector].isFlemish }
        let flemishCount = try cells.decisionsByMode.required("vlaams_partnerschap", "automatic")
        let sectoralCount = try cells.decisionsByMode.required("sectoral_partnerships_total", "automatic")
        return Array(flemish.prefix(flemishCount)) + sectoral.prefix(sectoralCount)
    }

    private static func decide(_ draft: inout FileDraft, _ random: inout TwinRandom) {
        let last = lastDay(ofYearStartingIn: firstSchoolYear + draft.year)
        let fiveYearsAgo = PublishedCells.measuredOn.adding(years: -5)
        var earliest = draft.isLate ? last.adding(days: 1) : draft.submitted
        var latest = draft.submitted.adding(days: term)
        if !draft.isLate { latest = min(latest, last) }
        switch draft.fate {
        case .approved: earliest = max(earliest, fiveYearsAgo.adding(days: 1))
        case .expired: latest = min(latest, fiveYearsAgo)
        case .rejected, .withdrawn, .discontinued: break
        case .cancelled:
            draft.cancelled = min(draft.submitted.adding(days: random.below(term)), last)
            return
        case .open: return
        }
        draft.decided =
            draft.isAutomatic
            ? draft.submitted.adding(days: term + 1) : day(after: draft.submitted, earliest, latest, &random)
    }

    /// A working day where there is one: most decisions fall in the second week.
    private static func day(
        after submitted: Day,
        _ earliest: Day,
        _ latest: Day,
        _ random: inout TwinRandom
    ) -> Day {
        let wish = submitted.adding(days: max(random.within(1...term), random.within(0...term)))
        let day = min(max(wish, earliest), latest)
        for shift in [0, -1, -2, 1, 2] {
            let other = day.adding(days: shift)
            if !other.weekday.isWeekend, other >= earliest, other <= latest { return other }
        }
        return day
    }
}
