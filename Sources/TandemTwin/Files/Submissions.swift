internal import TandemDomain

/// Gives every file a day of submission, month by month as figure 7 prints them.
///
/// What was decided in a later school year than it was submitted in came in during the last days of August: so no
/// manual decision takes more than fourteen days.
enum Submissions {
    /// So many days at the end of August hold the files that are decided in September.
    private static let lateDays = 12

    static func drafts(_ cells: PublishedCells, _ random: inout TwinRandom) throws(TwinProblem) -> [FileDraft] {
        let cards = try StatusCards(cells, &random)
        var drafts: [FileDraft] = []
        drafts.reserveCapacity(45_000)
        for year in 0..<schoolYearCount {
            let start = firstSchoolYear + year
            let last = lastDay(ofYearStartingIn: start)
            let lateDay = DayWeights(from: last.adding(days: 1 - lateDays), through: last)
            for card in cards.late[year] {
                drafts.append(draft(card, on: lateDay.day(&random), year, isLate: true))
            }
            let slots = try monthSlots(year, without: cards.late[year].count, cells, &random)
            guard slots.count == cards.sameYear[year].count else {
                throw .doesNotFit(
                    "submitted \(schoolYearName(year))",
                    cards: cards.sameYear[year].count,
                    places: slots.count
                )
            }
            for (card, day) in zip(cards.sameYear[year], slots) {
                drafts.append(draft(card, on: day, year, isLate: false))
            }
        }
        return drafts.sorted { $0.submitted < $1.submitted }
    }

    /// The days of a school year's files, less those of August that the late files took.
    private static func monthSlots(
        _ year: Int,
        without late: Int,
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) -> [Day] {
        var days: [Day] = []
        for (month, code) in monthCodes.enumerated() {
            guard let printed = cells.submittedByMonth[schoolYearName(year), code] else { continue }
            let count = month == monthCodes.count - 1 ? printed - late : printed
            guard count >= 0 else { throw .doesNotFit("August \(schoolYearName(year))", cards: late, places: printed) }
            let first = monthStart(month, ofYearStartingIn: firstSchoolYear + year)
            let weights = DayWeights(from: first, through: first.adding(months: 1).adding(days: -1))
            for _ in 0..<count { days.append(weights.day(&random)) }
        }
        return days
    }

    private static func draft(_ card: FileCard, on day: Day, _ year: Int, isLate: Bool) -> FileDraft {
        FileDraft(submitted: day, year: year, system: card.system, fate: card.fate, isLate: isLate)
    }
}
