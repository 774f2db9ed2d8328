internal import TandemSQL

/// An entity as it is stored.
struct StoredEntity {
    let record: EntityRecord
    /// The enterprise of an establishment or a branch.
    let owner: UInt32?
    /// Whether it is itself a natural person.
    let isNaturalPerson: Bool

    /// Nothing where it is not there.
    init?(_ stem: UInt32, _ session: any SQLSession) throws {
        switch EntityNumber(stem: stem).kind {
        case .enterprise:
            guard let row = try session.row(EntityStatements.enterprise(stem)) else { return nil }
            record = EntityRecord(try row.blob(6))
            owner = nil
            isNaturalPerson = try row.int(1) == EnterpriseType.naturalPerson.rawValue
        case .establishment, .branch:
            guard let row = try session.row(EntityStatements.owned(stem)) else { return nil }
            record = EntityRecord(try row.blob(3))
            owner = UInt32(try row.int(1))
            isNaturalPerson = false
        }
    }
}
