package import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Something that the law does by itself on a day.
package enum LegalAct: Hashable, Sendable {
    /// Approves a file whose term is over (R12).
    case lapse(Identifier<RecognitionApplication>, effectiveOn: Day)
    /// Withdraws a recognition without a valid mentor (R17).
    case withdrawWithoutMentor(Identifier<Recognition>, effectiveOn: Day)
    /// Tells that a recognition ends soon.
    case expiryNotice(Identifier<Recognition>, endsOn: Day)
    /// Removes the extract of a mentor after decision and term of appeal; verdict and day of issue stay (R75).
    case removeExtract(Identifier<Designation>)
}

extension LegalAct {
    /// The recognition it is about, where it is about one.
    var recognition: Identifier<Recognition>? {
        switch self {
        case .lapse, .removeExtract: nil
        case .withdrawWithoutMentor(let id, _), .expiryNotice(let id, _): id
        }
    }
}

/// What a run of the legal clock did, or would do.
package struct TickReport: Sendable {
    package let day: Day
    package var acts: [LegalAct] = []
    /// Whether another worker was at it; nothing was done then.
    package var wasBusy = false

    package init(day: Day) { self.day = day }
}

extension Counter {
    /// Applies what the law does by itself up to today; a second run on the same day does nothing.
    ///
    /// After a standstill each act still takes effect on its own right day. Only one worker acts at a time, on whichever
    /// server; where it dies another goes on. What is due is looked up in the transaction that carries it out, so that
    /// nothing is done twice even then.
    ///
    /// - Returns: what was done, in the order in which it was.
    /// - Throws: ``Refusal`` or an error of the database; what was done before it stays done.
    package func tick() async throws -> TickReport {
        var report = TickReport(day: clock.today())
        let acts = try await database.exclusively(Self.legalClock) { try await applyLaw() }
        report.acts = acts ?? []
        report.wasBusy = acts == nil
        return report
    }

    /// What a run would do today, without doing it.
    ///
    /// - Throws: an error of the database.
    package func planTick() async throws -> TickReport {
        var report = TickReport(day: clock.today())
        let now = clock.now()
        report.acts = try await database.read { session in
            try Desk(counter: self, session: session, actor: .law, now: now).plan(limit: .max)
        }
        return report
    }

    /// The last day through which the law was applied.
    ///
    /// - Throws: an error of the database.
    package func lastTick() async throws -> Day? {
        try await database.read { try $0.lastTick()?.through }
    }

    /// The name of the lock under which the law is applied.
    package static let legalClock = "legal-clock"
    private static let batch = 200

    /// Batch after batch, each in one transaction, until nothing is left.
    private func applyLaw() async throws -> [LegalAct] {
        var acts: [LegalAct] = []
        while true {
            let done = try await act(by: .law) { desk in
                let planned = try desk.plan(limit: Self.batch)
                for act in planned { try desk.carryOut(act) }
                if planned.isEmpty { try desk.session.noteTick(through: desk.today, at: desk.now) }
                return planned
            }
            if done.isEmpty { return acts }
            acts += done
        }
    }
}

extension Desk {
    /// What the law does today, the approvals first.
    func plan(limit: Int) throws -> [LegalAct] {
        let lapses = try plannedLapses(limit: limit)
        if lapses.count == limit { return lapses }
        let withdrawals = try plannedWithdrawals().prefix(limit - lapses.count)
        if lapses.count + withdrawals.count == limit { return lapses + withdrawals }
        let notices = try plannedNotices(limit: limit - lapses.count - withdrawals.count)
        // Who reads that his recognition is withdrawn need not read that it ends soon.
        let withdrawn = Set(withdrawals.compactMap(\.recognition))
        let told = notices.filter { $0.recognition.map { !withdrawn.contains($0) } ?? true }
        let acts = lapses + withdrawals + told
        return try acts + plannedRemovals(limit: limit - acts.count)
    }

    func plannedLapses(limit: Int) throws -> [LegalAct] {
        try session.applicationsDue(before: today, limit: limit).compactMap { id in
            let file = try file(id, since: nil)
            let steps = try session.clockSteps(of: id)
            guard case .lapsed(_, let effectiveOn) = clock(of: file).reading(of: steps, on: today).state else {
                return nil
            }
            return .lapse(id, effectiveOn: effectiveOn)
        }
    }

    func plannedWithdrawals() throws -> [LegalAct] {
        guard let ruleFrom = reference.figures.recognition.withdrawnWithoutMentor.start else { return [] }
        return try session.recognitionsWithoutMentor(on: today).compactMap { found in
            withdrawalForLackOfMentor(lastMentorLeftOn: found.since, ruleFrom: ruleFrom, on: today)
                .map { .withdrawWithoutMentor(found.recognition.id, effectiveOn: $0) }
        }
    }

    func plannedNotices(limit: Int) throws -> [LegalAct] {
        let months = reference.figures.recognition.expiryWarningMonths[today]
        return try session.recognitionsEnding(
            from: today,
            through: today.adding(months: months),
            without: LetterKind.expiryNotice.rawValue,
            limit: limit
        )
        .map { .expiryNotice($0.id, endsOn: $0.validity.until) }
    }

    /// Extracts whose file ended longer ago than the term of appeal and the time they are kept after it (R75).
    func plannedRemovals(limit: Int) throws -> [LegalAct] {
        let days = reference.figures.appeal.termDays[today] + reference.figures.mentor.extractRetentionDays[today]
        return try session.designationsWithExtract(endedThrough: today.adding(days: -days), limit: limit)
            .map { .removeExtract($0) }
    }

    private mutating func removeExtract(of id: Identifier<Designation>) throws {
        guard var designation = try session.designation(id), let extract = designation.extract else { return }
        designation.extract = nil
        try save(&designation, act: "extract_removed")
        try session.removeContentIfUnused(extract)
    }

    mutating func carryOut(_ act: LegalAct) throws {
        switch act {
        case .lapse(let id, _): _ = try lapse(id)
        case .withdrawWithoutMentor(let id, let day):
            var recognition = try recognition(id, since: nil)
            try end(&recognition, by: .withdrawWithoutMentor, kind: .noValidMentor, on: day, note: nil)
            try send(letterFacts(.withdrawnWithoutMentor, of: recognition), of: recognition)
        case .removeExtract(let id): try removeExtract(of: id)
        case .expiryNotice(let id, _):
            let recognition = try recognition(id, since: nil)
            try addTask(
                .expiryNotice,
                partnership: recognition.partnership,
                company: recognition.company,
                recognition: id
            )
            try send(letterFacts(.expiryNotice, of: recognition), of: recognition)
        }
    }
}
