internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// All that the page of one file (*dossier*) shows, read in one consistent state.
struct Dossier: Sendable {
    /// Of a place that asks very often, the newest files tell enough.
    static let mostOtherFiles = 50

    let file: ApplicationRecord
    let company: CompanyRecord
    let establishment: EstablishmentRecord?
    let mandates: [MandateRecord]
    let steps: [ClockStep]
    let designations: [DesignationRecord]
    let attachments: [AttachmentRecord]
    let checks: [CheckRecord]
    let votes: [VoteRecord]
    let advices: [AdviceRecord]
    /// Other files of the same establishment that were submitted, the newest first.
    let otherFiles: [ApplicationRecord]
    let recognitions: [RecognitionRecord]
    let exclusions: [ExclusionRecord]
    let letters: [LetterRecord]
    let events: [EventRecord]
    /// Who may be given the file.
    let colleagues: [CapacityRecord]
    let names: [Identifier<Account>: String]
    let registerLinks: RegisterLinks

    /// What permissions are asked about.
    var subject: Subject { file.subject(mandates: mandates) }

    /// Whether the company or this establishment is excluded on `day` (R20).
    func isExcluded(on day: Day) -> Bool {
        exclusions.contains {
            $0.exclusion.blocks(company: file.company, establishment: file.establishment, on: day)
        }
    }

    func name(of account: Identifier<Account>?) -> String? { account.flatMap { names[$0] } }
}

extension ApplicationRecord {
    /// What permissions are asked about, with the mandates of the company.
    func subject(mandates: [MandateRecord]) -> Subject {
        Subject(company: company, competent: partnership, advising: advising, mandates: mandates.map(\.mandate))
    }
}

extension SQLSession {
    /// A file that was submitted, if this person may read it; drafts belong to their applicant alone.
    ///
    /// - Throws: ``Refusal``.
    func submittedFile(
        _ id: Identifier<RecognitionApplication>,
        for actor: Actor,
        on day: Day
    ) throws -> (file: ApplicationRecord, mandates: [MandateRecord]) {
        guard let file = try application(id), file.submittedOn != nil else { throw Refusal.notFound }
        let mandates = try mandates(of: file.company)
        guard actor.may(.readApplication, to: file.subject(mandates: mandates), on: day) else {
            throw Refusal.notAllowed
        }
        return (file, mandates)
    }

    /// The whole file, if this person may read it: always as many statements, however much it holds.
    ///
    /// - Throws: ``Refusal``.
    func dossier(_ id: Identifier<RecognitionApplication>, for actor: Actor, on day: Day) throws -> Dossier {
        let (file, mandates) = try submittedFile(id, for: actor, on: day)
        guard let company = try company(file.company) else { throw Refusal.notFound }
        let designations = try designations(of: id)
        let accounts =
            [file.account, file.handler, file.decidedBy].compactMap(\.self) + designations.compactMap(\.judgedBy)
        return Dossier(
            file: file,
            company: company,
            establishment: try file.establishment.flatMap { try establishment($0) },
            mandates: mandates,
            steps: try clockSteps(of: id),
            designations: designations,
            attachments: try attachments(of: id),
            checks: try checks(of: id, at: file.establishment),
            votes: try votes(on: id),
            advices: try advices(on: id),
            otherFiles: try file.establishment.map {
                try submittedApplications(of: $0, besides: id, limit: Dossier.mostOtherFiles)
            } ?? [],
            recognitions: try file.establishment.map { try recognitions(at: $0) } ?? [],
            exclusions: try exclusions(of: file.company),
            letters: try letters(about: id),
            events: try events(ofApplication: id),
            colleagues: try handlers(of: file.partnership),
            names: try accountNames(accounts),
            registerLinks: try registerLinks(of: file.company)
        )
    }
}
