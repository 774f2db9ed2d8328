package import TandemDomain
package import TandemSQL

/// Which prospects a call list shows.
package struct ProspectFilter: Sendable, Hashable {
    /// Which prospects, and in which order.
    package enum Selection: Sendable, Hashable {
        /// With which somebody may have work, the first to do first; of one state only where it is named.
        case open(ProspectState?)
        /// Those that ended, the newest first; of one state only where it is named.
        case closed(ProspectState?)
    }

    package var selection: Selection
    package var organisation: Organisation
    package var owner: Identifier<Account>?
    /// Only open ones that fall due on this day or before.
    package var dueThrough: Day?

    package init(
        _ selection: Selection = .open(nil),
        of organisation: Organisation,
        owner: Identifier<Account>? = nil,
        dueThrough: Day? = nil
    ) {
        self.selection = selection
        self.organisation = organisation
        self.owner = owner
        self.dueThrough = dueThrough
    }
}

/// One line of a call list, with what came of it.
package struct ProspectRow: Sendable, Hashable {
    package let prospect: ProspectRecord
    package let ownerName: String?
    /// Where the application stands that ended it.
    package let applicationStatus: ApplicationStatus?
    package let recognition: RecognitionOutcome?
    package let cursor: WorklistCursor
}

/// A recognition that came of a prospect.
package struct RecognitionOutcome: Sendable, Hashable {
    package let id: Identifier<Recognition>
    package let validity: Validity
    package let status: RecognitionStatus
    package let endedOn: Day?

    package func state(on day: Day) -> RecognitionState { status.state(on: day, validity: validity, endedOn: endedOn) }
}

extension SQLSession {
    /// One page of a call list.
    ///
    /// - Throws: ``SQLError``.
    package func prospects(
        _ filter: ProspectFilter,
        after cursor: WorklistCursor?,
        limit: Int
    ) throws -> [ProspectRow] {
        try rows(prospectListStatement(filter, after: cursor, limit: limit)).map(callListRow)
    }

    /// How many prospects a call list holds, counted up to `limit`.
    ///
    /// - Throws: ``SQLError``.
    package func prospectCount(_ filter: ProspectFilter, upTo limit: Int) throws -> Int {
        try integer(prospectCountStatement(filter, upTo: limit))
    }

    /// One prospect as its page shows it.
    ///
    /// - Throws: ``SQLError``.
    package func prospectRow(_ id: Identifier<Prospect>) throws -> ProspectRow? {
        try row("SELECT \(prospectRowColumns), '' \(prospectTables) WHERE p.id = \(id)").map(callListRow)
    }

    /// The newest prospect at each of these establishments that is open, with the name of who has it.
    ///
    /// - Throws: ``SQLError``.
    package func openProspects(
        at numbers: some Sequence<EstablishmentNumber>
    ) throws -> [EstablishmentNumber: ProspectRow] {
        let found = try rows(openProspectsStatement(at: Array(numbers))).map(callListRow)
        return Dictionary(found.map { ($0.prospect.establishment, $0) }) { $1 }
    }

    /// All prospects there ever were at the establishments of an enterprise, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func prospects(of enterprise: CompanyNumber, limit: Int) throws -> [ProspectRow] {
        try rows(
            """
            SELECT \(prospectRowColumns), '' \(prospectTables) WHERE p.enterprise = \(enterprise)
            ORDER BY p.id DESC LIMIT \(limit)
            """
        )
        .map(callListRow)
    }
}

/// The statement of one page of a call list.
package func prospectListStatement(_ filter: ProspectFilter, after cursor: WorklistCursor?, limit: Int) -> SQL {
    let key = filter.key
    let behind: SQL = cursor.map { filter.condition(behind: $0) } ?? "1 = 1"
    return """
        SELECT \(prospectRowColumns), \(key) \(prospectTables)
        WHERE \(filter.conditions) AND \(behind)
        ORDER BY \(filter.order) LIMIT \(limit)
        """
}

/// The statement that counts a call list up to a limit.
package func prospectCountStatement(_ filter: ProspectFilter, upTo limit: Int) -> SQL {
    "SELECT count(*) FROM (SELECT 1 FROM prospect p WHERE \(filter.conditions) LIMIT \(limit)) AS counted"
}

/// The statement that finds who works with which of several establishments.
package func openProspectsStatement(at numbers: [EstablishmentNumber]) -> SQL {
    """
    SELECT \(prospectRowColumns), '' \(prospectTables)
    WHERE p.establishment IN (\(numbers)) AND p.closed_on IS NULL
    """
}

extension ProspectFilter {
    fileprivate var key: SQL {
        switch selection {
        case .open: "coalesce(p.later_on, p.next_on, '9999-12-31')"
        case .closed: "p.closed_on"
        }
    }

    fileprivate var order: SQL {
        switch selection {
        case .open: "\(key), p.id"
        case .closed: "\(key) DESC, p.id DESC"
        }
    }

    fileprivate func condition(behind cursor: WorklistCursor) -> SQL {
        switch selection {
        // SQLite begins in an index of an expression only where the expression is compared by itself.
        case .open: "\(key) >= \(cursor.key) AND (\(key), p.id) > (\(cursor.key), \(cursor.id))"
        case .closed: "(\(key), p.id) < (\(cursor.key), \(cursor.id))"
        }
    }

    fileprivate var conditions: SQL {
        var parts: [SQL] = ["p.organisation = \(organisation)"]
        if let owner { parts.append("p.owner_id = \(owner)") }
        switch selection {
        case .open(let state):
            parts.append("p.closed_on IS NULL")
            if let state { parts.append("p.state = \(state)") }
            if let dueThrough { parts.append("\(key) <= \(dueThrough)") }
        case .closed(let state):
            parts.append("p.closed_on IS NOT NULL")
            if let state { parts.append("p.state = \(state)") }
        }
        return .joined(parts, by: " AND ")
    }
}

private let prospectRowColumns: SQL =
    """
    \(prospectColumns), o.name, a.status, r.id, r.valid_from, r.valid_until, r.status, r.ended_on
    """

private let prospectTables: SQL =
    """
    FROM prospect p LEFT JOIN account o ON o.id = p.owner_id LEFT JOIN application a ON a.id = p.application_id
    LEFT JOIN recognition r ON r.application_id = p.application_id
    """

private func callListRow(_ row: SQLRow) throws -> ProspectRow {
    let prospect = try prospectRecord(row)
    let first = prospectColumnCount
    return ProspectRow(
        prospect: prospect,
        ownerName: try row.optionalText(first),
        applicationStatus: try row.optionalValue(first + 1),
        recognition: try recognitionOutcome(row, from: first + 2),
        cursor: WorklistCursor(key: try row.text(first + 7), id: prospect.id.rawValue)
    )
}

private func recognitionOutcome(_ row: SQLRow, from first: Int) throws -> RecognitionOutcome? {
    guard let id: Identifier<Recognition> = try row.optionalID(first) else { return nil }
    return RecognitionOutcome(
        id: id,
        validity: Validity(from: try row.day(first + 1), until: try row.day(first + 2)),
        status: try row.value(first + 3),
        endedOn: try row.optionalDay(first + 4)
    )
}
