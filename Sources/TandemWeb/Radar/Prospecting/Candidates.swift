internal import TandemActions
internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister
internal import TandemStore

/// An establishment that might become a workplace, with its score and all that stands in the way of calling it.
struct Candidate: Sendable {
    let entity: RegisteredCandidate
    let municipality: String
    let distance: Int?
    let score: ProspectScore
    /// Who works with it already.
    let open: ProspectRow?
    let doNotCall: DoNotCallRecord?
    var establishment: EstablishmentNumber { EstablishmentNumber(stored: entity.summary.number.digits) }
    var enterprise: CompanyNumber {
        CompanyNumber(stored: (entity.summary.enterprise ?? entity.summary.number).digits)
    }

    /// Whether it may be put on a list: nobody has it, and it may be called.
    var isFree: Bool { doNotCall == nil && (open.map { $0.prospect.state == .new } ?? true) }

    /// What an act makes a prospect of.
    var prospect: NewProspect {
        NewProspect(
            establishment: establishment,
            enterprise: enterprise,
            name: entity.summary.name,
            municipality: municipality,
            isNaturalPerson: entity.summary.isNaturalPerson,
            score: score.total
        )
    }
}

/// Finds candidates in the company register, and weighs them by what the counter knows of them.
///
/// A constant number of statements, however many candidates there are.
struct CandidateWeighing: Sendable {
    /// How many of the nearest are weighed: the others are said to be there.
    static let most = 400

    let site: Site
    let snapshot: RegisterSnapshot
    let training: TrainingCode
    let centre: MapPoint?
    private var wanted: [TrainingActivity] { site.reference.activities(of: training, on: site.today) }

    /// The candidates within the radius, the most promising first, and how many lie within it; those that are
    /// recognised for the training already are none.
    func ranked(
        _ query: CandidateQuery,
        except recognised: NumberSet
    ) async throws -> (total: Int, candidates: [Candidate]) {
        guard let centre else { return (0, []) }
        var filter = RegisterFilter()
        filter.circle = MapCircle(center: centre, radius: query.radius * 1000)
        filter.activities = wanted.filter { query.isBroad || $0.breadth == .core }.compactMap { NaceCode($0) }
        filter.isEmployer = query.employersOnly ? true : nil
        filter.except = recognised
        if filter.activities.isEmpty { return (0, []) }
        let found = snapshot.index.search(filter, by: .distance(from: centre), limit: Self.most)
        return (found.total, try await weigh(found.hits).sorted(by: precedes))
    }

    /// The candidates with these numbers, in no order; numbers that are not there are left out.
    func candidates(_ numbers: [EntityNumber]) async throws -> [Candidate] {
        var filter = RegisterFilter()
        filter.only = NumberSet(numbers)
        let order: RegisterOrder = centre.map { .distance(from: $0) } ?? .name
        return try await weigh(snapshot.index.search(filter, by: order, limit: numbers.count).hits)
    }

    private func precedes(_ first: Candidate, _ second: Candidate) -> Bool {
        let (one, other) = (first.entity.summary, second.entity.summary)
        if first.score.total != second.score.total { return first.score.total > second.score.total }
        if first.distance != second.distance { return first.distance ?? .max < second.distance ?? .max }
        return one.name == other.name ? one.number < other.number : one.name < other.name
    }

    private func weigh(_ hits: [RegisterHits.Hit]) async throws -> [Candidate] {
        let entities = try await snapshot.candidates(of: hits.map(\.number))
        let hits = Dictionary(hits.map { ($0.number, $0) }) { first, _ in first }
        let known = try await counterFacts(entities)
        let sizes = try await snapshot.employers(of: entities.map(\.summary.number))
        let weights = site.reference.prospectWeights[site.today]
        let wanted = wanted
        return entities.map { entity in
            let number = EstablishmentNumber(stored: entity.summary.number.digits)
            let company = CompanyNumber(stored: (entity.summary.enterprise ?? entity.summary.number).digits)
            let hit = hits[entity.summary.number]
            let past = known.pasts[company]
            let facts = CandidateFacts(
                matches: activityMatches(entity.activities.map(\.candidate), wanted),
                distance: hit?.distance,
                isEmployer: hit?.isEmployer ?? false,
                employees: sizes[entity.summary.number]?.employees ?? past?.employees,
                earlier: past?.earlier(at: number) ?? [],
                refusals: known.refusals[number] ?? 0
            )
            return Candidate(
                entity: entity,
                municipality: hit?.place?.municipality.nameDutch ?? "",
                distance: hit?.distance,
                score: ProspectScore(facts, weights),
                open: known.open[number],
                doNotCall: known.doNotCall[company.digits] ?? known.doNotCall[number.digits]
            )
        }
    }

    private func counterFacts(_ entities: [RegisteredCandidate]) async throws -> CounterFacts {
        let numbers = entities.map { EstablishmentNumber(stored: $0.summary.number.digits) }
        let companies = entities.compactMap(\.summary.enterprise).map { CompanyNumber(stored: $0.digits) }
        let today = site.today
        return try await site.read { session in
            CounterFacts(
                pasts: try session.pasts(of: companies, on: today),
                refusals: try session.refusals(at: numbers),
                open: try session.openProspects(at: numbers),
                doNotCall: try session.doNotCall(numbers.map(\.digits) + companies.map(\.digits))
            )
        }
    }
}

/// What the counter knows of several candidates.
private struct CounterFacts: Sendable {
    let pasts: [CompanyNumber: CandidatePast]
    let refusals: [EstablishmentNumber: Int]
    let open: [EstablishmentNumber: ProspectRow]
    let doNotCall: [String: DoNotCallRecord]
}

extension Activity {
    fileprivate var candidate: CandidateActivity {
        CandidateActivity(edition: code.version.year, digits: code.digits, isMain: classification == .main)
    }
}

extension RegisteredCandidate {
    /// The first telephone, as it was given; nothing of a natural person.
    var telephone: String? { contacts.first { $0.type == .telephone }?.value }

    var email: String? { contacts.first { $0.type == .email }?.value }
}
