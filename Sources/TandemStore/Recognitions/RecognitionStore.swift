package import TandemDomain
package import TandemSQL

/// A recognition (*erkenning*): one training at one establishment, for five years.
package struct RecognitionRecord: Sendable, Hashable {
    package let id: Identifier<Recognition>
    package var application: Identifier<RecognitionApplication>
    package var company: Identifier<Company>
    package var establishment: Identifier<Establishment>
    package var training: TrainingCode
    package var system: TrainingSystem
    package var partnership: PartnershipCode
    package var validity: Validity
    package var status: RecognitionStatus
    package var endedOn: Day?
    package var endKind: RecognitionEnd?
    package var renews: Identifier<Recognition>?
    package var renewalState: RenewalState
    package var renewalOn: Day?
    package var version: Int

    package init(
        id: Identifier<Recognition> = Identifier(0),
        application: Identifier<RecognitionApplication>,
        company: Identifier<Company>,
        establishment: Identifier<Establishment>,
        training: TrainingCode,
        system: TrainingSystem,
        partnership: PartnershipCode,
        validity: Validity,
        renews: Identifier<Recognition>? = nil
    ) {
        self.id = id
        self.application = application
        self.company = company
        self.establishment = establishment
        self.training = training
        self.system = system
        self.partnership = partnership
        self.validity = validity
        self.renews = renews
        status = .approved
        renewalState = .toContact
        version = 1
    }

    /// Where it stands on `day`, as people see it.
    package func state(on day: Day) -> RecognitionState { status.state(on: day, validity: validity, endedOn: endedOn) }
}

/// A mentor of a recognition, and from when to when.
package struct RecognitionMentorRecord: Sendable {
    package let id: Int64
    package let mentor: MentorRecord
    package let from: Day
    package let until: Day?
    package let version: Int
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func recognition(_ id: Identifier<Recognition>) throws -> RecognitionRecord? {
        try row("SELECT \(recognitionColumns) FROM recognition r WHERE r.id = \(id)").map { try recognitionRecord($0) }
    }

    /// - Throws: ``SQLError``.
    package func recognition(of id: Identifier<RecognitionApplication>) throws -> RecognitionRecord? {
        try row("SELECT \(recognitionColumns) FROM recognition r WHERE r.application_id = \(id)")
            .map { try recognitionRecord($0) }
    }

    /// The recognition that renews this one, where there is one.
    ///
    /// - Throws: ``SQLError``.
    package func renewal(of id: Identifier<Recognition>) throws -> RecognitionRecord? {
        try row("SELECT \(recognitionColumns) FROM recognition r WHERE r.renews_id = \(id) ORDER BY r.id LIMIT 1")
            .map { try recognitionRecord($0) }
    }

    /// - Throws: ``SQLError``.
    package func recognitions(of company: Identifier<Company>, limit: Int) throws -> [RecognitionRecord] {
        try rows(
            """
            SELECT \(recognitionColumns) FROM recognition r WHERE r.company_id = \(company)
            ORDER BY r.id DESC LIMIT \(limit)
            """
        )
        .map { try recognitionRecord($0) }
    }

    /// - Throws: ``SQLError``.
    package func recognitions(at establishment: Identifier<Establishment>) throws -> [RecognitionRecord] {
        try rows(
            """
            SELECT \(recognitionColumns) FROM recognition r WHERE r.establishment_id = \(establishment)
            ORDER BY r.id DESC
            """
        )
        .map { try recognitionRecord($0) }
    }

    /// - Throws: ``SQLError/unique(_:)`` where the application led to one already.
    package func add(_ recognition: RecognitionRecord) throws -> Identifier<Recognition> {
        Identifier(try add(NewRow(recognition: recognition)))
    }

    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func change(_ recognition: RecognitionRecord) throws -> Bool {
        try run(
            """
            UPDATE recognition SET status = \(recognition.status), ended_on = \(recognition.endedOn),
                end_kind = \(recognition.endKind), renewal_state = \(recognition.renewalState),
                renewal_on = \(recognition.renewalOn), version = version + 1
            WHERE id = \(recognition.id) AND version = \(recognition.version)
            """
        ) == 1
    }

    /// The mentors of a recognition, those who left too, oldest first.
    ///
    /// - Throws: ``SQLError``.
    package func mentors(of id: Identifier<Recognition>) throws -> [RecognitionMentorRecord] {
        try rows(
            """
            SELECT r.id, r.valid_from, r.valid_until, r.version, m.id, m.number_cipher, m.first_name, m.last_name,
                m.born_on, m.version
            FROM recognition_mentor r JOIN mentor m ON m.id = r.mentor_id
            WHERE r.recognition_id = \(id) ORDER BY r.id
            """
        )
        .map { row in
            RecognitionMentorRecord(
                id: Int64(try row.int(0)),
                mentor: try mentorRecord(row, from: 4),
                from: try row.day(1),
                until: try row.optionalDay(2),
                version: try row.int(3)
            )
        }
    }

    /// - Throws: ``SQLError/unique(_:)`` where he is a mentor there already.
    package func addMentor(
        _ mentor: Identifier<Mentor>,
        to id: Identifier<Recognition>,
        from day: Day
    ) throws -> Int64 {
        try add(NewRow(mentor: mentor, of: id, from: day))
    }

    /// - Returns: whether he still was a mentor there.
    /// - Throws: ``SQLError``.
    package func endMentor(_ id: Int64, lastDay day: Day) throws -> Bool {
        try run(
            """
            UPDATE recognition_mentor SET valid_until = \(day), version = version + 1
            WHERE id = \(id) AND valid_until IS NULL
            """
        ) == 1
    }

    /// The valid recognitions whose mentors have all left, with the first day without one (R17).
    ///
    /// - Throws: ``SQLError``.
    package func recognitionsWithoutMentor(
        on day: Day
    ) throws -> [(recognition: RecognitionRecord, since: Day)] {
        try rows(
            """
            SELECT \(recognitionColumns), (SELECT max(g.valid_until) FROM recognition_mentor g
                WHERE g.recognition_id = r.id)
            FROM recognition r
            WHERE r.status = 'approved' AND r.valid_until >= \(day)
                AND r.id IN (SELECT recognition_id FROM recognition_mentor
                    WHERE valid_until IS NOT NULL AND valid_until < \(day))
                AND NOT EXISTS (SELECT 1 FROM recognition_mentor s WHERE s.recognition_id = r.id
                    AND (s.valid_until IS NULL OR s.valid_until >= \(day)))
            ORDER BY r.id
            """
        )
        .map { row in (try recognitionRecord(row), try row.day(recognitionColumnCount).adding(days: 1)) }
    }

    /// The recognitions that end within these days and were not told so yet.
    ///
    /// - Throws: ``SQLError``.
    package func recognitionsEnding(
        from first: Day,
        through last: Day,
        without letterKind: String,
        limit: Int
    ) throws -> [RecognitionRecord] {
        try rows(
            """
            SELECT \(recognitionColumns) FROM recognition r
            WHERE r.status = 'approved' AND r.valid_until BETWEEN \(first) AND \(last)
                AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.recognition_id = r.id AND l.kind = \(letterKind))
                AND NOT EXISTS (SELECT 1 FROM recognition n WHERE n.renews_id = r.id)
            ORDER BY r.valid_until, r.id LIMIT \(limit)
            """
        )
        .map { try recognitionRecord($0) }
    }

    /// Whether a recognition for this training is valid here on `day`, one apart that is being renewed.
    ///
    /// - Throws: ``SQLError``.
    package func hasValidRecognition(
        for training: TrainingCode,
        at establishment: Identifier<Establishment>,
        on day: Day,
        besides renewed: Identifier<Recognition>?
    ) throws -> Bool {
        try integer(
            """
            SELECT count(*) FROM recognition WHERE establishment_id = \(establishment) AND training = \(training)
                AND status = 'approved' AND valid_until >= \(day) AND id <> \(renewed?.rawValue ?? 0)
            """
        ) > 0
    }
}

let recognitionColumns: SQL =
    """
    r.id, r.application_id, r.company_id, r.establishment_id, r.training, r.system, r.partnership, r.valid_from,
    r.valid_until, r.status, r.ended_on, r.end_kind, r.renews_id, r.renewal_state, r.renewal_on, r.version
    """
let recognitionColumnCount = 16

func recognitionRecord(_ row: SQLRow) throws -> RecognitionRecord {
    var record = RecognitionRecord(
        id: try row.id(0),
        application: try row.id(1),
        company: try row.id(2),
        establishment: try row.id(3),
        training: TrainingCode(try row.text(4)),
        system: try row.value(5),
        partnership: PartnershipCode(try row.text(6)),
        validity: Validity(from: try row.day(7), until: try row.day(8)),
        renews: try row.optionalID(12)
    )
    record.status = try row.value(9)
    record.endedOn = try row.optionalDay(10)
    record.endKind = try row.optionalValue(11)
    record.renewalState = try row.value(13)
    record.renewalOn = try row.optionalDay(14)
    record.version = try row.int(15)
    return record
}
