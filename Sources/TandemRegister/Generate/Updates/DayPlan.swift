internal import TandemDomain

/// Decides what happens in the register on a day: births, stops, moves, changes of name, situation and activity.
struct DayPlan {
    /// How often each thing happens on an average day of the real register.
    ///
    /// Births and stops are counted from extracts 140 to 171; the others are assumed, such that a quiet update holds
    /// some thousand rows.
    private enum Daily {
        static let births = 380.0
        static let stops = 195.0
        static let openings = 110.0
        static let closings = 60.0
        static let moves = 250.0
        static let renames = 120.0
        static let situations = 90.0
        static let contacts = 300.0
        static let activities = 500.0
    }

    private let population: Population
    private let branchesOf: [Int: [Int]]
    private let scale: Double
    private let additional: AdditionalDay

    init(_ population: Population) {
        self.population = population
        additional = AdditionalDay(population)
        scale = Double(population.enterprises) / Double(Targets.enterprises)
        branchesOf = Dictionary(grouping: population.layout.branchParents.indices) {
            Int(population.layout.branchParents[$0])
        }
    }

    /// Changes the state as the day `number` does, whose register is that of `snapshot`.
    func apply(day number: Int, snapshot: Day, to state: inout RegisterState) -> DayChanges {
        var random = EntityRandom(seed: population.seed, .day, number)
        var changes = DayChanges()
        // Five days of seven carry nearly all.
        let factor = snapshot.weekday.isWeekend ? 0.07 : 1.37
        func times(_ mean: Double) -> Range<Int> { 0..<random.occurrences(mean: max(1.5, mean * scale * factor)) }
        let kinds: [(Range<Int>, (inout RegisterState, inout EntityRandom, inout DayChanges) -> Void)] = [
            (times(Daily.births), { beginEnterprise(snapshot, &$0, &$1, &$2) }),
            (times(Daily.openings), { beginEstablishment(snapshot, &$0, &$1, &$2) }),
            (times(Daily.moves), { change(.address, [.enterprise, .establishment], &$0, &$1, &$2) }),
            (times(Daily.renames), { change(.name, [.enterprise, .establishment], &$0, &$1, &$2) }),
            (times(Daily.situations), { change(.situation, [.enterprise], &$0, &$1, &$2) }),
            (times(Daily.contacts), { change(.contact, [.enterprise, .establishment], &$0, &$1, &$2) }),
            (times(Daily.activities), { change(.activity, [.enterprise, .establishment], &$0, &$1, &$2) }),
            (times(Daily.closings), { endEstablishment(&$0, &$1, &$2) }),
            (times(Daily.stops), { endEnterprise(&$0, &$1, &$2) }),
        ]
        for (times, happen) in kinds {
            for _ in times { happen(&state, &random, &changes) }
        }
        additional.apply(day: number, to: &state, &changes)
        return changes
    }

    private func beginEnterprise(
        _ day: Day,
        _ state: inout RegisterState,
        _ random: inout EntityRandom,
        _ changes: inout DayChanges
    ) {
        // The start may lie a day behind the snapshot.
        let start = random.chance(0.1) ? day.adding(days: 1) : day
        let enterprise = state.open(enterpriseOn: start)
        changes.touchAll(enterprise)
        if random.chance(0.8) {
            changes.touchAll(state.open(establishmentOf: enterprise.index, on: start))
        }
    }

    private func beginEstablishment(
        _ day: Day,
        _ state: inout RegisterState,
        _ random: inout EntityRandom,
        _ changes: inout DayChanges
    ) {
        guard let enterprise = living(.enterprise, state, &random) else { return }
        changes.touchAll(state.open(establishmentOf: enterprise.index, on: day))
    }

    private func change(
        _ aspect: Aspect,
        _ kinds: [EntityKind],
        _ state: inout RegisterState,
        _ random: inout EntityRandom,
        _ changes: inout DayChanges
    ) {
        guard let entity = living(kinds[random.below(kinds.count)], state, &random) else { return }
        state.change(aspect, of: entity)
        for table in RegisterTable.ofEntities where table.aspect == aspect && table.kinds.contains(entity.kind) {
            changes.touch(entity, in: table)
        }
    }

    private func endEstablishment(
        _ state: inout RegisterState,
        _ random: inout EntityRandom,
        _ changes: inout DayChanges
    ) {
        guard let entity = living(.establishment, state, &random) else { return }
        end(entity, &state, &changes)
    }

    /// Its establishments and branches end with it.
    private func endEnterprise(
        _ state: inout RegisterState,
        _ random: inout EntityRandom,
        _ changes: inout DayChanges
    ) {
        guard let entity = living(.enterprise, state, &random) else { return }
        end(entity, &state, &changes)
        let old = entity.index < population.enterprises ? population.layout.establishments(of: entity.index) : []
        for index in old + (state.openingsOf[entity.index] ?? []) {
            end(Entity(kind: .establishment, index: index), &state, &changes)
        }
        for index in branchesOf[entity.index] ?? [] {
            end(Entity(kind: .branch, index: index), &state, &changes)
        }
    }

    private func end(_ entity: Entity, _ state: inout RegisterState, _ changes: inout DayChanges) {
        guard state.isThere(entity) else { return }
        state.close(entity)
        changes.touchAll(entity)
    }

    /// One that still is there, tried a few times.
    private func living(_ kind: EntityKind, _ state: RegisterState, _ random: inout EntityRandom) -> Entity? {
        for _ in 0..<20 {
            let entity = Entity(kind: kind, index: random.below(state.count(of: kind)))
            if state.isThere(entity) { return entity }
        }
        return nil
    }
}
