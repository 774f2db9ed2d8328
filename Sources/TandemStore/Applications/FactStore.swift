package import TandemDomain
package import TandemSQL

extension SQLSession {
    /// Hands over what a report has to know of every application that was ever submitted, one by one.
    ///
    /// Files submitted after `day` are left out.
    ///
    /// - Throws: ``SQLError``, or what `body` throws.
    package func forEachApplicationFact(
        submittedThrough day: Day,
        _ body: (ApplicationFact) throws -> Void
    ) throws {
        try forEachRow(
            """
            SELECT a.submitted_on, a.decided_on, a.status, a.decision_mode, r.ended_on, r.status, r.valid_until,
                a.cancelled_on, a.system, a.partnership, a.applicant_kind, a.training, a.company_id,
                a.establishment_id
            FROM application a LEFT JOIN recognition r ON r.application_id = a.id
            WHERE a.submitted_on <= \(day)
            """
        ) { row in
            try body(applicationFact(row))
        }
    }
}

private func applicationFact(_ row: SQLRow) throws -> ApplicationFact {
    let status = try row.value(2, as: ApplicationStatus.self)
    let system = try row.value(8, as: TrainingSystem.self)
    var fact = ApplicationFact(
        status: status,
        system: system.group,
        partnership: PartnershipCode(try row.text(9)),
        applicant: try row.text(10),
        training: TrainingCode(try row.text(11)),
        company: Int64(try row.int(12)),
        establishment: Int64(try row.int(13))
    )
    fact.submittedOn = try row.day(0)
    fact.decidedOn = try row.optionalDay(1)
    fact.decision = status == .approved ? .approved : status == .rejected ? .rejected : nil
    fact.mode = try row.optionalValue(3)
    fact.endedOn = try row.optionalDay(4)
    fact.endKind = try row.optionalDay(4) == nil ? nil : row.optionalValue(5)
    fact.validUntil = try row.optionalDay(6)
    fact.cancelledOn = try row.optionalDay(7)
    return fact
}
