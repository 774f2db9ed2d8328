/// The scheme a training belongs to (*stelsel*).
package enum TrainingSystem: String, CaseIterable, Sendable {
    case dualLearning = "duaal_leren"
    /// Part-time vocational secondary education (*DBSO*).
    case partTimeEducation = "dbso"
    /// Apprenticeship at a Syntra (*leertijd*).
    case apprenticeship = "leertijd"
    case adultEducation = "volwassenenonderwijs"

    /// The group under which reports count the system.
    package var group: TrainingSystemGroup {
        switch self {
        case .dualLearning: .dualLearning
        case .partTimeEducation, .apprenticeship: .learningAndWorking
        case .adultEducation: .adultEducation
        }
    }
}

/// Systems as reports count them: the two old ones together are learning and working (*leren en werken*).
package enum TrainingSystemGroup: String, CaseIterable, Sendable {
    case dualLearning = "duaal_leren"
    case learningAndWorking = "leren_en_werken"
    case adultEducation = "volwassenenonderwijs"

    package var systems: [TrainingSystem] { TrainingSystem.allCases.filter { $0.group == self } }
}

/// Where in education a training stands (*niveau*).
package enum TrainingLevel: String, CaseIterable, Sendable {
    case secondGrade = "graad_2"
    case thirdGrade = "graad_3"
    case seventhYear = "jaar_7"
    /// Special secondary education that prepares for work (*OV3*).
    case specialEducation = "ov3"
    case partTime = "deeltijds"
    case apprenticeship = "leertijd"
    case adult = "volwassenen"
}

/// What a training prepares for (*finaliteit*).
package enum Finality: String, CaseIterable, Sendable {
    case labourMarket = "arbeidsmarkt"
    /// Labour market and higher education (*dubbele finaliteit*).
    case double = "dubbel"
}

/// How long a week the learner is at the workplace, on average over the year (*werkplekcomponent*).
package enum WorkplaceHours: String, CaseIterable, Sendable {
    case atLeastTwenty = "min_20"
    case underTwenty = "onder_20"
}

/// A training that a workplace can be recognised for (*opleiding*).
package struct Training: Hashable, Sendable {
    package let code: TrainingCode
    package let name: String
    package let system: TrainingSystem
    package let level: TrainingLevel
    package let finality: Finality?
    package let studyDomain: String?
    package let workplaceHours: WorkplaceHours
    /// Whether it leads up to a dual training rather than being one (*aanloopfase*).
    package let isPreparatory: Bool
    /// The partnership of the sector that submitted the qualification and advises on it.
    package let submittingSector: PartnershipCode?
    package let period: Period
    package let source: String

    package init(
        code: TrainingCode,
        name: String,
        system: TrainingSystem,
        level: TrainingLevel,
        finality: Finality? = nil,
        studyDomain: String? = nil,
        workplaceHours: WorkplaceHours = .atLeastTwenty,
        isPreparatory: Bool = false,
        submittingSector: PartnershipCode? = nil,
        period: Period,
        source: String
    ) {
        self.code = code
        self.name = name
        self.system = system
        self.level = level
        self.finality = finality
        self.studyDomain = studyDomain
        self.workplaceHours = workplaceHours
        self.isPreparatory = isPreparatory
        self.submittingSector = submittingSector
        self.period = period
        self.source = source
    }

    /// The agreements that the training allows (R32–R34).
    package var agreementTypes: [AgreementType] {
        switch (system, workplaceHours) {
        case (.dualLearning, .underTwenty): [.sao]
        case (.dualLearning, .atLeastTwenty), (.partTimeEducation, _), (.apprenticeship, _):
            [.oao, .da, .daSocialMaribel]
        case (.adultEducation, .atLeastTwenty): [.odos, .odow]
        case (.adultEducation, .underTwenty): [.odo, .odow]
        }
    }
}
