package import TandemDomain
package import TandemSQL

/// Which files a worklist shows.
package struct WorklistFilter: Sendable, Hashable {
    /// Which files, and in which order.
    package enum Selection: Sendable, Hashable {
        /// Files that wait for something, the most urgent first; of one status only where it is named.
        case open(ApplicationStatus?)
        /// Files that ended this way, the newest first.
        case closed(ApplicationStatus)
        /// Files on which this partnership is asked for advice, the most urgent first.
        case advising
    }

    package var selection: Selection
    /// The partnership that decides, or advises; of all where none is named.
    package var partnership: PartnershipCode?
    package var training: TrainingCode?
    package var establishment: Identifier<Establishment>?
    package var handler: Identifier<Account>?
    /// Only files that fall due on this day or before.
    package var dueThrough: Day?

    package init(_ selection: Selection = .open(nil), partnership: PartnershipCode? = nil) {
        self.selection = selection
        self.partnership = partnership
    }
}

/// Where a page of a worklist ended: the next begins behind it.
package struct WorklistCursor: Sendable, Hashable {
    package let key: String
    package let id: Int64

    package init(key: String, id: Int64) {
        self.key = key
        self.id = id
    }
}

/// One line of a worklist.
package struct WorklistRow: Sendable, Hashable {
    package let application: ApplicationRecord
    package let companyName: String
    package let companyNumber: CompanyNumber
    package let establishmentName: String?
    package let establishmentPostalCode: PostalCode?
    package let handlerName: String?
    /// Where the next page begins when this is the last line.
    package let cursor: WorklistCursor
}

extension SQLSession {
    /// One page of a worklist; each page is found through an index, however deep it lies.
    ///
    /// - Throws: ``SQLError``.
    package func worklist(
        _ filter: WorklistFilter,
        after cursor: WorklistCursor?,
        limit: Int
    ) throws -> [WorklistRow] {
        try rows(worklistStatement(filter, after: cursor, limit: limit)).map(worklistRow)
    }

    /// How many files a worklist holds, counted up to `limit`.
    ///
    /// - Throws: ``SQLError``.
    package func worklistCount(_ filter: WorklistFilter, upTo limit: Int) throws -> Int {
        try integer(worklistCountStatement(filter, upTo: limit))
    }

    /// Files by file number, company number, or the beginnings of the words of a company's or mentor's name.
    ///
    /// - Throws: ``SQLError``.
    package func files(
        matching text: String,
        partnership: PartnershipCode?,
        limit: Int
    ) throws -> [WorklistRow] {
        try rows(fileSearchStatement(text, partnership: partnership, limit: limit)).map(worklistRow)
    }

    /// How many open files a partnership has by status, each counted up to `limit`.
    ///
    /// - Throws: ``SQLError``.
    package func openCounts(of partnership: PartnershipCode?, upTo limit: Int) throws -> [ApplicationStatus: Int] {
        let rows = try rows(openCountsStatement(of: partnership, upTo: limit))
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.value(0), try $0.int(1)) })
    }
}

/// The statement of one page of a worklist.
package func worklistStatement(_ filter: WorklistFilter, after cursor: WorklistCursor?, limit: Int) -> SQL {
    let order = Order(filter.selection)
    let behind: SQL = cursor.map { order.condition(behind: $0) } ?? "1 = 1"
    return """
        SELECT \(worklistColumns), \(order.key)
        \(worklistTables)
        WHERE \(conditions(filter)) AND \(behind)
        ORDER BY \(order.terms) LIMIT \(limit)
        """
}

/// The statement that counts a worklist up to a limit.
package func worklistCountStatement(_ filter: WorklistFilter, upTo limit: Int) -> SQL {
    "SELECT count(*) FROM (SELECT 1 FROM application a WHERE \(conditions(filter)) LIMIT \(limit)) AS counted"
}

/// The statement that counts open files by status: a part of an index for each, and never more of it than the limit.
package func openCountsStatement(of partnership: PartnershipCode?, upTo limit: Int) -> SQL {
    let own: SQL = partnership.map { " AND a.partnership = \($0)" } ?? ""
    let counts = ApplicationStatus.allCases.filter(\.isOpen).map { status -> SQL in
        """
        SELECT \(status), count(*) FROM (
            SELECT 1 FROM application a WHERE a.status = \(status)\(own) LIMIT \(limit)) AS counted
        """
    }
    return .joined(counts, by: " UNION ALL ")
}

/// The statement of a search over files.
package func fileSearchStatement(_ text: String, partnership: PartnershipCode?, limit: Int) -> SQL {
    let own: SQL = partnership.map { " AND a.partnership = \($0)" } ?? ""
    return """
        SELECT \(worklistColumns), coalesce(a.submitted_on, '')
        \(worklistTables)
        WHERE a.id IN (\(matches(text))) AND a.status <> 'draft'\(own)
        ORDER BY a.id DESC LIMIT \(limit)
        """
}

private func matches(_ text: String) -> SQL {
    if let number = try? CompanyNumber(text) {
        return "SELECT f.id FROM application f JOIN company k ON k.id = f.company_id WHERE k.number = \(number)"
    }
    if let number = Int(text.filter { $0 != "." && $0 != " " }) { return "SELECT \(number)" }
    return """
        SELECT id FROM application WHERE company_id IN (\(subjectsNamed(text, .company)))
        UNION SELECT application_id FROM designation WHERE mentor_id IN (\(subjectsNamed(text, .mentor)))
        """
}

/// A column of its own, so that an index keeps the open files in the order of their urgency.
private let isOpen: SQL = "a.is_open = 1"

private func conditions(_ filter: WorklistFilter) -> SQL {
    var parts: [SQL] = []
    switch filter.selection {
    case .open(let status):
        parts.append(isOpen)
        if let status { parts.append("a.status = \(status)") }
        if let partnership = filter.partnership { parts.append("a.partnership = \(partnership)") }
    case .closed(let status):
        parts.append("a.status = \(status) AND a.submitted_on IS NOT NULL")
        if let partnership = filter.partnership { parts.append("a.partnership = \(partnership)") }
    case .advising:
        parts.append("\(isOpen) AND a.advising IS NOT NULL")
        if let partnership = filter.partnership { parts.append("a.advising = \(partnership)") }
    }
    if let training = filter.training { parts.append("a.training = \(training)") }
    if let establishment = filter.establishment { parts.append("a.establishment_id = \(establishment)") }
    if let handler = filter.handler { parts.append("a.handler_id = \(handler)") }
    if let dueThrough = filter.dueThrough { parts.append("coalesce(a.due_on, '9999-12-31') <= \(dueThrough)") }
    return .joined(parts, by: " AND ")
}

/// The two orders: by the day that falls due, or the newest first.
private enum Order {
    case urgency, newest

    init(_ selection: WorklistFilter.Selection) {
        switch selection {
        case .open, .advising: self = .urgency
        case .closed: self = .newest
        }
    }

    var key: SQL {
        switch self {
        case .urgency: "coalesce(a.due_on, '9999-12-31')"
        case .newest: "a.submitted_on"
        }
    }

    var terms: SQL {
        switch self {
        case .urgency: "\(key), a.id"
        case .newest: "\(key) DESC, a.id DESC"
        }
    }

    func condition(behind cursor: WorklistCursor) -> SQL {
        switch self {
        // SQLite begins in an index of an expression only where the expression is compared by itself.
        case .urgency: "\(key) >= \(cursor.key) AND (\(key), a.id) > (\(cursor.key), \(cursor.id))"
        case .newest: "(\(key), a.id) < (\(cursor.key), \(cursor.id))"
        }
    }
}

private let worklistColumns: SQL =
    "\(applicationColumns), c.name, c.number, e.name, e.postal_code, h.name"

private let worklistTables: SQL =
    """
    FROM application a JOIN company c ON c.id = a.company_id
    LEFT JOIN establishment e ON e.id = a.establishment_id LEFT JOIN account h ON h.id = a.handler_id
    """

private func worklistRow(_ row: SQLRow) throws -> WorklistRow {
    let application = try applicationRecord(row)
    let first = applicationColumnCount
    return WorklistRow(
        application: application,
        companyName: try row.text(first),
        companyNumber: CompanyNumber(stored: try row.text(first + 1)),
        establishmentName: try row.optionalText(first + 2),
        establishmentPostalCode: try row.optionalText(first + 3).map(PostalCode.init(stored:)),
        handlerName: try row.optionalText(first + 4),
        cursor: WorklistCursor(key: try row.text(first + 5), id: application.id.rawValue)
    )
}
