package import TandemDomain
package import TandemSQL

/// What a task asks of a handler.
package enum TaskKind: String, CaseIterable, SQLConvertible, Sendable {
    /// End the agreements that run under a recognition that ended (R18, R19).
    case endRunningAgreements = "end_running_agreements"
    /// A national number was entered that belongs to another person (R31).
    case nationalNumberInUse = "national_number_in_use"
    /// The last mentor leaves: confirm a new one before the law withdraws (R17).
    case confirmNewMentor = "confirm_new_mentor"
    /// A recognition ends soon and nobody asked its renewal.
    case expiryNotice = "expiry_notice"
    /// A company or establishment with an open file ended in the company register (R18).
    case companyEnded = "company_ended"
    /// The company register tells a name, an address or an owner otherwise than before.
    case companyChanged = "company_changed"
}

/// Work that follows from an act and waits for somebody.
package struct TaskRecord: Sendable {
    package let id: Int64
    package let kind: TaskKind
    package let partnership: PartnershipCode
    package let company: Identifier<Company>?
    package let companyName: String?
    package let application: Identifier<RecognitionApplication>?
    package let recognition: Identifier<Recognition>?
    package let detail: String
    package let madeOn: Day
    package let version: Int
}

/// Where a page of tasks ended: the next begins behind it.
package struct TaskCursor: Sendable, Hashable {
    package let madeOn: Day
    package let id: Int64

    /// `2026-11-22.17`, as it stands in an address.
    package var text: String { "\(madeOn.iso).\(id)" }

    /// Reads what ``text`` wrote; nothing for other text.
    package init?(text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let madeOn = Day(iso: parts[0]), let id = Int64(parts[1]) else { return nil }
        self.init(madeOn: madeOn, id: id)
    }

    fileprivate init(madeOn: Day, id: Int64) {
        self.madeOn = madeOn
        self.id = id
    }
}

extension TaskRecord {
    package var cursor: TaskCursor { TaskCursor(madeOn: madeOn, id: id) }
}

extension SQLSession {
    /// The tasks of a kind that wait, oldest first; of every partnership where none is named.
    ///
    /// - Throws: ``SQLError``.
    package func openTasks(
        of partnership: PartnershipCode?,
        kind: TaskKind,
        after cursor: TaskCursor?,
        limit: Int
    ) throws -> [TaskRecord] {
        let own: SQL = partnership.map { " AND t.partnership = \($0)" } ?? ""
        let behind: SQL = cursor.map { " AND (t.made_on, t.id) > (\($0.madeOn), \($0.id))" } ?? ""
        return try rows(
            """
            \(selectTask) WHERE t.done_on IS NULL AND t.kind = \(kind)\(own)\(behind)
            ORDER BY t.made_on, t.id LIMIT \(limit)
            """
        )
        .map(taskRecord)
    }

    /// How many tasks of each kind wait.
    ///
    /// - Throws: ``SQLError``.
    package func openTaskCounts(of partnership: PartnershipCode?) throws -> [TaskKind: Int] {
        let own: SQL = partnership.map { " AND partnership = \($0)" } ?? ""
        let rows = try rows("SELECT kind, count(*) FROM task WHERE done_on IS NULL\(own) GROUP BY kind")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.value(0), try $0.int(1)) })
    }

    /// - Throws: ``SQLError``.
    package func task(_ id: Int64) throws -> TaskRecord? { try row("\(selectTask) WHERE t.id = \(id)").map(taskRecord) }

    /// - Throws: ``SQLError``.
    package func addTask(
        _ kind: TaskKind,
        partnership: PartnershipCode,
        company: Identifier<Company>?,
        application: Identifier<RecognitionApplication>? = nil,
        recognition: Identifier<Recognition>? = nil,
        detail: String = "",
        on day: Day
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO task (kind, partnership, company_id, application_id, recognition_id, detail, made_on)
                VALUES (\(kind), \(partnership), \(company), \(application), \(recognition), \(detail), \(day))
                RETURNING id
                """
            )
        )
    }

    /// - Returns: whether it was still open.
    /// - Throws: ``SQLError``.
    package func settleTask(_ id: Int64, by account: Identifier<Account>, on day: Day) throws -> Bool {
        try run(
            """
            UPDATE task SET done_on = \(day), done_by = \(account), version = version + 1
            WHERE id = \(id) AND done_on IS NULL
            """
        ) == 1
    }
}

private let selectTask: SQL =
    """
    SELECT t.id, t.kind, t.partnership, t.company_id, c.name, t.application_id, t.recognition_id, t.detail, t.made_on,
        t.version
    FROM task t LEFT JOIN company c ON c.id = t.company_id
    """

private func taskRecord(_ row: SQLRow) throws -> TaskRecord {
    TaskRecord(
        id: Int64(try row.int(0)),
        kind: try row.value(1),
        partnership: PartnershipCode(try row.text(2)),
        company: try row.optionalID(3),
        companyName: try row.optionalText(4),
        application: try row.optionalID(5),
        recognition: try row.optionalID(6),
        detail: try row.text(7),
        madeOn: try row.day(8),
        version: try row.int(9)
    )
}
