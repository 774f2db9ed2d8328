internal import TandemDomain

/// The given enterprises and establishments of a synthetic register, each kind in the order of its numbers.
///
/// As entities they have indexes below zero: those of chance keep theirs, and with them every byte.
struct AdditionalSegment: Sendable {
    let enterprises: [AdditionalEnterprise]
    let establishments: [Site]
    /// The places of the establishments of each enterprise.
    private let sitesOf: [[Int]]

    /// An establishment and the place of its enterprise among the others.
    struct Site: Sendable {
        let facts: AdditionalEstablishment
        let enterprise: Int
        /// What it does, as concepts of the table of activities; the first is the main one.
        let concepts: [Int]
    }

    /// - Throws: `GeneratorProblem` where a number is given twice, or an address has no postal code of the register.
    init(_ given: [AdditionalEnterprise], _ model: EnterpriseModel) throws(GeneratorProblem) {
        let enterprises = given.sorted { $0.number.digits < $1.number.digits }
        var choice = ActivityChoice(table: model.activities)
        var sites: [Site] = []
        for (place, enterprise) in enterprises.enumerated() {
            sites += enterprise.establishments.map {
                Site(facts: $0, enterprise: place, concepts: choice.concepts(of: $0))
            }
        }
        sites.sort { $0.facts.number.digits < $1.facts.number.digits }
        var sitesOf = [[Int]](repeating: [], count: enterprises.count)
        for (place, site) in sites.enumerated() { sitesOf[site.enterprise].append(place) }
        (self.enterprises, establishments, self.sitesOf) = (enterprises, sites, sitesOf)
        try check(model.places)
    }

    private func check(_ places: PlaceTable) throws(GeneratorProblem) {
        let numbers = enterprises.map(\.number.digits) + establishments.map(\.facts.number.digits)
        if Set(numbers).count < numbers.count { throw .option("An additional number is given twice.") }
        let addresses = enterprises.map(\.address) + establishments.map(\.facts.address)
        for address in addresses where places.place(postalCode: address.postalCode) == nil {
            throw .option("The register has no postal code \(address.postalCode.digits).")
        }
    }

    func count(of kind: EntityKind) -> Int {
        switch kind {
        case .enterprise: enterprises.count
        case .establishment: establishments.count
        case .branch: 0
        }
    }

    func number(of entity: Entity) -> RegisterNumber {
        let digits =
            switch entity.kind {
            case .enterprise: enterprise(entity).number.digits
            case .establishment, .branch: site(entity).facts.number.digits
            }
        return RegisterNumber(stem: Int(digits.prefix(8)) ?? 0)
    }

    func enterprise(_ entity: Entity) -> AdditionalEnterprise { enterprises[entity.index + enterprises.count] }

    func site(_ entity: Entity) -> Site { establishments[entity.index + establishments.count] }

    /// The enterprise of an establishment.
    func parent(of site: Site) -> Entity {
        Entity(kind: .enterprise, index: site.enterprise - enterprises.count)
    }

    /// The establishments of an enterprise.
    func sites(of enterprise: Entity) -> [Entity] {
        sitesOf[enterprise.index + enterprises.count]
            .map { Entity(kind: .establishment, index: $0 - establishments.count) }
    }
}

/// Chooses activities below the beginnings of codes.
private struct ActivityChoice {
    let table: ActivityTable
    private var known: [String: [Int]] = [:]

    init(table: ActivityTable) { self.table = table }

    /// One activity below each beginning, chosen by the number so that neighbours differ.
    mutating func concepts(of site: AdditionalEstablishment) -> [Int] {
        let stem = Int(site.number.digits.prefix(8)) ?? 0
        var chosen: [Int] = []
        for beginning in site.activities {
            let members = known[beginning] ?? table.concepts(below: beginning)
            known[beginning] = members
            guard !members.isEmpty else { continue }
            let concept = members[stem % members.count]
            if !chosen.contains(concept) { chosen.append(concept) }
        }
        return chosen
    }
}

extension Entity {
    /// Whether it was given, and not made by chance.
    var isAdditional: Bool { index < 0 }
}

extension RegisterState {
    /// How many entities of a kind there are or were, the given ones with them.
    func countWithAdditional(of kind: EntityKind) -> Int { count(of: kind) + population.additional.count(of: kind) }

    /// The entity at a place in the order of numbers: given enterprises have the lowest, given establishments the
    /// highest.
    func entity(_ kind: EntityKind, at place: Int) -> Entity {
        let given = population.additional.count(of: kind)
        switch kind {
        case .enterprise: return Entity(kind: kind, index: place - given)
        case .establishment, .branch:
            let made = count(of: kind)
            return Entity(kind: kind, index: place < made ? place : place - made - given)
        }
    }
}
