package import TandemDomain
package import TandemStore

/// Turns the facts of a letter into words; the words lie in the catalogue of the screens.
package struct LetterWriter: Sendable {
    package let write: @Sendable (LetterFacts) -> LetterText

    package init(write: @escaping @Sendable (LetterFacts) -> LetterText) { self.write = write }
}

/// A letter in words, as it is kept.
package struct LetterText: Hashable, Sendable {
    package let subject: String
    /// Paragraphs, with an empty line between them.
    package let body: String

    package init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }
}

/// What a letter has to say.
package struct LetterFacts: Sendable {
    package var kind: LetterKind
    package var writtenOn: Day
    /// The number of the file or, without one, of the recognition.
    package var number: Int64
    package var authority: String
    package var partnershipName: String
    package var companyName: String
    package var companyNumber: CompanyNumber
    package var companyAddress: String
    package var establishmentName: String?
    package var establishmentNumber: EstablishmentNumber?
    package var establishmentAddress: String?
    package var trainingName: String
    package var submittedOn: Day?
    package var dueOn: Day?
    package var effectiveOn: Day?
    package var validity: Validity?
    /// What the handler wrote.
    package var motivation: String?
    package var mainReason: String?
    package var furtherReasons: [String] = []
    package var acceptedMentors: [String] = []
    /// Names of refused mentors, each with the reason.
    package var refusedMentors: [(name: String, reason: String)] = []
    package var excludedUntil: Day?
    package var isWholeCompanyExcluded = false
    /// Within how many days after receipt an appeal may be filed (R56).
    package var appealDays: Int
    /// Who signs; nothing where the law decided.
    package var signer: String?
}

extension Desk {
    /// The facts that every letter shares.
    func letterFacts(
        _ kind: LetterKind,
        number: Int64,
        company id: Identifier<Company>,
        establishment: Identifier<Establishment>?,
        training: TrainingCode,
        partnership: PartnershipCode
    ) throws -> LetterFacts {
        guard let company = try session.company(id) else { throw Refusal.notFound }
        let place = try establishment.flatMap { try session.establishment($0) }
        return LetterFacts(
            kind: kind,
            writtenOn: today,
            number: number,
            authority: reference.figures.authority[today],
            partnershipName: reference.partnership(partnership)?.name ?? partnership.rawValue,
            companyName: company.details.name,
            companyNumber: company.number,
            companyAddress: address(company.details.street, company.details.postalCode),
            establishmentName: place?.name,
            establishmentNumber: place?.number,
            establishmentAddress: place.map { address($0.street, $0.postalCode) },
            trainingName: reference.training(training)?.name ?? training.rawValue,
            appealDays: reference.figures.appeal.termDays[today],
            signer: actor.role == .system ? nil : actor.name
        )
    }

    func letterFacts(_ kind: LetterKind, of file: ApplicationRecord) throws -> LetterFacts {
        var facts = try letterFacts(
            kind,
            number: file.id.rawValue,
            company: file.company,
            establishment: file.establishment,
            training: file.training,
            partnership: file.partnership
        )
        facts.submittedOn = file.submittedOn
        facts.dueOn = file.dueOn
        facts.effectiveOn = file.decidedOn
        return facts
    }

    func letterFacts(_ kind: LetterKind, of recognition: RecognitionRecord) throws -> LetterFacts {
        var facts = try letterFacts(
            kind,
            number: recognition.application.rawValue,
            company: recognition.company,
            establishment: recognition.establishment,
            training: recognition.training,
            partnership: recognition.partnership
        )
        facts.validity = recognition.validity
        facts.effectiveOn = recognition.endedOn
        return facts
    }

    /// Puts a letter in the outbox, in words that stay.
    func send(
        _ facts: LetterFacts,
        company: Identifier<Company>,
        partnership: PartnershipCode,
        application: Identifier<RecognitionApplication>?,
        recognition: Identifier<Recognition>? = nil
    ) throws {
        let text = counter.letters.write(facts)
        try session.addLetter(
            facts.kind,
            partnership: partnership,
            company: company,
            application: application,
            recognition: recognition,
            addressee: facts.companyName,
            subject: text.subject,
            body: text.body,
            on: today,
            at: now
        )
    }

    func send(_ facts: LetterFacts, of file: ApplicationRecord) throws {
        try send(facts, company: file.company, partnership: file.partnership, application: file.id)
    }

    func send(_ facts: LetterFacts, of recognition: RecognitionRecord) throws {
        try send(
            facts,
            company: recognition.company,
            partnership: recognition.partnership,
            application: recognition.application,
            recognition: recognition.id
        )
    }

    private func address(_ street: String, _ postalCode: PostalCode) -> String {
        let place = reference.postalPlace(postalCode)?.name ?? ""
        return "\(street), \(postalCode.digits) \(place)"
    }
}
