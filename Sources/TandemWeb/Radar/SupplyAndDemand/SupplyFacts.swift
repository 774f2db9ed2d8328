internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Everything that supply and demand of one reference date are counted from, over the whole country.
struct SupplyFacts: Sendable {
    /// The day that recognitions, mentors and enrolments are those of (R62).
    let day: Day
    /// The reference dates for which enrolments came in, the last first.
    let counts: [EnrolmentCountRecord]
    /// What providers offer on the day.
    let offers: [EnrolmentRecord]
    /// What is recognised on the day: one for each training at each establishment.
    let places: [ValidPlace]
    /// The mentors of each recognition.
    let mentors: [Identifier<Recognition>: [Identifier<Mentor>]]

    /// Whether the enrolments of this day came in.
    var hasEnrolments: Bool { counts.contains { $0.referenceDate == day } }

    /// Reads the facts of a day; without a day those of the last reference date, or of today where there is none.
    ///
    /// - Throws: an error of the database.
    init(of day: Day?, today: Day, _ session: any SQLSession) throws {
        counts = try session.enrolmentCounts()
        let chosen = day ?? counts.first { $0.referenceDate <= today }?.referenceDate ?? today
        self.day = chosen
        let count = counts.first { $0.referenceDate == chosen }
        offers = try count.map { try session.enrolments(in: $0.id).filter { $0.isOffered(on: chosen) } } ?? []
        places = Self.eachOnce(try session.validPlaces(on: chosen))
        mentors = Dictionary(grouping: try session.validMentors(on: chosen), by: \.recognition)
            .mapValues { $0.map(\.mentor) }
    }

    /// A recognition and its renewal may overlap by some days: the newer one stands for both.
    private static func eachOnce(_ places: [ValidPlace]) -> [ValidPlace] {
        struct Key: Hashable {
            let training: TrainingCode
            let establishment: Identifier<Establishment>
        }
        let newest = Dictionary(places.map { (Key(training: $0.training, establishment: $0.establishment), $0) }) {
            $0.recognition.rawValue > $1.recognition.rawValue ? $0 : $1
        }
        return newest.values.sorted { $0.recognition.rawValue < $1.recognition.rawValue }
    }
}

/// Keeps the facts of a reference date for a minute, so that the page stays quick however large the register.
actor SupplyFactsCache {
    private static let milliseconds: Int64 = 60_000
    private var kept: [Day?: (facts: SupplyFacts, at: Instant)] = [:]

    /// The facts as they were read less than a minute ago, or anew.
    ///
    /// - Throws: an error of the database.
    func facts(of day: Day?, _ site: Site) async throws -> SupplyFacts {
        let (now, today) = (site.counter.clock.now(), site.today)
        if let known = kept[day], now.milliseconds - known.at.milliseconds < Self.milliseconds { return known.facts }
        let facts = try await site.read(.mayLag) { try SupplyFacts(of: day, today: today, $0) }
        kept = kept.filter { now.milliseconds - $0.value.at.milliseconds < Self.milliseconds }
        kept[day] = (facts, now)
        return facts
    }
}
