package import TandemDomain
package import TandemSQL

/// An event as a timeline shows it.
package struct EventRecord: Sendable {
    package let id: Int64
    package let subject: String
    package let subjectID: Int64
    package let version: Int
    package let act: String
    package let effectiveOn: Day
    package let recordedAt: Instant
    /// Who did it; nothing where the law did.
    package let name: String?
    package let role: Role
    package let state: String
    package let note: String?
    package let digest: [UInt8]
}

extension SQLSession {
    /// Everything that happened to a file and what hangs on it, oldest first.
    ///
    /// - Throws: ``SQLError``.
    package func events(ofApplication id: Identifier<RecognitionApplication>) throws -> [EventRecord] {
        try rows(
            """
            SELECT \(eventColumns) WHERE e.subject = 'application' AND e.subject_id = \(id)
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'designation' AND e.subject_id IN (
                SELECT id FROM designation WHERE application_id = \(id))
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'check' AND e.subject_id IN (SELECT id FROM check_record WHERE application_id = \(id))
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'vote' AND e.subject_id IN (SELECT id FROM vote WHERE application_id = \(id))
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'advice' AND e.subject_id IN (SELECT id FROM advice WHERE application_id = \(id))
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'attachment' AND e.subject_id IN (SELECT id FROM attachment WHERE application_id = \(id))
            ORDER BY 1
            """
        )
        .map(event)
    }

    /// Everything that happened to a recognition, oldest first.
    ///
    /// - Throws: ``SQLError``.
    package func events(ofRecognition id: Identifier<Recognition>) throws -> [EventRecord] {
        try rows(
            """
            SELECT \(eventColumns) WHERE e.subject = 'recognition' AND e.subject_id = \(id)
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'recognition_mentor' AND e.subject_id IN (
                SELECT id FROM recognition_mentor WHERE recognition_id = \(id))
            UNION ALL SELECT \(eventColumns)
            WHERE e.subject = 'guidance' AND e.subject_id IN (SELECT id FROM guidance WHERE recognition_id = \(id))
            ORDER BY 1
            """
        )
        .map(event)
    }

    /// Everything that happened to a prospect, oldest first; its contacts are rows of their own.
    ///
    /// - Throws: ``SQLError``.
    package func events(ofProspect id: Identifier<Prospect>) throws -> [EventRecord] {
        try rows(
            "SELECT \(eventColumns) WHERE e.subject = 'prospect' AND e.subject_id = \(id) ORDER BY e.version"
        )
        .map(event)
    }

    /// The last event of one row: who changed it, and how.
    ///
    /// - Throws: ``SQLError``.
    package func lastEvent(of audited: Audited, _ id: Int64) throws -> EventRecord? {
        try row(
            """
            SELECT \(eventColumns) WHERE e.subject = \(audited.subject) AND e.subject_id = \(id)
            ORDER BY e.version DESC LIMIT 1
            """
        )
        .map(event)
    }

    /// Whether anything but `act` happened to a row after `version`; a version that never was counts as changed.
    ///
    /// - Throws: ``SQLError``.
    package func wasChanged(_ audited: Audited, _ id: Int64, since version: Int, besides act: String) throws -> Bool {
        let last = try lastEvent(of: audited, id)?.version ?? 0
        if version > last { return true }
        let others = try integer(
            """
            SELECT count(*) FROM event WHERE subject = \(audited.subject) AND subject_id = \(id)
                AND version > \(version) AND act <> \(act)
            """
        )
        return others > 0
    }

    /// The newest events of the whole register, newest first.
    ///
    /// - Throws: ``SQLError``.
    package func newestEvents(limit: Int) throws -> [EventRecord] {
        try rows("SELECT \(eventColumns) ORDER BY e.id DESC LIMIT \(limit)").map(event)
    }
}

private let eventColumns: SQL =
    """
    e.id, e.subject, e.subject_id, e.version, e.act, e.effective_on, e.recorded_at, a.name, e.role, e.state, n.note,
    e.digest
    FROM event e LEFT JOIN account a ON a.id = e.account_id LEFT JOIN event_note n ON n.event_id = e.id
    """

private func event(_ row: SQLRow) throws -> EventRecord {
    EventRecord(
        id: Int64(try row.int(0)),
        subject: try row.text(1),
        subjectID: Int64(try row.int(2)),
        version: try row.int(3),
        act: try row.text(4),
        effectiveOn: try row.day(5),
        recordedAt: try row.instant(6),
        name: try row.optionalText(7),
        role: try row.value(8),
        state: try row.text(9),
        note: try row.optionalText(10),
        digest: try row.blob(11)
    )
}
