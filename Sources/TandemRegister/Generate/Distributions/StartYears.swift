internal import TandemDomain

/// When enterprises started, from the counts by year: a conventional day, 1 January 1800, stands for unknown.
struct StartYears: Sendable {
    private let years: [Int]
    private let cumulative: [Double]
    private let lastDay: Day
    let unknownShare: Double
    static let unknown = Day(number: -62_091)

    /// Keeps what lies before the snapshot; one day after it occurs in the real register too.
    init(snapshot: Day) throws {
        let file = "start-years.csv"
        lastDay = snapshot.adding(days: 1)
        var rows = try DistributionFile.rows(file).map { (Int(try $0.number(0, in: file)), try $0.number(1, in: file)) }
        let limit = lastDay.year
        rows.removeAll { $0.0 > limit }
        let total = rows.reduce(0) { $0 + $1.1 }
        unknownShare = (rows.first { $0.0 == Self.unknown.year }?.1 ?? 0) / total
        rows.removeAll { $0.0 == Self.unknown.year }
        let known = rows.reduce(0) { $0 + $1.1 }
        years = rows.map(\.0)
        var sum = 0.0
        cumulative = rows.map { row in
            sum += row.1 / known
            return sum
        }
    }

    /// The share of the known starts that lie before a year.
    func share(before year: Int) -> Double {
        guard let index = years.firstIndex(where: { $0 >= year }) else { return 1 }
        return index == 0 ? 0 : cumulative[index - 1]
    }

    /// The year that stands at this point from 0 (the oldest) to 1.
    func year(at quantile: Double) -> Int {
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] <= quantile { low = middle + 1 } else { high = middle }
        }
        return years[low]
    }

    /// A day in the year; the first of January and the first of a month are favoured, as in the register.
    func day(in year: Int, _ random: inout EntityRandom) -> Day {
        let first = Day(year, 1, 1) ?? lastDay
        let length = min(Day.isLeap(year) ? 366 : 365, lastDay.days(since: first) + 1)
        let kind = random.unit()
        let day = first.adding(days: random.below(length))
        if kind < 0.12 { return first }
        return kind < 0.37 ? day.adding(days: 1 - day.parts.day) : day
    }
}
