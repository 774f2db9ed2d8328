/// The dated reference data as a whole: what the law, the sectors and the map say, found by code and day.
package struct Reference: Sendable {
    package let figures: LegalFigures
    package let competences: Competences
    package let holidays: HolidayCalendar
    package let places: PostalPlaces
    /// In the order of the file: the Flemish Partnership first.
    package let partnerships: [Partnership]
    package let committees: [JointCommittee]
    package let trainings: [Training]
    package let trainingActivities: [TrainingActivity]
    package let providers: [Provider]
    package let requirements: [DocumentRequirement]
    package let rejectionReasons: [RejectionReason]
    package let sizeClasses: [SizeClass]
    /// What the facts of a candidate are worth.
    package let prospectWeights: ProspectWeights

    private let partnershipByCode: [PartnershipCode: Partnership]
    private let committeeByNumber: [JointCommitteeNumber: JointCommittee]
    private let activitiesByTraining: [TrainingCode: [TrainingActivity]]
    private let trainingByCode: [TrainingCode: Training]
    private let providerByCode: [ProviderCode: Provider]
    private let reasonByCode: [ReasonCode: RejectionReason]
    private let labelsByList: [LabelList: [Label]]

    package init(
        figures: LegalFigures,
        competences: Competences = Competences([]),
        holidays: HolidayCalendar = HolidayCalendar([]),
        places: PostalPlaces = PostalPlaces([]),
        partnerships: [Partnership] = [],
        committees: [JointCommittee] = [],
        trainings: [Training] = [],
        trainingActivities: [TrainingActivity] = [],
        providers: [Provider] = [],
        requirements: [DocumentRequirement] = [],
        rejectionReasons: [RejectionReason] = [],
        sizeClasses: [SizeClass] = [],
        prospectWeights: ProspectWeights = ProspectWeights(),
        labels: [Label] = []
    ) {
        self.figures = figures
        self.competences = competences
        self.holidays = holidays
        self.places = places
        self.partnerships = partnerships
        self.committees = committees
        self.trainings = trainings
        self.trainingActivities = trainingActivities
        self.providers = providers
        self.requirements = requirements
        self.rejectionReasons = rejectionReasons
        self.sizeClasses = sizeClasses
        self.prospectWeights = prospectWeights
        partnershipByCode = firstByKey(partnerships, \.code)
        committeeByNumber = firstByKey(committees, \.number)
        activitiesByTraining = Dictionary(grouping: trainingActivities, by: \.training)
        trainingByCode = firstByKey(trainings, \.code)
        providerByCode = firstByKey(providers, \.code)
        reasonByCode = firstByKey(rejectionReasons, \.code)
        labelsByList = Dictionary(grouping: labels, by: \.list)
    }
}

extension Reference {
    package func partnership(_ code: PartnershipCode) -> Partnership? { partnershipByCode[code] }

    package func committee(_ number: JointCommitteeNumber) -> JointCommittee? { committeeByNumber[number] }

    package func training(_ code: TrainingCode) -> Training? { trainingByCode[code] }

    package func provider(_ code: ProviderCode) -> Provider? { providerByCode[code] }

    package func rejectionReason(_ code: ReasonCode) -> RejectionReason? { reasonByCode[code] }

    package func postalPlace(_ code: PostalCode) -> PostalPlace? { places[code] }

    package func places(named prefix: some StringProtocol) -> [PostalPlace] { places.named(prefix) }

    /// The partnerships that exist on `day`.
    package func partnerships(on day: Day) -> [Partnership] { partnerships.filter { $0.period.contains(day) } }

    /// The trainings that a workplace can be recognised for on `day`.
    package func trainings(on day: Day) -> [Training] { trainings.filter { $0.period.contains(day) } }

    /// The activities of companies in which a training can be learned, as of `day`.
    package func activities(of training: TrainingCode, on day: Day) -> [TrainingActivity] {
        (activitiesByTraining[training] ?? []).filter { $0.period.contains(day) }
    }

    /// The providers that exist on `day`.
    package func providers(on day: Day) -> [Provider] { providers.filter { $0.period.contains(day) } }

    /// The partnership that handles a file submitted on `day` (R2).
    package func competentPartnership(
        for committee: JointCommitteeNumber?,
        legalForm: String? = nil,
        on day: Day
    ) -> PartnershipCode {
        competences.competentPartnership(for: committee, legalForm: legalForm, on: day)
    }

    /// The documents that a partnership asks of a company on `day` (R5, R6).
    package func requirements(
        partnership: PartnershipCode,
        hasStaff: Bool,
        on day: Day
    ) -> [DocumentRequirement] {
        requirements.requirements(partnership: partnership, hasStaff: hasStaff, on: day)
    }

    /// The reasons that a rejection may give on `day`.
    package func rejectionReasons(on day: Day) -> [RejectionReason] {
        rejectionReasons.filter { $0.period.contains(day) }
    }

    /// The size class of a company; nothing as a number stands for unknown.
    package func sizeClass(employees: Int?) -> SizeClass? { sizeClasses.sizeClass(employees: employees) }

    package func isWorkingDay(_ day: Day) -> Bool { holidays.isWorkingDay(day) }

    /// The items of a closed list, in their order on screen.
    package func labels(_ list: LabelList) -> [Label] { labelsByList[list] ?? [] }

    /// The Dutch word for a code.
    package func label(_ list: LabelList, _ code: String) -> String? { labels(list).first { $0.code == code }?.text }
}

private func firstByKey<Key: Hashable, Value>(_ values: [Value], _ key: (Value) -> Key) -> [Key: Value] {
    Dictionary(values.map { (key($0), $0) }) { first, _ in first }
}
