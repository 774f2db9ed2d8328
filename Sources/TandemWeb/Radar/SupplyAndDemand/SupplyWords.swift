internal import TandemDomain

/// What the numbers and the advice of a row are called.
extension SupplyAdvice {
    /// The message in a few words.
    var badge: Badge {
        switch message {
        case .recruitWorkplaces: Badge(.danger, "supply.recruitWorkplaces")
        case .persuadeSchools: Badge(.warning, "supply.persuadeSchools")
        case .recruitLearners: Badge(.info, "supply.recruitLearners")
        }
    }

    /// Why, with the numbers it rests on.
    func reason(_ numbers: SupplyAndDemand, few: Int) -> Word {
        let counts = [
            "places": DutchFormat.number(numbers.places), "learners": DutchFormat.number(numbers.learners),
            "providers": DutchFormat.number(numbers.providers), "few": DutchFormat.number(few),
            "capacity": DutchFormat.number(numbers.mentorCapacity ?? 0),
        ]
        return switch reason {
        case .noPlace: Word("supply.noPlace", counts)
        case .tooFewPlaces: Word("supply.tooFewPlaces", counts)
        case .tooFewMentors: Word("supply.tooFewMentors", counts)
        case .noProvider: Word("supply.noProvider", counts)
        case .fewProviders: Word("supply.fewProviders", counts)
        case .idlePlaces: Word("supply.idlePlaces", counts)
        }
    }
}

extension SupplyAndDemand {
    /// What stands where there is no advice.
    var balanceBadge: Badge { isEmpty ? Badge(.neutral, "supply.nothingKnown") : Badge(.success, "supply.inBalance") }
}
