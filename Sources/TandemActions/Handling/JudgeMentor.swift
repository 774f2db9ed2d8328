package import TandemDomain
internal import TandemStore

/// What a handler makes of one mentor.
package struct MentorFinding: Sendable {
    package var judgement: MentorJudgement
    package var extract: ExtractVerdict
    package var grants: Set<Derogation>
    package var reason: String

    package init(
        judgement: MentorJudgement,
        extract: ExtractVerdict,
        grants: Set<Derogation> = [],
        reason: String = ""
    ) {
        self.judgement = judgement
        self.extract = extract
        self.grants = grants
        self.reason = reason
    }
}

extension Counter {
    /// Judges one mentor of a file in handling (R7–R10).
    ///
    /// - Throws: ``Refusal/acceptance(_:)`` with all that keeps him from being accepted, or another ``Refusal``.
    package func judge(
        _ id: Identifier<Designation>,
        _ finding: MentorFinding,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            guard var designation = try desk.session.designation(id) else { throw Refusal.notFound }
            let file = try desk.file(designation.application, since: nil)
            try desk.require(.judgeMentor, desk.subject(of: file))
            guard file.status == .inProcess else { throw Refusal.notFrom(file.status) }
            // Who judges has looked at the extract, and a look is recorded as a change: it is none to him.
            if let version, version != designation.version,
                try desk.session.wasChanged(.designation, id.rawValue, since: version, besides: Self.extractViewed)
            {
                throw try desk.changedMeanwhile(.designation, id.rawValue)
            }
            try desk.check(finding, of: designation, in: file)
            designation.judgement = finding.judgement
            designation.extractVerdict = finding.extract
            designation.grants = finding.grants
            designation.judgementReason = finding.judgement == .refused ? finding.reason : nil
            designation.judgedBy = try desk.account()
            designation.judgedOn = desk.today
            try desk.save(&designation, act: "judged_\(finding.judgement.rawValue)")
        }
    }
}

extension Desk {
    /// What R7 to R10 say of a finding, with the figures of the day the mentor was designated.
    fileprivate func check(
        _ finding: MentorFinding,
        of designation: DesignationRecord,
        in file: ApplicationRecord
    ) throws {
        switch finding.judgement {
        case .pending: return
        case .refused:
            if finding.reason.allSatisfy(\.isWhitespace) { throw Refusal.reasonMissing }
        case .accepted:
            let day = try session.designationDay(of: file.id) ?? file.submittedOn ?? today
            let problems = designation.candidate.acceptanceProblems(
                under: reference.figures.mentorNorms(on: day),
                designatedOn: day,
                extract: finding.extract,
                granted: finding.grants
            )
            if !problems.isEmpty { throw Refusal.acceptance(problems) }
        }
    }
}
