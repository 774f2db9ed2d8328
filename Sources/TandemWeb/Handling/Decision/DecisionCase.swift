internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// A file to decide on, with the files of the same establishment that may be decided along with it.
struct DecisionCase: Sendable {
    /// More files than anybody decides on at once.
    static let mostFiles = 50

    /// A file with what is known of its mentors.
    struct Candidate: Sendable {
        let file: ApplicationRecord
        let designations: [DesignationRecord]
    }

    let company: CompanyRecord
    let establishment: EstablishmentRecord?
    /// The file whose page led here comes first.
    let candidates: [Candidate]
    let votes: [VoteRecord]
    let advices: [AdviceRecord]

    var first: ApplicationRecord? { candidates.first?.file }
}

extension DecisionCase.Candidate {
    /// What keeps a verdict from being given on this file.
    func problems(of verdict: Verdict) -> [DecisionProblem] {
        verdict.problems(judgements: designations.map { ($0.id, $0.judgement) })
    }
}

extension SQLSession {
    /// What a decision is taken on, if this person may take one on the file.
    ///
    /// - Throws: ``Refusal``.
    func decisionCase(
        _ id: Identifier<RecognitionApplication>,
        for actor: Actor,
        on day: Day
    ) throws -> DecisionCase? {
        let (file, mandates) = try submittedFile(id, for: actor, on: day)
        guard let company = try company(file.company) else { return nil }
        let others = try file.establishment.map { try applications(of: $0) } ?? []
        let files =
            [file]
            + others.filter { other in
                other.id != id && other.mayBeDecided(by: actor, mandates: mandates, on: day)
            }
        let designations = Dictionary(grouping: try designations(ofFiles: files.map(\.id)), by: \.application)
        return DecisionCase(
            company: company,
            establishment: try file.establishment.flatMap { try establishment($0) },
            candidates: files.map { DecisionCase.Candidate(file: $0, designations: designations[$0.id] ?? []) },
            votes: try votes(on: id),
            advices: try advices(on: id)
        )
    }
}

extension ApplicationRecord {
    /// The verdicts that lifecycle, role and mandate allow on this file.
    func verdicts(of actor: Actor, mandates: [MandateRecord], on day: Day) -> [ApplicationMove] {
        Lifecycle.application.moves(from: status, as: actor.role)
            .filter { $0 == .approve || $0 == .reject }
            .filter { actor.may($0.permission, to: subject(mandates: mandates), on: day) }
    }

    fileprivate func mayBeDecided(by actor: Actor, mandates: [MandateRecord], on day: Day) -> Bool {
        !verdicts(of: actor, mandates: mandates, on: day).isEmpty
    }
}
