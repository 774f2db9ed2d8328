package import TandemDomain
package import TandemSQL

/// A mentor proposed in an application, and what the handler made of him.
package struct DesignationRecord: Sendable, Hashable {
    package let id: Identifier<Designation>
    package let application: Identifier<RecognitionApplication>
    package let mentor: MentorRecord
    package var yearsOfPractice: Int?
    package var asks: Set<Derogation>
    package var proof: Int64?
    package var extract: Int64?
    package var extractIssuedOn: Day?
    package var extractVerdict: ExtractVerdict
    package var grants: Set<Derogation>
    package var judgement: MentorJudgement
    package var judgementReason: String?
    package var judgedBy: Identifier<Account>?
    package var judgedOn: Day?
    package var version: Int

    /// What the applicant says of him, for the rules.
    package var candidate: MentorCandidate {
        MentorCandidate(
            bornOn: mentor.bornOn,
            yearsOfPractice: yearsOfPractice,
            derogations: asks,
            hasPriorEducationProof: proof != nil,
            // An extract that was judged and removed after its time counts by its day of issue (R75).
            extractIssuedOn: extract == nil && extractVerdict == .unseen ? nil : extractIssuedOn
        )
    }
}

/// What an applicant fills in about a mentor.
package struct DesignationDetails: Sendable, Hashable {
    package var yearsOfPractice: Int?
    package var asks: Set<Derogation>
    package var proof: Int64?
    package var extract: Int64?
    package var extractIssuedOn: Day?

    package init(
        yearsOfPractice: Int?,
        asks: Set<Derogation> = [],
        proof: Int64? = nil,
        extract: Int64? = nil,
        extractIssuedOn: Day? = nil
    ) {
        self.yearsOfPractice = yearsOfPractice
        self.asks = asks
        self.proof = proof
        self.extract = extract
        self.extractIssuedOn = extractIssuedOn
    }
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func designations(of id: Identifier<RecognitionApplication>) throws -> [DesignationRecord] {
        try rows("\(selectDesignation) WHERE d.application_id = \(id) ORDER BY d.id").map(designationRecord)
    }

    /// The mentors proposed in several files at once, in the order in which they were proposed.
    ///
    /// - Throws: ``SQLError``.
    package func designations(ofFiles ids: [Identifier<RecognitionApplication>]) throws -> [DesignationRecord] {
        try rows("\(selectDesignation) WHERE d.application_id IN (\(ids)) ORDER BY d.id").map(designationRecord)
    }

    /// The last time each mentor was proposed at a company: what may still be valid of it.
    ///
    /// - Throws: ``SQLError``.
    package func lastDesignations(at company: Identifier<Company>) throws -> [DesignationRecord] {
        try rows(
            """
            \(selectDesignation) WHERE d.id IN (
                SELECT max(g.id) FROM designation g JOIN application a ON a.id = g.application_id
                WHERE a.company_id = \(company) GROUP BY g.mentor_id)
            ORDER BY d.id
            """
        )
        .map(designationRecord)
    }

    /// - Throws: ``SQLError``.
    package func designation(_ id: Identifier<Designation>) throws -> DesignationRecord? {
        try row("\(selectDesignation) WHERE d.id = \(id)").map(designationRecord)
    }

    /// The last time a mentor was proposed at a company: what may still be valid of it.
    ///
    /// - Throws: ``SQLError``.
    package func lastDesignation(
        of mentor: Identifier<Mentor>,
        at company: Identifier<Company>
    ) throws -> DesignationRecord? {
        try row(
            """
            \(selectDesignation) JOIN application a ON a.id = d.application_id
            WHERE d.mentor_id = \(mentor) AND a.company_id = \(company) ORDER BY d.id DESC LIMIT 1
            """
        )
        .map(designationRecord)
    }

    /// - Throws: ``SQLError/unique(_:)`` where the mentor is proposed in this file already.
    package func addDesignation(
        of mentor: Identifier<Mentor>,
        in id: Identifier<RecognitionApplication>,
        _ details: DesignationDetails,
        judgement: MentorJudgement = .pending
    ) throws -> Identifier<Designation> {
        Identifier(try add(NewRow(designation: mentor, in: id, details, judgement: judgement)))
    }

    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func change(_ designation: DesignationRecord) throws -> Bool {
        try run(
            """
            UPDATE designation SET years_of_practice = \(designation.yearsOfPractice),
                asks_age = \(designation.asks.contains(.age)),
                asks_experience = \(designation.asks.contains(.experience)), proof_id = \(designation.proof),
                extract_id = \(designation.extract), extract_issued_on = \(designation.extractIssuedOn),
                extract_verdict = \(designation.extractVerdict), grants_age = \(designation.grants.contains(.age)),
                grants_experience = \(designation.grants.contains(.experience)),
                judgement = \(designation.judgement), judgement_reason = \(designation.judgementReason),
                judged_by = \(designation.judgedBy), judged_on = \(designation.judgedOn), version = version + 1
            WHERE id = \(designation.id) AND version = \(designation.version)
            """
        ) == 1
    }

    /// The mentors whose extract is still kept though file and judgement ended on `day` or before (R75), oldest first.
    ///
    /// - Throws: ``SQLError``.
    package func designationsWithExtract(
        endedThrough day: Day,
        limit: Int
    ) throws -> [Identifier<Designation>] {
        try rows(
            """
            SELECT d.id FROM designation d JOIN application a ON a.id = d.application_id
            WHERE d.extract_id IS NOT NULL AND coalesce(a.decided_on, a.cancelled_on, '9999-12-31') <= \(day)
                AND coalesce(d.judged_on, '') <= \(day)
            ORDER BY d.id LIMIT \(limit)
            """
        )
        .map { try $0.id(0) }
    }

    /// - Throws: ``SQLError``.
    package func removeDesignation(_ id: Identifier<Designation>) throws {
        try run("DELETE FROM designation WHERE id = \(id)")
    }
}

private let selectDesignation: SQL =
    """
    SELECT d.id, d.application_id, m.id, m.number_cipher, m.first_name, m.last_name, m.born_on, m.version,
        d.years_of_practice, d.asks_age, d.asks_experience, d.proof_id, d.extract_id, d.extract_issued_on,
        d.extract_verdict, d.grants_age, d.grants_experience, d.judgement, d.judgement_reason, d.judged_by,
        d.judged_on, d.version
    FROM designation d JOIN mentor m ON m.id = d.mentor_id
    """

private func designationRecord(_ row: SQLRow) throws -> DesignationRecord {
    DesignationRecord(
        id: try row.id(0),
        application: try row.id(1),
        mentor: try mentorRecord(row, from: 2),
        yearsOfPractice: try row.optionalInt(8),
        asks: try derogations(row, age: 9, experience: 10),
        proof: try row.optionalInt(11).map(Int64.init),
        extract: try row.optionalInt(12).map(Int64.init),
        extractIssuedOn: try row.optionalDay(13),
        extractVerdict: try row.value(14),
        grants: try derogations(row, age: 15, experience: 16),
        judgement: try row.value(17),
        judgementReason: try row.optionalText(18),
        judgedBy: try row.optionalID(19),
        judgedOn: try row.optionalDay(20),
        version: try row.int(21)
    )
}

private func derogations(_ row: SQLRow, age: Int, experience: Int) throws -> Set<Derogation> {
    var set: Set<Derogation> = []
    if try row.flag(age) { set.insert(.age) }
    if try row.flag(experience) { set.insert(.experience) }
    return set
}
