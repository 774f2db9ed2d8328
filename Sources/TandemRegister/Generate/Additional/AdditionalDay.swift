/// What happens on a day to the enterprises that were given: a few are renamed, move or end.
struct AdditionalDay {
    private enum Daily {
        static let renames = 2
        static let moves = 2
        static let closings = 1
        static let stops = 1
    }

    private let segment: AdditionalSegment
    private let seed: UInt64
    /// Those that may change.
    private let enterprises: [Entity]

    init(_ population: Population) {
        segment = population.additional
        seed = population.seed
        let segment = segment
        enterprises = segment.enterprises.indices.filter { segment.enterprises[$0].mayChange }
            .map { Entity(kind: .enterprise, index: $0 - segment.enterprises.count) }
    }

    func apply(day number: Int, to state: inout RegisterState, _ changes: inout DayChanges) {
        guard !enterprises.isEmpty else { return }
        var random = EntityRandom(seed: seed, .additional, number)
        for _ in 0..<Daily.renames { rename(&random, &state, &changes) }
        for _ in 0..<Daily.moves { move(&random, &state, &changes) }
        for _ in 0..<Daily.closings {
            guard let enterprise = living(state, &random), let site = sites(of: enterprise, state).last else {
                continue
            }
            end(site, &state, &changes)
        }
        for _ in 0..<Daily.stops {
            guard let enterprise = living(state, &random) else { continue }
            for entity in [enterprise] + sites(of: enterprise, state) { end(entity, &state, &changes) }
        }
    }

    private func rename(_ random: inout EntityRandom, _ state: inout RegisterState, _ changes: inout DayChanges) {
        guard let enterprise = living(state, &random) else { return }
        for entity in [enterprise] + sites(of: enterprise, state) {
            state.change(.name, of: entity)
            changes.touch(entity, in: .denomination)
        }
    }

    private func move(_ random: inout EntityRandom, _ state: inout RegisterState, _ changes: inout DayChanges) {
        guard let enterprise = living(state, &random) else { return }
        for entity in [enterprise] + sites(of: enterprise, state).prefix(1) {
            state.change(.address, of: entity)
            changes.touch(entity, in: .address)
        }
    }

    private func end(_ entity: Entity, _ state: inout RegisterState, _ changes: inout DayChanges) {
        state.close(entity)
        changes.touchAll(entity)
    }

    private func sites(of enterprise: Entity, _ state: RegisterState) -> [Entity] {
        segment.sites(of: enterprise).filter { state.isThere($0) }
    }

    private func living(_ state: RegisterState, _ random: inout EntityRandom) -> Entity? {
        for _ in 0..<20 {
            let entity = enterprises[random.below(enterprises.count)]
            if state.isThere(entity) { return entity }
        }
        return nil
    }
}
