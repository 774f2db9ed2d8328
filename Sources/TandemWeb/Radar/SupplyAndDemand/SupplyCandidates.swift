internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// How many establishments of the company register could be recognised for a training and are not yet.
///
/// It asks the register as it is now, in the trades in which the training is learned; a hint, never a decision.
struct SupplyCandidates: Sendable {
    let register: RegisterSnapshot
    let facts: SupplyFacts
    let region: SupplyRegion
    let reference: Reference
    let today: Day

    /// Nothing where no trade is known for the training.
    func count(_ training: TrainingCode) -> Int? {
        let trades = reference.activities(of: training, on: today).filter { $0.breadth == .core }
        let codes = trades.compactMap { NaceCode($0.edition == 2008 ? .nace2008 : .nace2025, $0.digits) }
        if codes.isEmpty { return nil }
        var filter = RegisterFilter()
        filter.activities = codes
        filter.except = NumberSet(
            facts.places.filter { $0.training == training }.map { EntityNumber($0.number) }
        )
        region.narrow(&filter)
        return register.index.search(filter, limit: 1).total
    }
}

/// Keeps counts of candidates while extract, facts and region are the same.
actor SupplyCandidatesCache {
    private struct Key: Hashable {
        let training: TrainingCode
        let region: SupplyRegion
        let day: Day
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
                day: candidates.facts.day,
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
