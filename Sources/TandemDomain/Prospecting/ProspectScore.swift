/// One reason for the place of a candidate in the ranking, and what it adds or takes away.
package struct ScoreReason: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case activity(ActivityMatch)
        /// The training names a narrow code, of so many digits.
        case depth(digits: Int)
        /// Registered in the edition that holds now.
        case newestEdition
        case distance(metres: Int)
        case employer
        case size(employees: Int)
        case earlier(EarlierRecognition)
        case refusals(Int)
        case idlePlaces(Int)

        /// What names it in the catalogue of words.
        package var key: String {
            switch self {
            case .activity(let match):
                switch (match.breadth, match.isMain) {
                case (.core, true): "coreMain"
                case (.core, false): "coreSecondary"
                case (.sector, true): "sectorMain"
                case (.sector, false): "sectorSecondary"
                }
            case .depth: "depth"
            case .newestEdition: "newestEdition"
            case .distance: "distance"
            case .employer: "employer"
            case .size: "size"
            case .earlier(.here): "recognisedHere"
            case .earlier(.inCompany): "recognisedInCompany"
            case .earlier(.expired): "recognitionExpired"
            case .earlier(.withdrawn): "recognitionWithdrawn"
            case .earlier(.rejected): "applicationRejected"
            case .refusals: "refusals"
            case .idlePlaces: "idlePlaces"
            }
        }
    }

    package let kind: Kind
    package let points: Int

    package init(_ kind: Kind, _ points: Int) {
        self.kind = kind
        self.points = points
    }
}

/// How promising a candidate looks, with every reason: the sum of the reasons, and nothing else.
package struct ProspectScore: Hashable, Sendable {
    package let reasons: [ScoreReason]

    package var total: Int { reasons.reduce(0) { $0 + $1.points } }

    /// Weighs the facts; a fact that is not known gives no reason, in neither direction.
    package init(_ facts: CandidateFacts, _ weights: [ProspectWeight: Int]) {
        let scale = ScoreScale(weights: weights)
        reasons =
            scale.activity(facts.matches) + scale.distance(facts.distance)
            + (facts.isEmployer ? [ScoreReason(.employer, scale[.employer])] : []) + scale.size(facts.employees)
            + EarlierRecognition.allCases.filter(facts.earlier.contains).map(scale.earlier)
            + scale.refusals(facts.refusals) + scale.idlePlaces(facts.idlePlaces)
    }
}

private struct ScoreScale {
    let weights: [ProspectWeight: Int]

    subscript(weight: ProspectWeight) -> Int { weights[weight] ?? 0 }

    /// The match that is worth most; of several the first.
    func activity(_ matches: [ActivityMatch]) -> [ScoreReason] {
        let all = matches.map(reasons)
        return all.max { worth($0) < worth($1) } ?? []
    }

    private func worth(_ reasons: [ScoreReason]) -> Int { reasons.reduce(0) { $0 + $1.points } }

    private func reasons(of match: ActivityMatch) -> [ScoreReason] {
        let base: ProspectWeight =
            switch (match.breadth, match.isMain) {
            case (.core, true): .coreMain
            case (.core, false): .coreSecondary
            case (.sector, true): .sectorMain
            case (.sector, false): .sectorSecondary
            }
        var reasons = [ScoreReason(.activity(match), self[base])]
        if match.depth > 2 {
            reasons.append(ScoreReason(.depth(digits: match.depth), self[.digit] * (match.depth - 2)))
        }
        if match.edition == 2025 { reasons.append(ScoreReason(.newestEdition, self[.newestEdition])) }
        return reasons
    }

    /// Each so many metres cost a point, until none is left.
    func distance(_ metres: Int?) -> [ScoreReason] {
        guard let metres else { return [] }
        let cost = metres / max(1, self[.metresPerPoint])
        return [ScoreReason(.distance(metres: metres), max(0, self[.distanceMost] - cost))]
    }

    func size(_ employees: Int?) -> [ScoreReason] {
        guard let employees else { return [] }
        let steps: [(from: Int, weight: ProspectWeight)] = [
            (50, .sizeFrom50), (20, .sizeFrom20), (10, .sizeFrom10), (5, .sizeFrom5), (1, .sizeFrom1),
        ]
        let points = steps.first { employees >= $0.from }.map { self[$0.weight] } ?? 0
        return [ScoreReason(.size(employees: employees), points)]
    }

    func earlier(_ recognition: EarlierRecognition) -> ScoreReason {
        let weight: ProspectWeight =
            switch recognition {
            case .here: .recognisedHere
            case .inCompany: .recognisedInCompany
            case .expired: .recognitionExpired
            case .withdrawn: .recognitionWithdrawn
            case .rejected: .applicationRejected
            }
        return ScoreReason(.earlier(recognition), self[weight])
    }

    func refusals(_ count: Int) -> [ScoreReason] {
        count > 0 ? [ScoreReason(.refusals(count), self[.refusal] * min(count, self[.refusalsCounted]))] : []
    }

    func idlePlaces(_ count: Int?) -> [ScoreReason] {
        guard let count, count > 0 else { return [] }
        return [ScoreReason(.idlePlaces(count), self[.idlePlace] * min(count, self[.idlePlacesCounted]))]
    }
}
