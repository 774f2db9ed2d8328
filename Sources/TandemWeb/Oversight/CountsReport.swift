internal import TandemActions
internal import TandemDomain
internal import TandemReport
internal import TandemSQL
internal import TandemStore

/// The counts of one measurement date (*meetmoment*): everything that the page of counts shows.
struct CountsReport: Sendable {
    let measuredOn: Day
    /// Applications by the day they were submitted, with the status of the measurement date.
    private let counts: [Count]
    let companies: Int
    let establishments: Int

    init(_ facts: [ApplicationFact], measuredOn day: Day) {
        measuredOn = day
        counts = Measure.applicationsSubmitted.counts(
            of: facts,
            by: [.schoolYear, .month, .partnership, .status],
            measuredOn: day
        )
        companies = Self.total(Measure.companiesRecognised.counts(of: facts, by: [], measuredOn: day))
        establishments = Self.total(Measure.establishmentsRecognised.counts(of: facts, by: [], measuredOn: day))
    }

    /// The number of applications where these dimensions have these values; all of them where none is named.
    func number(_ values: [Dimension: String] = [:]) -> Int {
        Self.total(counts.filter { count in values.allSatisfy { count.key[$0.key] == $0.value } })
    }

    /// The values that a dimension has, in order.
    func values(of dimension: Dimension) -> [String] { Set(counts.compactMap { $0.key[dimension] }).sorted() }

    private static func total(_ counts: [Count]) -> Int { counts.reduce(0) { $0 + $1.count } }
}

/// Keeps the counts of a measurement date for a minute, so that the page stays quick however large the register.
actor CountsCache {
    private static let milliseconds: Int64 = 60_000
    private var kept: [Day: (report: CountsReport, at: Instant)] = [:]

    /// The counts as they were worked out less than a minute ago, or anew.
    ///
    /// - Throws: an error of the database.
    func report(measuredOn day: Day, _ site: Site) async throws -> CountsReport {
        let now = site.counter.clock.now()
        if let known = kept[day], now.milliseconds - known.at.milliseconds < Self.milliseconds { return known.report }
        let facts = try await site.read(.mayLag) { session in
            var facts: [ApplicationFact] = []
            try session.forEachApplicationFact(submittedThrough: day) { facts.append($0) }
            return facts
        }
        let report = CountsReport(facts, measuredOn: day)
        kept = kept.filter { now.milliseconds - $0.value.at.milliseconds < Self.milliseconds }
        kept[day] = (report, now)
        return report
    }
}
