package import TandemDomain
internal import TandemStore

extension Counter {
    /// Records guidance given to a workplace, which comes before any sanction (R21).
    ///
    /// - Throws: ``Refusal``.
    package func recordGuidance(
        of id: Identifier<Recognition>,
        on day: Day,
        note: String,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let recognition = try desk.recognition(id, since: nil)
            try desk.require(.recordGuidance, desk.subject(of: recognition))
            try desk.requireRunning(recognition)
            if note.allSatisfy(\.isWhitespace) { throw Refusal.reasonMissing }
            if day > desk.today { throw Refusal.dayInFuture }
            let guidance = try desk.session.addGuidance(to: id, on: day, by: desk.account(), note: note)
            try desk.record(.guidance, guidance, act: "recorded", on: day)
        }
    }

    /// Withdraws a recognition (*opheffing*), after guidance or for an urgent reason (R19, R21).
    ///
    /// - Throws: ``Refusal/sanction(_:)`` with what keeps it from being imposed, or another ``Refusal``.
    package func withdraw(
        _ id: Identifier<Recognition>,
        _ ground: WithdrawalGround,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var recognition = try desk.recognition(id, since: version)
            let guidance = try desk.session.guidance(of: id).map(\.heldOn)
            let problems = ground.problems(guidanceOn: guidance, on: desk.today)
            try desk.require(.withdraw, desk.subject(of: recognition))
            if !problems.isEmpty { throw Refusal.sanction(problems) }
            try desk.end(
                &recognition,
                by: .withdraw,
                kind: ground.isUrgent ? .urgentReason : .afterGuidance,
                on: desk.today,
                note: ground.motivation
            )
            var facts = try desk.letterFacts(.withdrawn, of: recognition)
            facts.motivation = ground.motivation
            try desk.send(facts, of: recognition)
        }
    }

    /// Excludes an establishment or a whole company for a time or for good: all its recognitions are withdrawn (R20).
    ///
    /// Without an establishment it is the whole company; without a last day it is for good.
    ///
    /// - Returns: how many recognitions were withdrawn with it.
    /// - Throws: ``Refusal``.
    package func exclude(
        _ company: Identifier<Company>,
        establishment: Identifier<Establishment>?,
        until: Day?,
        _ ground: WithdrawalGround,
        through recognition: Identifier<Recognition>,
        by actor: Actor
    ) async throws -> Int {
        try await act(by: actor) { desk in
            let cause = try desk.recognition(recognition, since: nil)
            try desk.require(.exclude, desk.subject(of: cause))
            guard cause.company == company, establishment.map({ $0 == cause.establishment }) ?? true else {
                throw Refusal.notFound
            }
            guard let period = Period(from: desk.today, until: until) else { throw Refusal.periodReversed }
            let guidance = try desk.session.guidance(of: recognition).map(\.heldOn)
            let problems = ground.problems(guidanceOn: guidance, on: desk.today)
            if !problems.isEmpty { throw Refusal.sanction(problems) }
            let exclusion = Exclusion(company: company, establishment: establishment, period: period)
            return try desk.impose(exclusion, ground, through: cause)
        }
    }

    /// Discontinues the recognitions of a company or establishment that the company register reports as ended (R18).
    ///
    /// Without an establishment the whole company ended; the source names what reported it, such as an extract.
    ///
    /// - Returns: how many recognitions were discontinued.
    /// - Throws: ``Refusal``.
    package func discontinue(
        _ company: Identifier<Company>,
        establishment: Identifier<Establishment>?,
        endedOn day: Day,
        source: String
    ) async throws -> Int {
        try await act(by: .law) { desk in
            try desk.discontinue(company, establishment: establishment, endedOn: day, source: source)
        }
    }
}

extension Desk {
    func requireRunning(_ recognition: RecognitionRecord) throws {
        let state = recognition.state(on: today)
        guard state == .approved else { throw Refusal.recognitionNotFrom(state) }
    }

    /// Ends a recognition along an arrow of its lifecycle, and leaves the task for its agreements (R18, R19).
    mutating func end(
        _ recognition: inout RecognitionRecord,
        by act: RecognitionMove,
        kind: RecognitionEnd,
        on day: Day,
        note: String?
    ) throws {
        try require(act.permission, subject(of: recognition))
        guard let arrow = Lifecycle.recognition.arrow(from: recognition.status, by: act),
            recognition.state(on: day) == .approved
        else { throw Refusal.recognitionNotFrom(recognition.state(on: day)) }
        guard arrow.roles.contains(actor.role) else { throw Refusal.notAllowed }
        recognition.status = arrow.to
        recognition.endedOn = day
        recognition.endKind = kind
        try save(&recognition, act: act.rawValue, on: day, note: note)
        try addTask(
            .endRunningAgreements,
            partnership: recognition.partnership,
            company: recognition.company,
            recognition: recognition.id
        )
    }

    /// Discontinues what was approved and valid on the day of the end (R18), and not before a recognition began.
    ///
    /// - Returns: how many recognitions were discontinued.
    mutating func discontinue(
        _ company: Identifier<Company>,
        establishment: Identifier<Establishment>?,
        endedOn day: Day,
        source: String
    ) throws -> Int {
        var count = 0
        for var recognition in try recognitions(of: company, at: establishment) {
            let end = max(day, recognition.validity.from)
            guard recognition.status == .approved, recognition.state(on: end) == .approved, end <= today else {
                continue
            }
            try self.end(&recognition, by: .discontinue, kind: .register, on: end, note: source)
            try send(letterFacts(.discontinued, of: recognition), of: recognition)
            count += 1
        }
        return count
    }

    func runningRecognitions(
        of company: Identifier<Company>,
        at establishment: Identifier<Establishment>?
    ) throws -> [RecognitionRecord] {
        try recognitions(of: company, at: establishment).filter { $0.state(on: today) == .approved }
    }

    private func recognitions(
        of company: Identifier<Company>,
        at establishment: Identifier<Establishment>?
    ) throws -> [RecognitionRecord] {
        let all =
            try establishment.map { try session.recognitions(at: $0) }
            ?? session.recognitions(of: company, limit: .max)
        return all.filter { $0.company == company }
    }

    /// Writes an exclusion and withdraws every recognition it hits; one letter tells of them all.
    fileprivate mutating func impose(
        _ exclusion: Exclusion,
        _ ground: WithdrawalGround,
        through cause: RecognitionRecord
    ) throws -> Int {
        let id = try session.add(
            exclusion,
            isUrgent: ground.isUrgent,
            motivation: ground.motivation,
            by: account()
        )
        try record(.exclusion, id, act: "imposed")
        let hit = try runningRecognitions(of: exclusion.company, at: exclusion.establishment)
        for var recognition in hit {
            try withdrawByExclusion(&recognition, note: ground.motivation)
        }
        var facts = try letterFacts(.excluded, of: cause)
        facts.motivation = ground.motivation
        facts.excludedUntil = exclusion.period.until
        facts.isWholeCompanyExcluded = exclusion.establishment == nil
        facts.effectiveOn = today
        try send(facts, of: cause)
        return hit.count
    }

    /// An exclusion of a company reaches over the files of other partnerships; its own permission was asked before.
    private mutating func withdrawByExclusion(_ recognition: inout RecognitionRecord, note: String) throws {
        guard let arrow = Lifecycle.recognition.arrow(from: recognition.status, by: .withdrawByExclusion) else {
            throw Refusal.recognitionNotFrom(recognition.state(on: today))
        }
        recognition.status = arrow.to
        recognition.endedOn = today
        recognition.endKind = .exclusion
        try save(&recognition, act: RecognitionMove.withdrawByExclusion.rawValue, note: note)
        try addTask(
            .endRunningAgreements,
            partnership: recognition.partnership,
            company: recognition.company,
            recognition: recognition.id
        )
    }
}
