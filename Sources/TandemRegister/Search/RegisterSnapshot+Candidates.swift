internal import TandemSQL

/// What is weighed of an establishment that might become a workplace.
package struct RegisteredCandidate: Sendable, Hashable {
    package let summary: EntitySummary
    /// Its own activities, or those of its enterprise where it has none.
    package let activities: [Activity]
    /// Its own contacts, then those of its enterprise; none of a natural person, whose contacts are not for calling.
    package let contacts: [EntityContact]
}

extension RegisterSnapshot {
    /// What is weighed of each establishment, in the same order; numbers that are not there are left out.
    ///
    /// - Throws: ``SQLError``.
    package func candidates(of numbers: [EntityNumber]) async throws -> [RegisteredCandidate] {
        try await database.read { session in
            try numbers.compactMap { try EntityReading.candidate($0.stem, session) }
        }
    }
}

extension EntityReading {
    fileprivate static func candidate(_ stem: UInt32, _ session: any SQLSession) throws -> RegisteredCandidate? {
        guard let entity = try StoredEntity(stem, session), let owner = entity.owner,
            let enterprise = try StoredEntity(owner, session)
        else { return nil }
        let records = [entity.record, enterprise.record]
        let packed = entity.record.activities.isEmpty ? enterprise.record.activities : entity.record.activities
        return RegisteredCandidate(
            summary: summary(stem, entity, enterprise),
            activities: PackedActivities.all(in: packed[...]).map(\.activity),
            contacts: enterprise.isNaturalPerson ? [] : records.flatMap { PackedContact.all(in: $0.contacts[...]) }
        )
    }
}
