internal import TandemSQL

/// The name that an entity is shown by: its own, or that of its enterprise.
enum StoredName {
    /// Folded for sorting; empty where there is none.
    static func folded(_ stem: UInt32, _ session: any SQLSession) throws -> [UInt8] {
        guard let stored = try StoredEntity(stem, session) else { return [] }
        let names = PackedName.all(in: stored.record.names[...])
        if let name = names.displayed(prefersCommercial: stored.owner != nil || stored.isNaturalPerson) {
            var folding = NameFolding()
            folding.fold(name.text)
            return folding.folded
        }
        return try stored.owner.map { try folded($0, session) } ?? []
    }
}
