/// What an analysis of supply and demand advises (*boodschap*).
package enum SupplyMessage: String, CaseIterable, Sendable, Hashable {
    /// Recruit workplaces.
    case recruitWorkplaces = "recruit_workplaces"
    /// Persuade schools to programme the training.
    case persuadeSchools = "persuade_schools"
    /// Recruit learners.
    case recruitLearners = "recruit_learners"
}

/// Why a message is given; the numbers stand in ``SupplyAndDemand``.
package enum SupplyReason: String, CaseIterable, Sendable, Hashable {
    /// A provider gives the training and no place is recognised for it.
    case noPlace = "no_place"
    /// Fewer places than the learners ask for, with a margin.
    case tooFewPlaces = "too_few_places"
    /// Places enough, but their mentors may not take all learners.
    case tooFewMentors = "too_few_mentors"
    /// Places are recognised and nobody gives the training.
    case noProvider = "no_provider"
    /// Places stand idle, and few providers give the training.
    case fewProviders = "few_providers"
    /// Places stand idle.
    case idlePlaces = "idle_places"
}

/// A message with its reason.
package struct SupplyAdvice: Sendable, Hashable {
    package let message: SupplyMessage
    package let reason: SupplyReason

    package init(_ message: SupplyMessage, _ reason: SupplyReason) {
        self.message = message
        self.reason = reason
    }
}

extension SupplyAndDemand {
    /// What follows from the numbers: one piece of advice, two, or none where supply and demand are in balance (R62).
    ///
    /// - Parameters:
    ///   - norms: the thresholds of the day.
    ///   - fewProviders: fewer providers than these are few in this region.
    /// - Returns: what to do about the places first, then about schools, then about learners.
    package func advice(_ norms: SupplyNorms, fewProviders: Int) -> [SupplyAdvice] {
        if isEmpty { return [] }
        if providers == 0, learners == 0 { return [SupplyAdvice(.persuadeSchools, .noProvider)] }
        if let lack = lackOfPlaces(norms) { return [SupplyAdvice(.recruitWorkplaces, lack)] }
        guard places * 100 >= learners * norms.amplePercent else { return [] }
        let learnersToo = SupplyAdvice(.recruitLearners, .idlePlaces)
        return providers < fewProviders ? [SupplyAdvice(.persuadeSchools, .fewProviders), learnersToo] : [learnersToo]
    }

    private func lackOfPlaces(_ norms: SupplyNorms) -> SupplyReason? {
        if places == 0 { return .noPlace }
        let asked = learners * norms.tightPercent
        if places * 100 < asked { return .tooFewPlaces }
        if let mentorCapacity, mentorCapacity * 100 < asked { return .tooFewMentors }
        return nil
    }
}
