internal import TandemDomain
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// What the counter knows of a company or establishment, as far as a person may see it.
struct KnownAtCounter: Sendable {
    struct Recognition: Sendable {
        let record: RecognitionRecord
        let mayRead: Bool
    }

    /// What is recognised, or was: that it is, is no secret; the page of it may be.
    var recognitions: [Recognition] = []
    /// The files that the person may read.
    var files: [ApplicationRecord] = []

    private static let mostRecognitions = 50

    init() {}

    /// - Throws: ``SQLError``.
    init(_ card: CompanyCard, for actor: Actor, on day: Day, _ session: any SQLSession) throws {
        guard let (company, establishment) = try Self.known(card, session) else { return }
        let mandates = try session.mandates(of: company).map(\.mandate)
        let records =
            try establishment.map { try session.recognitions(at: $0) }
            ?? session.recognitions(of: company, limit: Self.mostRecognitions)
        recognitions = records.prefix(Self.mostRecognitions).map { record in
            let subject = Subject(company: company, competent: record.partnership, mandates: mandates)
            return Recognition(record: record, mayRead: actor.may(.readRecognition, to: subject, on: day))
        }
        let applications =
            try establishment.map { try session.applications(of: $0) }
            ?? session.applications(of: company, limit: Self.mostRecognitions)
        files = applications.filter { file in
            let subject = Subject(
                company: company,
                competent: file.partnership,
                advising: file.advising,
                mandates: mandates
            )
            return file.status != .draft && actor.may(.readApplication, to: subject, on: day)
        }
    }

    /// The company of the counter with this number, or the company and the establishment.
    private static func known(
        _ card: CompanyCard,
        _ session: any SQLSession
    ) throws -> (Identifier<Company>, Identifier<Establishment>?)? {
        switch card.number.kind {
        case .enterprise:
            try session.company(CompanyNumber(stored: card.number.digits)).map { ($0.id, nil) }
        case .establishment:
            try session.establishment(EstablishmentNumber(stored: card.number.digits)).map { ($0.company, $0.id) }
        case .branch: nil
        }
    }
}
