internal import TandemDomain

/// The rows of one entity in one table.
struct EntityRows: Sendable {
    let state: RegisterState
    let table: RegisterTable

    /// Appends nothing for an entity that has none.
    func append(_ entity: Entity, to row: inout RowWriter) {
        guard state.isThere(entity) else { return }
        if entity.isAdditional { return AdditionalRows(state: state).append(entity, in: table, to: &row) }
        switch table {
        case .enterprise: appendEnterprise(entity, to: &row)
        case .establishment: appendEstablishment(entity, to: &row)
        case .branch: appendBranch(entity, to: &row)
        case .denomination: DenominationRows(state: state).append(entity, to: &row)
        case .address: AddressRows(state: state).append(entity, to: &row)
        case .contact: ContactRows(state: state).append(entity, to: &row)
        case .activity: ActivityRows(state: state).append(entity, to: &row)
        case .meta, .code: break
        }
    }

    private static let natural = Field.text("1") + Array(",,".utf8)
    private static let legal = Field.text("2")
    private static let active = Field.text("AC")

    private func appendEnterprise(_ entity: Entity, to row: inout RowWriter) {
        let facts = state.enterprise(entity.index)
        row.number(state.population.number(of: entity))
        row.raw(Self.active)
        row.raw(Situations.field(of: facts, revision: state.revision(of: .situation, entity), state.population))
        if let form = facts.form.map({ state.population.model.forms.forms[$0] }) {
            row.raw(Self.legal)
            row.text(form.code)
            row.textOrAbsent(form.adaptedCode)
        } else {
            row.raw(Self.natural)
        }
        row.date(facts.start)
        row.endRow()
    }

    private func appendEstablishment(_ entity: Entity, to row: inout RowWriter) {
        let facts = state.establishment(entity.index)
        row.number(state.population.number(of: entity))
        row.date(facts.start)
        row.number(state.population.number(of: Entity(kind: .enterprise, index: facts.parent.index)))
        row.endRow()
    }

    private func appendBranch(_ entity: Entity, to row: inout RowWriter) {
        let parent = Int(state.population.layout.branchParents[entity.index])
        row.number(state.population.number(of: entity))
        row.date(state.enterprise(parent).start)
        row.number(state.population.number(of: Entity(kind: .enterprise, index: parent)))
        row.endRow()
    }
}

/// The juridical situations (*rechtstoestand*) that occur although every enterprise is active.
enum Situations {
    private static let normal = Field.text("000")
    private static let others = ["012", "020", "050", "010", "013", "030", "091"].map(Field.text)
    private static let table = AliasTable([52, 14, 17, 8, 4, 2, 3])

    /// Older legal persons are in liquidation more often; a change leads out of the normal situation.
    static func field(of facts: EnterpriseFacts, revision: Int, _ population: Population) -> [UInt8] {
        let entity = Entity(kind: .enterprise, index: facts.index)
        var random = population.random(.situation, entity, revision: revision)
        let share =
            switch (facts.isNatural, facts.start.year < 2005) {
            case (true, _): 0.006
            case (false, true): 0.135
            case (false, false): 0.038
            }
        return random.chance(revision > 0 ? 1 : share) ? others[table.draw(&random)] : normal
    }
}
