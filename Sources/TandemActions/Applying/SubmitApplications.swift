package import TandemDomain
internal import TandemSQL
internal import TandemStore

extension Counter {
    /// Submits all files of a draft in one go; where one lacks anything, none is submitted (R5).
    ///
    /// - Returns: the files that were submitted.
    /// - Throws: ``Refusal/lacks(_:)`` with the whole list, or another ``Refusal``.
    package func submit(bundle id: Int64, by actor: Actor) async throws -> [Identifier<RecognitionApplication>] {
        try await act(by: actor) { desk in
            let bundle = try desk.editableBundle(id)
            let files = try desk.editableFiles(.bundle(id))
            let lacks = try files.flatMap { try desk.lacks(of: $0) }
            if !lacks.isEmpty { throw Refusal.lacks(lacks) }
            for file in files { try desk.submit(file, by: .submit) }
            try desk.closeBundle(bundle, act: "submitted")
            return files.map(\.id)
        }
    }

    /// Submits a file again that was sent back as incomplete; its term starts anew where the figures say so (R11).
    ///
    /// - Throws: ``Refusal/lacks(_:)`` with the whole list, or another ``Refusal``.
    package func resubmit(
        _ id: Identifier<RecognitionApplication>,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let file = try desk.file(id, since: version)
            guard file.status == .incomplete else { throw Refusal.notFrom(file.status) }
            try desk.require(.submitApplication, desk.subject(of: file))
            let lacks = try desk.lacks(of: file)
            if !lacks.isEmpty { throw Refusal.lacks(lacks) }
            try desk.submit(file, by: .resubmit)
        }
    }

    /// What keeps the files of a scope from being submitted now; nothing is written.
    ///
    /// - Throws: ``Refusal``.
    package func lacks(in scope: EditScope, by actor: Actor) async throws -> [FileLack] {
        let now = clock.now()
        return try await database.read { session in
            let desk = try Desk(counter: self, session: session, actor: actor, now: now)
            return try desk.editableFiles(scope).flatMap { try desk.lacks(of: $0) }
        }
    }

    /// Calls a file off; only the company or its mandate holder may (R23).
    ///
    /// - Throws: ``Refusal``.
    package func cancel(
        _ id: Identifier<RecognitionApplication>,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await applyingLaw(to: [id]) {
            try await act(by: actor) { desk in
                var file = try desk.file(id, since: version)
                try desk.cancel(&file)
                if file.submittedOn != nil { try desk.send(desk.letterFacts(.cancelled, of: file), of: file) }
            }
        }
    }
}

extension Desk {
    /// Submits one file: routes it to the partnership competent today, starts the clock, asks advice, confirms receipt.
    mutating func submit(_ file: ApplicationRecord, by act: ApplicationMove) throws {
        var file = file
        let (routed, advising) = try routing(of: file)
        let day = today
        try move(&file, act) {
            if $0.submittedOn == nil {
                $0.submittedOn = day
                $0.partnership = routed
                $0.advising = advising
            }
        }
        if let advising = file.advising, let advice = try session.askAdvice(of: advising, on: file.id, day: day) {
            try record(.advice, advice, act: "asked")
        }
        try closeProspects(with: file)
        try send(letterFacts(.received, of: file), of: file)
    }

    /// The partnership that decides and the sector that advises, by the joint committee as it is today (R2).
    private func routing(of file: ApplicationRecord) throws -> (PartnershipCode, PartnershipCode?) {
        guard let company = try session.company(file.company) else { throw Refusal.notFound }
        let competent = competentPartnership(for: company.details)
        let advising = reference.training(file.training).flatMap { advisingSector(of: $0, besides: competent) }
        return (competent, advising)
    }

    func lacks(of file: ApplicationRecord) throws -> [FileLack] {
        try submissionFacts(of: file)
            .lacks(under: reference.figures.mentorNorms(on: today), on: today)
            .map { FileLack(application: file.id, lack: $0) }
    }

    private func submissionFacts(of file: ApplicationRecord) throws -> SubmissionFacts {
        guard let company = try session.company(file.company) else { throw Refusal.notFound }
        let isMandated = file.applicantKind != .company
        var facts = SubmissionFacts()
        facts.establishment = file.establishment
        facts.training = file.training
        facts.isTrainingOffered = reference.training(file.training)?.period.contains(today) ?? false
        facts.mentors = try session.designations(of: file.id).map { ($0.id, $0.candidate) }
        facts.requiredDocuments = requiredDocuments(of: file, company: company.details)
        facts.presentDocuments = Set(try session.attachments(of: file.id).map(\.requirement))
        facts.hasDeclaration = isMandated ? file.declaration != nil : file.declaredOn != nil
        facts.needsMandate = isMandated
        facts.hasValidMandate = try subject(of: file.company).mandates
            .contains { $0.holder == file.organisation && $0.isValid(on: today) }
        facts.exclusion = try exclusion(of: file.company, file.establishment)
        facts.hasOpenApplicationOrRecognition = try isAlreadyThere(file)
        facts.renewalPossibleFrom = try renewalPossibleFrom(file)
        return facts
    }

    /// The documents asked of the file as a whole; those of mentors and the declaration have rules of their own.
    func requiredDocuments(of file: ApplicationRecord, company: CompanyDetails) -> [RequirementCode] {
        let partnership = file.status == .draft ? competentPartnership(for: company) : file.partnership
        return reference.requirements(partnership: partnership, hasStaff: company.employees != 0, on: today)
            .filter { !$0.isPerMentor && $0.code != .declaration }
            .filter { $0.isRequired(hasDerogation: false, isMandated: file.applicantKind != .company) }
            .map(\.code)
    }

    func exclusion(of company: Identifier<Company>, _ establishment: Identifier<Establishment>?) throws -> Exclusion? {
        try session.exclusions(of: company).map(\.exclusion)
            .first { $0.blocks(company: company, establishment: establishment, on: today) }
    }

    private func isAlreadyThere(_ file: ApplicationRecord) throws -> Bool {
        guard let establishment = file.establishment else { return false }
        return try session.hasOpenApplication(for: file.training, at: establishment, besides: file.id)
            || session.hasValidRecognition(for: file.training, at: establishment, on: today, besides: file.renews)
    }

    private func renewalPossibleFrom(_ file: ApplicationRecord) throws -> Day? {
        guard let renewed = try file.renews.flatMap({ try session.recognition($0) }) else { return nil }
        return renewalPossibleFrom(renewed)
    }

    /// The first day on which a recognition may be renewed, by the figures of today.
    func renewalPossibleFrom(_ recognition: RecognitionRecord) -> Day {
        recognition.validity.until.adding(months: -reference.figures.recognition.renewalEarliestMonths[today])
    }
}
