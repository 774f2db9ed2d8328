/// Which entities have new rows in which table after a day.
struct DayChanges: Sendable {
    private var touched: [RegisterTable: Set<Entity>] = [:]

    mutating func touch(_ entity: Entity, in table: RegisterTable) { touched[table, default: []].insert(entity) }

    /// An entity that came or went has other rows everywhere.
    mutating func touchAll(_ entity: Entity) {
        for table in RegisterTable.ofEntities where table.kinds.contains(entity.kind) { touch(entity, in: table) }
    }

    /// In the order of their numbers.
    func entities(in table: RegisterTable) -> [Entity] { (touched[table] ?? []).sorted() }

    /// All whose activities a recoding of the register writes anew.
    static func recoding(_ state: RegisterState) -> Self {
        var changes = Self()
        for kind in RegisterTable.activity.kinds {
            for index in 0..<state.count(of: kind) {
                let entity = Entity(kind: kind, index: index)
                if RegisterState.isRecoded(entity) && state.isThere(entity) { changes.touch(entity, in: .activity) }
            }
        }
        return changes
    }
}
