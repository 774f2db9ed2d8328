internal import TandemDomain

/// The register on one day: the population, and what updates have changed since.
struct RegisterState: Sendable {
    let population: Population
    /// The days on which the enterprises after the first `population.enterprises` came in.
    private(set) var births: [Day] = []
    private(set) var openings: [Opening] = []
    private(set) var openingsOf: [Int: [Int]] = [:]
    private(set) var gone: Set<Entity> = []
    private(set) var revisions: [Entity: Revisions] = [:]
    /// How often the activities of a fifth of all entities were written anew.
    private(set) var recodings = 0

    /// An establishment that came in by an update.
    struct Opening: Sendable {
        let enterprise: Int
        let day: Day
    }

    init(_ population: Population) { self.population = population }

    func count(of kind: EntityKind) -> Int {
        switch kind {
        case .enterprise: population.enterprises + births.count
        case .establishment: population.establishments + openings.count
        case .branch: population.branches
        }
    }

    /// Whether it has come and not gone.
    func isThere(_ entity: Entity) -> Bool {
        entity.index < count(of: entity.kind) && (gone.isEmpty || !gone.contains(entity))
    }

    /// How often this side of an entity was changed.
    func revision(of aspect: Aspect, _ entity: Entity) -> Int {
        let recoded = aspect == .activity && Self.isRecoded(entity) ? recodings : 0
        guard !revisions.isEmpty, let revisions = revisions[entity] else { return recoded }
        return recoded + Int(revisions[aspect])
    }

    /// Whether a recoding of the whole register touches it.
    static func isRecoded(_ entity: Entity) -> Bool { entity.kind != .branch && entity.index % 5 == 1 }

    mutating func open(enterpriseOn day: Day) -> Entity {
        births.append(day)
        return Entity(kind: .enterprise, index: population.enterprises + births.count - 1)
    }

    mutating func open(establishmentOf enterprise: Int, on day: Day) -> Entity {
        openings.append(Opening(enterprise: enterprise, day: day))
        let index = population.establishments + openings.count - 1
        openingsOf[enterprise, default: []].append(index)
        return Entity(kind: .establishment, index: index)
    }

    mutating func close(_ entity: Entity) { gone.insert(entity) }

    mutating func change(_ aspect: Aspect, of entity: Entity) {
        var revisions = revisions[entity] ?? Revisions()
        revisions[aspect] &+= 1
        self.revisions[entity] = revisions
    }

    mutating func recode() { recodings += 1 }
}

/// The sides of an entity that change one at a time, each with its own table.
enum Aspect: Int, CaseIterable, Sendable {
    case situation, name, address, contact, activity
}

/// How often each side of an entity was changed.
struct Revisions: Sendable {
    private var counts: (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)

    subscript(_ aspect: Aspect) -> UInt8 {
        get {
            switch aspect {
            case .situation: counts.0
            case .name: counts.1
            case .address: counts.2
            case .contact: counts.3
            case .activity: counts.4
            }
        }
        set {
            switch aspect {
            case .situation: counts.0 = newValue
            case .name: counts.1 = newValue
            case .address: counts.2 = newValue
            case .contact: counts.3 = newValue
            case .activity: counts.4 = newValue
            }
        }
    }
}
