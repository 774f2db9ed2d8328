package import TandemDomain
internal import TandemSQL
internal import TandemStore

/// A file to decide on, in the version that the handler saw.
package struct SeenFile: Hashable, Sendable {
    package let id: Identifier<RecognitionApplication>
    package let version: Int?

    package init(_ id: Identifier<RecognitionApplication>, version: Int? = nil) {
        self.id = id
        self.version = version
    }
}

extension Counter {
    /// Decides on one file, or on several of one establishment together: all of them or none (R14).
    ///
    /// - Throws: ``Refusal/decision(_:)`` with all that keeps it from being taken, or another ``Refusal``.
    package func decide(_ verdict: Verdict, on files: [SeenFile], by actor: Actor) async throws {
        try await applyingLaw(to: files.map(\.id)) {
            try await act(by: actor) { desk in
                for file in try desk.decidable(files, verdict) { try desk.decide(verdict, on: file) }
            }
        }
    }

    /// The letters that a decision would send; nothing is written.
    ///
    /// - Throws: as ``decide(_:on:by:)`` would.
    package func previewDecision(
        _ verdict: Verdict,
        on files: [SeenFile],
        by actor: Actor
    ) async throws -> [LetterText] {
        try await applyingLaw(to: files.map(\.id)) {
            let now = clock.now()
            return try await database.read { session in
                let desk = try Desk(counter: self, session: session, actor: actor, now: now)
                return try desk.decidable(files, verdict).map { file in
                    let validity = Validity(
                        approvedOn: desk.today,
                        years: reference.figures.recognition.validityYears[desk.today]
                    )
                    return letters.write(try desk.decisionFacts(verdict, of: file, validity: validity))
                }
            }
        }
    }
}

extension Desk {
    /// The files, if this verdict may be given on all of them by this person now.
    func decidable(_ files: [SeenFile], _ verdict: Verdict) throws -> [ApplicationRecord] {
        let loaded = try files.map { try file($0.id, since: $0.version) }
        guard !loaded.isEmpty, Set(loaded.map(\.establishment)).count == 1 else { throw Refusal.notOneEstablishment }
        for file in loaded {
            try require(verdict.move.permission, subject(of: file))
            guard Lifecycle.application.arrow(from: file.status, by: verdict.move) != nil else {
                throw Refusal.notFrom(file.status)
            }
            try checkReasons(verdict)
            let problems = verdict.problems(judgements: try judgements(of: file))
            if !problems.isEmpty { throw Refusal.decision(problems) }
            if case .approve = verdict, let exclusion = try exclusion(of: file.company, file.establishment) {
                throw Refusal.excluded(until: exclusion.period.until)
            }
        }
        return loaded
    }

    private func judgements(
        of file: ApplicationRecord
    ) throws -> [(id: Identifier<Designation>, judgement: MentorJudgement)] {
        try session.designations(of: file.id).map { ($0.id, $0.judgement) }
    }

    private func checkReasons(_ verdict: Verdict) throws {
        guard case .reject(let main, let further, _) = verdict else { return }
        let known = Set(reference.rejectionReasons(on: today).map(\.code))
        for code in [main] + further where !known.contains(code) { throw Refusal.unknownCode(code.rawValue) }
    }

    mutating func decide(_ verdict: Verdict, on file: ApplicationRecord) throws {
        var file = file
        let (day, account) = (today, try account())
        try move(&file, verdict.move, note: verdict.motivation) {
            $0.decidedOn = day
            $0.decisionMode = .manual
            $0.decidedBy = account
            if case .reject(let main, let further, _) = verdict {
                $0.mainReason = main
                $0.furtherReasons = further
            }
        }
        var recognition: RecognitionRecord?
        if case .approve = verdict {
            let accepted = try session.designations(of: file.id).filter { $0.judgement == .accepted }
            recognition = try recognise(file, from: day, mentors: accepted)
        }
        try send(
            decisionFacts(verdict, of: file, validity: recognition?.validity),
            company: file.company,
            partnership: file.partnership,
            application: file.id,
            recognition: recognition?.id
        )
    }

    /// What the letter of a decision says, with the remedies and their term (R56).
    func decisionFacts(_ verdict: Verdict, of file: ApplicationRecord, validity: Validity?) throws -> LetterFacts {
        let designations = try session.designations(of: file.id)
        switch verdict {
        case .approve:
            var facts = try letterFacts(.approved, of: file)
            facts.effectiveOn = today
            facts.validity = validity
            facts.acceptedMentors = designations.filter { $0.judgement == .accepted }.map(\.mentor.name)
            facts.refusedMentors = designations.filter { $0.judgement == .refused }
                .map { ($0.mentor.name, $0.judgementReason ?? "") }
            return facts
        case .reject(let main, let further, let motivation):
            var facts = try letterFacts(.rejected, of: file)
            facts.effectiveOn = today
            facts.mainReason = reference.rejectionReason(main)?.label ?? main.rawValue
            facts.furtherReasons = further.map { reference.rejectionReason($0)?.label ?? $0.rawValue }
            facts.motivation = motivation
            facts.refusedMentors = designations.filter { $0.judgement == .refused }
                .map { ($0.mentor.name, $0.judgementReason ?? "") }
            return facts
        }
    }
}

extension Verdict {
    var move: ApplicationMove {
        switch self {
        case .approve: .approve
        case .reject: .reject
        }
    }

    var motivation: String? {
        switch self {
        case .approve: nil
        case .reject(_, _, let motivation): motivation
        }
    }
}
