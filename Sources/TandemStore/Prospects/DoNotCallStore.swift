package import TandemDomain
package import TandemSQL

/// A company or an establishment that asked not to be called (*niet bellen*).
package struct DoNotCallRecord: Sendable, Hashable {
    package let id: Int64
    /// The ten digits of an enterprise, for all its establishments, or of one establishment.
    package let number: String
    package let since: Day
    package let name: String
    package let organisation: Organisation
    package let reason: String
    package let version: Int
}

extension SQLSession {
    /// Which of these numbers asked not to be called, as of now.
    ///
    /// - Throws: ``SQLError``.
    package func doNotCall(_ numbers: some Sequence<String>) throws -> [String: DoNotCallRecord] {
        let found = try rows(doNotCallStatement(Array(Set(numbers)))).map(doNotCallRecord)
        return Dictionary(found.map { ($0.number, $0) }) { first, _ in first }
    }

    /// What stands in the way of calling an establishment: its own request, or that of its company.
    ///
    /// - Throws: ``SQLError``.
    package func doNotCall(
        _ establishment: EstablishmentNumber,
        of enterprise: CompanyNumber
    ) throws -> DoNotCallRecord? {
        let found = try doNotCall([establishment.digits, enterprise.digits])
        return found[enterprise.digits] ?? found[establishment.digits]
    }

    /// - Throws: ``SQLError``.
    package func doNotCall(_ id: Int64) throws -> DoNotCallRecord? {
        try row("\(selectDoNotCall) WHERE n.id = \(id) AND n.lifted_on IS NULL").map(doNotCallRecord)
    }

    /// - Throws: ``SQLError/unique(_:)`` where it is set already.
    package func addDoNotCall(
        _ number: String,
        reason: String,
        on day: Day,
        by account: Identifier<Account>,
        of organisation: Organisation
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO do_not_call (number, since, account_id, organisation, reason)
                VALUES (\(number), \(day), \(account), \(organisation), \(reason)) RETURNING id
                """
            )
        )
    }

    /// - Returns: whether it was still set.
    /// - Throws: ``SQLError``.
    package func liftDoNotCall(_ id: Int64, on day: Day, by account: Identifier<Account>) throws -> Bool {
        try run(
            """
            UPDATE do_not_call SET lifted_on = \(day), lifted_by = \(account), version = version + 1
            WHERE id = \(id) AND lifted_on IS NULL
            """
        ) == 1
    }
}

/// The statement that finds which of several numbers asked not to be called.
package func doNotCallStatement(_ numbers: [String]) -> SQL {
    "\(selectDoNotCall) WHERE n.number IN (\(numbers)) AND n.lifted_on IS NULL"
}

private let selectDoNotCall: SQL =
    """
    SELECT n.id, n.number, n.since, w.name, n.organisation, n.reason, n.version
    FROM do_not_call n JOIN account w ON w.id = n.account_id
    """

private func doNotCallRecord(_ row: SQLRow) throws -> DoNotCallRecord {
    DoNotCallRecord(
        id: Int64(try row.int(0)),
        number: try row.text(1),
        since: try row.day(2),
        name: try row.text(3),
        organisation: try row.organisation(4),
        reason: try row.text(5),
        version: try row.int(6)
    )
}
