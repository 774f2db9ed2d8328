package import TandemDomain
internal import TandemSQL
internal import TandemStore

extension Counter {
    /// Runs an act on files after the law has had its say: where a term is over, the law approves first and the act
    /// is refused, also when the worker has not come by yet (R12).
    ///
    /// - Throws: ``Refusal/decidedByLaw(on:)``, or what `body` throws.
    func applyingLaw<Result: Sendable>(
        to ids: [Identifier<RecognitionApplication>],
        _ body: () async throws -> Result
    ) async throws -> Result {
        for id in ids {
            if let day = try await lapseIfOver(id) { throw Refusal.decidedByLaw(on: day) }
        }
        return try await body()
    }

    /// Approves a file whose term is over, with effect on the first day after the term (R12).
    ///
    /// - Returns: that day, or nothing where the term still runs or the file has an end already.
    /// - Throws: ``Refusal``.
    package func lapseIfOver(_ id: Identifier<RecognitionApplication>) async throws -> Day? {
        let today = clock.today()
        let dueOn = try await database.read { try $0.application(id)?.dueOn }
        guard let dueOn, dueOn < today else { return nil }
        return try await act(by: .law) { desk in try desk.lapse(id) }
    }
}

extension Desk {
    /// What the law does to one file today; nothing where its term is not over.
    mutating func lapse(_ id: Identifier<RecognitionApplication>) throws -> Day? {
        var file = try file(id, since: nil)
        let steps = try session.clockSteps(of: id)
        guard case .lapsed(let dueOn, let effectiveOn) = clock(of: file).reading(of: steps, on: today).state else {
            return nil
        }
        if try isExcluded(file, on: dueOn) { return nil }
        try move(&file, .lapse, on: effectiveOn) {
            $0.decidedOn = effectiveOn
            $0.decisionMode = .automatic
        }
        let candidates = try session.designations(of: id).filter { $0.judgement != .refused }
        let recognition = try recognise(file, from: effectiveOn, mentors: candidates)
        if candidates.isEmpty {
            try addTask(
                .confirmNewMentor,
                partnership: file.partnership,
                company: file.company,
                application: file.id,
                recognition: recognition.id
            )
        }
        var facts = try letterFacts(.approvedByLaw, of: file)
        facts.dueOn = dueOn
        facts.validity = recognition.validity
        facts.acceptedMentors = candidates.map(\.mentor.name)
        try send(
            facts,
            company: file.company,
            partnership: file.partnership,
            application: file.id,
            recognition: recognition.id
        )
        return effectiveOn
    }

    /// Whether the place of a file was excluded on the last day of its term: then the law recognises nothing (R20).
    private func isExcluded(_ file: ApplicationRecord, on dueOn: Day) throws -> Bool {
        try session.exclusions(of: file.company)
            .contains { $0.exclusion.blocks(company: file.company, establishment: file.establishment, on: dueOn) }
    }

    /// Makes the recognition that an approved file leads to (R15, R16), with its mentors.
    mutating func recognise(
        _ file: ApplicationRecord,
        from day: Day,
        mentors: [DesignationRecord]
    ) throws -> RecognitionRecord {
        guard let establishment = file.establishment else { throw Refusal.notFrom(file.status) }
        let validity = Validity(approvedOn: day, years: reference.figures.recognition.validityYears[day])
        let draft = RecognitionRecord(
            application: file.id,
            company: file.company,
            establishment: establishment,
            training: file.training,
            system: file.system,
            partnership: file.partnership,
            validity: validity,
            renews: file.renews
        )
        let id = try session.add(draft)
        try record(.recognition, id.rawValue, act: "recognised", on: day)
        for designation in mentors {
            let place = try session.addMentor(designation.mentor.id, to: id, from: day)
            try record(.recognitionMentor, place, act: "joined", on: day)
        }
        if let renewed = file.renews { try noteRenewal(of: renewed) }
        return try recognition(id, since: nil)
    }

    private mutating func noteRenewal(of id: Identifier<Recognition>) throws {
        var renewed = try recognition(id, since: nil)
        renewed.renewalState = .renews
        renewed.renewalOn = today
        try save(&renewed, act: "renewed")
    }
}
