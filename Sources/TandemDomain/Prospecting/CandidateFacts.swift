/// An activity of an establishment, as the company register has it.
package struct CandidateActivity: Hashable, Sendable {
    /// The year of the edition of the classification (*NACE-BEL*).
    package let edition: Int
    package let digits: String
    /// Whether it is a main activity (*hoofdactiviteit*), and not a secondary or ancillary one.
    package let isMain: Bool

    package init(edition: Int, digits: String, isMain: Bool) {
        self.edition = edition
        self.digits = digits
        self.isMain = isMain
    }
}

/// How an activity of a candidate answers to an activity in which a training is learned.
package struct ActivityMatch: Hashable, Sendable {
    package let breadth: TrainingActivity.Breadth
    package let isMain: Bool
    /// How many digits the training names: the more, the surer that the work is there.
    package let depth: Int
    package let edition: Int
    /// The code of the candidate.
    package let digits: String

    package init(breadth: TrainingActivity.Breadth, isMain: Bool, depth: Int, edition: Int, digits: String) {
        self.breadth = breadth
        self.isMain = isMain
        self.depth = depth
        self.edition = edition
        self.digits = digits
    }
}

/// All pairs of an activity of a candidate and one of a training that contains it, in the same edition.
package func activityMatches(_ activities: [CandidateActivity], _ wanted: [TrainingActivity]) -> [ActivityMatch] {
    activities.flatMap { activity in
        wanted.filter { $0.edition == activity.edition && activity.digits.hasPrefix($0.digits) }.map { wanted in
            ActivityMatch(
                breadth: wanted.breadth,
                isMain: activity.isMain,
                depth: wanted.digits.utf8.count,
                edition: activity.edition,
                digits: activity.digits
            )
        }
    }
}

/// What became of earlier recognitions of a candidate, or of its company; each counts once.
package enum EarlierRecognition: String, CaseIterable, Sendable, Hashable {
    /// Valid at this establishment for another training.
    case here
    /// Valid at another establishment of the same company.
    case inCompany = "in_company"
    case expired
    case withdrawn
    /// An application of the company was rejected.
    case rejected
}

/// What is known of an establishment that might become a workplace for a training, before anybody calls.
package struct CandidateFacts: Hashable, Sendable {
    package var matches: [ActivityMatch]
    /// Metres to the school or to the point that was asked for; nothing where it has no point.
    package var distance: Int?
    package var isEmployer: Bool
    /// Nothing where the size is not known, which is not the same as none.
    package var employees: Int?
    package var earlier: Set<EarlierRecognition>
    /// How often an adviser heard no at this establishment.
    package var refusals: Int
    /// Recognised places there without a learner; nothing where it is not known.
    package var idlePlaces: Int?

    package init(
        matches: [ActivityMatch] = [],
        distance: Int? = nil,
        isEmployer: Bool = false,
        employees: Int? = nil,
        earlier: Set<EarlierRecognition> = [],
        refusals: Int = 0,
        idlePlaces: Int? = nil
    ) {
        self.matches = matches
        self.distance = distance
        self.isEmployer = isEmployer
        self.employees = employees
        self.earlier = earlier
        self.refusals = refusals
        self.idlePlaces = idlePlaces
    }
}
