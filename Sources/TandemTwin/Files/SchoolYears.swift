internal import TandemDomain

/// The first school year of the register; years of the twin are counted from it, 0 to 5.
let firstSchoolYear = 2015
let schoolYearCount = 6
/// Codes of the months in print, in the order of a school year.
let monthCodes = ["sep", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"]

/// `2015-2016` for 0.
func schoolYearName(_ year: Int) -> String { SchoolYear(startingIn: firstSchoolYear + year).name }

/// The first day of a month of a school year; the months are counted from September.
func monthStart(_ month: Int, ofYearStartingIn start: Int) -> Day {
    // Each month has a first day; the start of time stands in for years outside the calendar.
    Day(month < 4 ? start : start + 1, (month + 8) % 12 + 1, 1) ?? Day(number: 0)
}

/// 31 August.
func lastDay(ofYearStartingIn start: Int) -> Day { monthStart(0, ofYearStartingIn: start + 1).adding(days: -1) }

/// The days on which files of a month come in, with how often: in weekends few.
struct DayWeights {
    let days: [Day]
    private let weights: [Int]

    init(from first: Day, through last: Day) {
        days = (first.number...max(first.number, last.number)).map { Day(number: $0) }
        weights = days.map { $0.weekday.isWeekend ? 1 : 8 }
    }

    func day(_ random: inout TwinRandom) -> Day { days[random.index(weights: weights) ?? 0] }
}
