internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// One training with its numbers and what follows from them.
struct SupplyRow: Sendable {
    let training: TrainingCode
    let numbers: SupplyAndDemand
    let advice: [SupplyAdvice]
}

/// Supply and demand of some trainings in a region on one reference date (R62).
struct SupplyAnalysis: Sendable {
    /// One for each training of which there is anything, the largest shortage first.
    private(set) var rows: [SupplyRow] = []
    /// Each provider, mentor and place counted once (R65).
    private(set) var total = SupplyAndDemand(providers: 0, learners: 0, places: 0)
    private(set) var byProvince: [Province: SupplyAndDemand] = [:]
    /// By the code of the municipality.
    private(set) var byMunicipality: [String: SupplyAndDemand] = [:]
    /// Fewer providers than these are few in the region.
    private(set) var fewProviders = 0

    /// - Parameters:
    ///   - facts: of the reference date.
    ///   - trainings: those to count; the others only tell how many providers there are.
    ///   - region: where.
    ///   - reference: the limits of partnerships, and the thresholds.
    ///   - gazetteer: where postal codes lie.
    init(
        _ facts: SupplyFacts,
        trainings: Set<TrainingCode>,
        in region: SupplyRegion,
        reference: Reference,
        gazetteer: Gazetteer
    ) {
        let limits = MentorLimits(reference, on: facts.day)
        var points = PostalPoints(gazetteer, in: region)
        var tallies = Tallies()
        var local: Set<ProviderCode> = []
        for offer in facts.offers {
            guard let place = points.place(offer.postalCode) else { continue }
            local.insert(offer.provider)
            guard trainings.contains(offer.training) else { continue }
            tallies.forEach(offer.training, place.municipality) { $0.add(offer) }
        }
        for recognised in facts.places where trainings.contains(recognised.training) {
            guard let place = points.place(recognised.postalCode) else { continue }
            let (mentors, limit) = (facts.mentors[recognised.recognition] ?? [], limits[recognised.partnership])
            tallies.forEach(recognised.training, place.municipality) { $0.add(mentors, limit: limit) }
        }
        let norms = reference.figures.supply.norms(on: facts.day)
        let all = Set(facts.offers.map(\.provider)).count
        let few = norms.fewProviders(inRegionWith: local.count, of: all)
        fewProviders = few
        total = tallies.total.numbers
        byProvince = tallies.byProvince.mapValues(\.numbers)
        byMunicipality = tallies.byMunicipality.mapValues(\.numbers)
        rows = tallies.byTraining.map { training, tally in
            let numbers = tally.numbers
            return SupplyRow(
                training: training,
                numbers: numbers,
                advice: numbers.advice(norms, fewProviders: few)
            )
        }
    }
}

/// How many learners a mentor may have, by partnership, on a day.
private struct MentorLimits {
    private let byPartnership: [PartnershipCode: Int]

    init(_ reference: Reference, on day: Day) {
        byPartnership = Dictionary(
            reference.partnerships.compactMap { partnership in
                partnership.learnersPerMentor?.value(on: day).map { (partnership.code, $0) }
            }
        ) { first, _ in first }
    }

    subscript(partnership: PartnershipCode) -> Int? { byPartnership[partnership] }
}

/// What is added up, for all trainings together and by each of the ways to divide it.
private struct Tallies {
    var total = Tally()
    var byTraining: [TrainingCode: Tally] = [:]
    var byProvince: [Province: Tally] = [:]
    var byMunicipality: [String: Tally] = [:]

    mutating func forEach(_ training: TrainingCode, _ municipality: Municipality, _ add: (inout Tally) -> Void) {
        add(&total)
        add(&byTraining[training, default: Tally()])
        add(&byProvince[municipality.province, default: Tally()])
        add(&byMunicipality[municipality.code, default: Tally()])
    }
}

/// Numbers on their way up, with the sets that keep each person and provider to one.
private struct Tally {
    private var providers: Set<ProviderCode> = []
    private var mentors: [Identifier<Mentor>: Int] = [:]
    private var (learners, places) = (0, 0)
    private var planned: Int?
    private var isWithoutLimit = false

    mutating func add(_ offer: EnrolmentRecord) {
        providers.insert(offer.provider)
        learners += offer.enrolled
        if let more = offer.planned { planned = (planned ?? 0) + more }
    }

    /// Adds a recognised place with its mentors; where one partnership sets no limit there is none over all.
    mutating func add(_ people: [Identifier<Mentor>], limit: Int?) {
        places += 1
        if limit == nil { isWithoutLimit = true }
        for mentor in people { mentors[mentor] = max(mentors[mentor] ?? 0, limit ?? 0) }
    }

    var numbers: SupplyAndDemand {
        SupplyAndDemand(
            providers: providers.count,
            learners: learners,
            planned: planned,
            places: places,
            mentors: mentors.count,
            mentorCapacity: isWithoutLimit || places == 0 ? nil : mentors.values.reduce(0, +)
        )
    }
}
