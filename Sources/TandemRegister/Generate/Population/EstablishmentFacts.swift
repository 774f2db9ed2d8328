internal import TandemDomain

/// What is decided about an establishment before any of its rows is written.
struct EstablishmentFacts: Sendable {
    let index: Int
    let parent: EnterpriseFacts
    let start: Day
    let place: Int
    let language: NameLanguage
    /// It stands where its enterprise has its seat.
    let sharesSeat: Bool
    let isSchool: Bool
    let isEmployer: Bool
}

extension RegisterState {
    func enterprise(_ index: Int) -> EnterpriseFacts {
        let isNew = index >= population.enterprises
        return population.model.enterprise(index, born: isNew ? births[index - population.enterprises] : nil)
    }

    func parent(ofEstablishment index: Int) -> Int {
        index < population.establishments
            ? Int(population.layout.parents[index]) : openings[index - population.establishments].enterprise
    }

    func establishment(_ index: Int) -> EstablishmentFacts {
        let parent = enterprise(parent(ofEstablishment: index))
        var random = population.random(.establishment, Entity(kind: .establishment, index: index))
        let isFirst = rank(ofEstablishment: index) == 0
        let sharesSeat = isFirst && !parent.isForeign && random.chance(0.75)
        let place = sharesSeat ? parent.place : population.model.places.draw(near: parent.place, &random)
        let rates = population.rates
        let mayTeach = parent.formClass == .association || parent.formClass == .ofPublicLaw
        return EstablishmentFacts(
            index: index,
            parent: parent,
            start: start(ofEstablishment: index, parent, isFirst, &random),
            place: place,
            language: population.model.places.language(in: place, &random),
            sharesSeat: sharesSeat,
            isSchool: random.chance(mayTeach ? rates.school.establishment : 0),
            isEmployer: random.chance(isEmployer(parent) ? rates.employingEstablishment : 0)
        )
    }

    private func rank(ofEstablishment index: Int) -> Int {
        if index < population.establishments { return population.layout.rank(of: index) }
        return openings[index - population.establishments].enterprise < population.enterprises ? 1 : 0
    }

    private func start(
        ofEstablishment index: Int,
        _ parent: EnterpriseFacts,
        _ isFirst: Bool,
        _ random: inout EntityRandom
    ) -> Day {
        if index >= population.establishments { return openings[index - population.establishments].day }
        if isFirst && random.chance(0.8) { return parent.start }
        let earliest = max(parent.start, Self.firstRegistered)
        return earliest.adding(days: random.below(max(1, population.snapshot.days(since: earliest))))
    }

    /// Establishments got numbers later than enterprises; few started before.
    private static let firstRegistered = Day(number: 1826)

    /// Whether an enterprise has personnel; many establishments make it likely.
    func isEmployer(_ facts: EnterpriseFacts) -> Bool {
        let sites = facts.index < population.enterprises ? Int(population.layout.counts[facts.index]) : 1
        var random = population.random(.employer, Entity(kind: .enterprise, index: facts.index))
        return random.chance(sites > 1 ? Rates.employerOfMany : population.rates.employer[facts.formClass.column])
    }
}
