internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// How many establishments of the company register could be recognised for a training and are not yet.
///
/// It asks the register as it is now, in the trades in which the training is learned; a hint, never a decision.
struct SupplyCandidates: Sendable {
    let register: RegisterSnapshot
    let region: SupplyRegion
    let reference: Reference
    let today: Day
    /// The establishments that are recognised for each training, sorted.
    private let recognised: [TrainingCode: [EntityNumber]]

    init(register: RegisterSnapshot, facts: SupplyFacts, region: SupplyRegion, reference: Reference, today: Day) {
        self.register = register
        self.region = region
        self.reference = reference
        self.today = today
        recognised = Dictionary(grouping: facts.places, by: \.training)
            .mapValues { $0.map { EntityNumber($0.number) }.sorted() }
    }

    func recognised(for training: TrainingCode) -> [EntityNumber] { recognised[training] ?? [] }

    /// Nothing where no trade is known for the training.
    func count(_ training: TrainingCode) -> Int? {
        let trades = reference.activities(of: training, on: today).filter { $0.breadth == .core }
        let codes = trades.compactMap { NaceCode($0) }
        if codes.isEmpty { return nil }
        var filter = RegisterFilter()
        filter.activities = codes
        filter.except = NumberSet(recognised(for: training))
        region.narrow(&filter)
        return register.index.search(filter, limit: 1).total
    }
}

/// Keeps counts of candidates while extract, trades, recognised places and region are the same.
actor SupplyCandidatesCache {
    private struct Key: Hashable {
        let training: TrainingCode
        let region: SupplyRegion
        /// The day whose reference data say which trades belong to the training.
        let today: Day
        let recognised: [EntityNumber]
        let extract: ExtractIdentity?
    }

    private static let most = 2000
    private var kept: [Key: Int?] = [:]

    /// The candidates of each of these trainings.
    func counts(_ candidates: SupplyCandidates, of trainings: [TrainingCode]) -> [TrainingCode: Int] {
        if kept.count > Self.most { kept = [:] }
        var counts: [TrainingCode: Int] = [:]
        for training in trainings {
            let key = Key(
                training: training,
                region: candidates.region,
                today: candidates.today,
                recognised: candidates.recognised(for: training),
                extract: candidates.register.identity
            )
            let count: Int?
            if let known = kept[key] {
                count = known
            } else {
                count = candidates.count(training)
                kept[key] = .some(count)
            }
            counts[training] = count
        }
        return counts
    }
}
