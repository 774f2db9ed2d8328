import TandemDomain
import Testing

@Suite struct `Supply and demand of a training` {
    static let norms = SupplyNorms(tightPercent: 110, amplePercent: 200, fewProviders: 10)

    struct Case: Sendable, CustomTestStringConvertible {
        let providers: Int
        let places: Int
        let learners: Int
        var capacity: Int?
        let advice: [SupplyAdvice]

        var numbers: SupplyAndDemand {
            SupplyAndDemand(providers: providers, learners: learners, places: places, mentorCapacity: capacity)
        }

        var testDescription: String {
            "\(providers)/\(places)/\(learners), capacity \(capacity.map(String.init) ?? "unknown")"
        }
    }

    private static func workplaces(_ reason: SupplyReason) -> SupplyAdvice { SupplyAdvice(.recruitWorkplaces, reason) }
    private static let idle = SupplyAdvice(.recruitLearners, .idlePlaces)
    private static let few = SupplyAdvice(.persuadeSchools, .fewProviders)

    /// The addendum of the electricians: technicus koelinstallaties, elektrische installaties, elektrotechnicus.
    static let published: [Case] = [
        Case(providers: 9, places: 27, learners: 9, advice: [few, idle]),
        Case(providers: 112, places: 394, learners: 110, advice: [idle]),
        Case(providers: 131, places: 294, learners: 138, advice: [idle]),
    ]

    static let boundaries: [Case] = [
        // Nobody asks and nobody offers.
        Case(providers: 0, places: 0, learners: 0, advice: []),
        // Nobody gives it.
        Case(providers: 0, places: 1, learners: 0, advice: [SupplyAdvice(.persuadeSchools, .noProvider)]),
        // Nowhere to learn it.
        Case(providers: 1, places: 0, learners: 0, advice: [workplaces(.noPlace)]),
        Case(providers: 12, places: 0, learners: 5, advice: [workplaces(.noPlace)]),
        // 110 places for 100 learners is enough, 109 is not.
        Case(providers: 20, places: 109, learners: 100, advice: [workplaces(.tooFewPlaces)]),
        Case(providers: 20, places: 110, learners: 100, advice: []),
        Case(providers: 20, places: 1, learners: 1, advice: [workplaces(.tooFewPlaces)]),
        // From 200 for 100 on places stand idle.
        Case(providers: 20, places: 199, learners: 100, advice: []),
        Case(providers: 20, places: 200, learners: 100, advice: [idle]),
        Case(providers: 20, places: 1, learners: 0, advice: [idle]),
        // Nine providers are few, ten are not.
        Case(providers: 9, places: 200, learners: 100, advice: [few, idle]),
        Case(providers: 10, places: 200, learners: 100, advice: [idle]),
        // Few providers are no trouble while places are taken.
        Case(providers: 1, places: 199, learners: 100, advice: []),
        // Mentors may take fewer than there are places.
        Case(providers: 20, places: 300, learners: 100, capacity: 109, advice: [workplaces(.tooFewMentors)]),
        Case(providers: 20, places: 300, learners: 100, capacity: 110, advice: [idle]),
        Case(providers: 20, places: 100, learners: 100, capacity: 0, advice: [workplaces(.tooFewPlaces)]),
    ]

    @Test(arguments: published)
    func `says what the published analysis concludes (R62)`(_ found: Case) {
        #expect(found.numbers.advice(Self.norms, fewProviders: 10) == found.advice)
    }

    @Test(arguments: boundaries)
    func `says what to do on either side of each threshold`(_ found: Case) {
        #expect(found.numbers.advice(Self.norms, fewProviders: 10) == found.advice)
    }

    @Test(arguments: [(9, 27, -18), (27, 27, 0), (28, 27, 1)])
    func `has a surplus or a shortage, never both`(learners: Int, places: Int, shortage: Int) {
        let numbers = SupplyAndDemand(providers: 1, learners: learners, places: places)
        #expect(numbers.balance == -shortage)
        #expect(numbers.shortage == max(0, shortage))
        #expect(numbers.idlePlaces == max(0, -shortage))
    }

    @Test(
        arguments: [
            (nil, nil), (20, 0), (27, 0), (28, 1), (0, 0),
        ] as [(Int?, Int?)]
    )
    func `knows what lacks once every programmed place is taken`(planned: Int?, lacking: Int?) {
        let numbers = SupplyAndDemand(providers: 1, learners: 9, planned: planned, places: 27)
        #expect(numbers.plannedShortage == lacking)
    }

    @Test(arguments: [(nil, nil), (0, 0), (9, 0), (10, 1)] as [(Int?, Int?)])
    func `knows how many learners more the mentors may take (R30)`(capacity: Int?, free: Int?) {
        let numbers = SupplyAndDemand(providers: 1, learners: 9, places: 27, mentorCapacity: capacity)
        #expect(numbers.freeMentorCapacity == free)
    }

    @Test(arguments: [
        // In the region, in the country, few there.
        (235, 235, 10), (118, 235, 6), (117, 235, 5), (24, 235, 2), (23, 235, 1), (1, 235, 1), (0, 235, 1), (0, 0, 10),
    ])
    func `asks of a region its share of the providers`(local: Int, all: Int, few: Int) {
        #expect(Self.norms.fewProviders(inRegionWith: local, of: all) == few)
    }
}
