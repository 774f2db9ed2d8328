/// What is known of a training, or of several, in a region on one reference date (*vraag en aanbod*; R62).
package struct SupplyAndDemand: Hashable, Sendable {
    /// Schools and centres that programme the training in the school year of the date, or have learners in it.
    package var providers: Int
    /// Learners who are enrolled.
    package var learners: Int
    /// Places that the providers programmed; nothing where none of them says.
    package var planned: Int?
    /// Recognised workplaces: establishments with a valid recognition for the training, each counted once.
    package var places: Int
    /// Persons who are a mentor at these places, each counted once.
    package var mentors: Int
    /// How many learners the mentors may have at once, where their partnerships set a limit (R30).
    package var mentorCapacity: Int?

    package init(
        providers: Int,
        learners: Int,
        planned: Int? = nil,
        places: Int,
        mentors: Int = 0,
        mentorCapacity: Int? = nil
    ) {
        self.providers = providers
        self.learners = learners
        self.planned = planned
        self.places = places
        self.mentors = mentors
        self.mentorCapacity = mentorCapacity
    }

    /// Places beyond the learners: a surplus above zero, a shortage below.
    package var balance: Int { places - learners }

    /// How many learners have no place.
    package var shortage: Int { max(0, -balance) }

    /// How many places have no learner.
    package var idlePlaces: Int { max(0, balance) }

    /// How many places lack once every programmed place is taken; nothing where no provider says how many.
    package var plannedShortage: Int? { planned.map { max(0, max($0, learners) - places) } }

    /// How many learners more the mentors may take; nothing where no limit is set.
    package var freeMentorCapacity: Int? { mentorCapacity.map { max(0, $0 - learners) } }

    /// Whether nobody gives the training here and nobody can learn it.
    package var isEmpty: Bool { providers == 0 && learners == 0 && places == 0 }
}

/// What supply and demand are held against (*drempels*); no source publishes them, so that all are provisional.
package struct SupplyFigures: Hashable, Sendable {
    /// Below so many places for a hundred learners workplaces lack.
    package let tightPercent: Dated<Int>
    /// From so many places for a hundred learners on places stand idle.
    package let amplePercent: Dated<Int>
    /// Fewer providers than these are few, over the whole country.
    package let fewProviders: Dated<Int>

    package init(tightPercent: Dated<Int>, amplePercent: Dated<Int>, fewProviders: Dated<Int>) {
        self.tightPercent = tightPercent
        self.amplePercent = amplePercent
        self.fewProviders = fewProviders
    }

    /// The thresholds of a day.
    package func norms(on day: Day) -> SupplyNorms {
        SupplyNorms(
            tightPercent: tightPercent[day],
            amplePercent: amplePercent[day],
            fewProviders: fewProviders[day]
        )
    }
}

/// The thresholds of one day.
package struct SupplyNorms: Hashable, Sendable {
    package let tightPercent: Int
    package let amplePercent: Int
    package let fewProviders: Int

    package init(tightPercent: Int, amplePercent: Int, fewProviders: Int) {
        self.tightPercent = tightPercent
        self.amplePercent = amplePercent
        self.fewProviders = fewProviders
    }

    /// Fewer providers than these are few in a region: the limit of the country, in proportion to the providers there.
    ///
    /// At least one is asked everywhere, so that a region without any is always short of them.
    package func fewProviders(inRegionWith local: Int, of all: Int) -> Int {
        guard all > 0 else { return fewProviders }
        return max(1, (fewProviders * local + all - 1) / all)
    }
}
