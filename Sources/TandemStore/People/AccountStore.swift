package import TandemDomain
package import TandemSQL

/// A person who may sign in, in one of his capacities.
package struct CapacityRecord: Sendable {
    package let id: Identifier<Capacity>
    package let account: Identifier<Account>
    package let slug: String
    package let name: String
    package let role: Role
    package let organisation: Organisation

    package var actor: Actor {
        Actor(account: account, capacity: id, name: name, role: role, organisation: organisation)
    }
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func capacity(_ id: Identifier<Capacity>) throws -> CapacityRecord? {
        try row("\(selectCapacity) WHERE c.id = \(id)").map(capacityRecord)
    }

    /// Every capacity, for the list of demonstration identities.
    ///
    /// - Throws: ``SQLError``.
    package func capacities() throws -> [CapacityRecord] {
        try rows("\(selectCapacity) ORDER BY c.id").map(capacityRecord)
    }

    /// The other capacities of the same person, to change from one to another.
    ///
    /// - Throws: ``SQLError``.
    package func capacities(of account: Identifier<Account>) throws -> [CapacityRecord] {
        try rows("\(selectCapacity) WHERE c.account_id = \(account) ORDER BY c.id").map(capacityRecord)
    }

    /// The handlers and civil servants of a partnership, who may be given its files.
    ///
    /// - Throws: ``SQLError``.
    package func handlers(of partnership: PartnershipCode) throws -> [CapacityRecord] {
        try rows(
            """
            \(selectCapacity) WHERE c.organisation = \(Organisation.partnership(partnership))
                AND c.role IN ('handler', 'department') ORDER BY a.name
            """
        )
        .map(capacityRecord)
    }

    /// Everybody with a capacity for an organisation, by name.
    ///
    /// - Throws: ``SQLError``.
    package func capacities(for organisation: Organisation) throws -> [CapacityRecord] {
        try rows("\(selectCapacity) WHERE c.organisation = \(organisation) ORDER BY a.name, c.id").map(capacityRecord)
    }

    /// Adds a person, or finds the one with this short name.
    ///
    /// - Throws: ``SQLError``.
    package func addAccount(slug: String, name: String) throws -> Identifier<Account> {
        let id = try integer(
            """
            INSERT INTO account (slug, name) VALUES (\(slug), \(name))
            ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id
            """
        )
        return Identifier(Int64(id))
    }

    /// - Throws: ``SQLError/unique(_:)`` where the person has this capacity already.
    @discardableResult
    package func addCapacity(
        _ account: Identifier<Account>,
        _ role: Role,
        _ organisation: Organisation
    ) throws -> Identifier<Capacity> {
        Identifier(
            Int64(
                try integer(
                    """
                    INSERT INTO capacity (account_id, role, organisation) VALUES (\(account), \(role), \(organisation))
                    RETURNING id
                    """
                )
            )
        )
    }

    /// The names of people by their identity, for the timelines of one page.
    ///
    /// - Throws: ``SQLError``.
    package func accountNames(_ ids: some Sequence<Identifier<Account>>) throws -> [Identifier<Account>: String] {
        let rows = try rows("SELECT id, name FROM account WHERE id IN (\(Array(Set(ids))))")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id(0), try $0.text(1)) })
    }
}

private let selectCapacity: SQL =
    "SELECT c.id, c.account_id, a.slug, a.name, c.role, c.organisation FROM capacity c JOIN account a ON a.id = c.account_id"

private func capacityRecord(_ row: SQLRow) throws -> CapacityRecord {
    CapacityRecord(
        id: try row.id(0),
        account: try row.id(1),
        slug: try row.text(2),
        name: try row.text(3),
        role: try row.value(4),
        organisation: try row.organisation(5)
    )
}
