internal import TandemDomain

/// Everything that is decided about the enterprises, establishments and branches of a synthetic register.
final class Population: Sendable {
    let seed: UInt64
    let dirt: Dirt
    let snapshot: Day
    let model: EnterpriseModel
    let layout: Layout
    let rates: Rates
    let words: WordLists
    let draws: Draws
    let additional: AdditionalSegment
    private let numbers: [NumberLine]

    /// How many of each kind there are before any update.
    let enterprises: Int
    let establishments: Int
    let branches: Int

    init(_ options: GeneratorOptions) async throws {
        seed = options.seed
        dirt = options.dirt
        snapshot = options.date.adding(days: -1)
        enterprises = max(50, Int((Double(Targets.enterprises) * options.scale).rounded()))
        establishments = max(40, Int((Double(Targets.establishments) * options.scale).rounded()))
        branches = max(1, Int((Double(Targets.branches) * options.scale).rounded()))
        model = try EnterpriseModel(seed: options.seed, count: enterprises, snapshot: snapshot)
        layout = try await Layout(
            model,
            establishments: establishments,
            branches: branches,
            workers: options.workers
        )
        rates = Rates(model, layout)
        words = try WordLists()
        draws = Draws(model)
        additional = try AdditionalSegment(options.additional, model)
        numbers = [
            .enterprises(count: enterprises, seed: seed), .establishments(count: establishments, seed: seed),
            .branches(count: branches, seed: seed),
        ]
    }

    /// The number of an entity as the register writes it, in quotes: `"0123.456.749"`.
    func number(of entity: Entity) -> RegisterNumber {
        if entity.isAdditional { return additional.number(of: entity) }
        return RegisterNumber(stem: numbers[entity.kind.rawValue].stem(entity.index))
    }

    func random(_ purpose: EntityRandom.Purpose, _ entity: Entity, revision: Int = 0) -> EntityRandom {
        EntityRandom(seed: seed, purpose, entity.index, kind: entity.kind, revision: revision)
    }
}

/// The distributions that rows draw from.
struct Draws: Sendable {
    let names: LanguageCoupling
    let abbreviations: LanguageCoupling
    let commercialNames: LanguageCoupling
    let branchNames: AliasTable
    let houseNumbers = LogNormalCount(mean: 60, spread: 1.05, maximum: 900)
    let activities: ActivityDraws

    init(_ model: EnterpriseModel) {
        let shares = model.places.languageShares
        // The names of natural persons have no language.
        var names = Targets.names
        names[NameLanguage.unknown.rawValue] -= model.forms.naturalShare * Double(Targets.enterprises)
        self.names = LanguageCoupling(from: shares, to: names)
        abbreviations = LanguageCoupling(from: shares, to: Targets.abbreviations)
        commercialNames = LanguageCoupling(from: shares, to: Targets.commercialNames)
        branchNames = AliasTable(Targets.branchNames)
        activities = ActivityDraws()
    }
}
