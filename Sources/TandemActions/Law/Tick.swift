internal import Foundation
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
    /// After a standstill each act still takes effect on its own right day. Only one worker acts, whoever else runs.
    ///
    /// - Parameters:
    ///   - holder: who asks for the lease.
    ///   - goesOn: asked after each batch; a server that stops leaves the rest to another.
    /// - Returns: what was done, in the order in which it was.
    /// - Throws: ``Refusal`` or an error of the database; what was done before it stays done.
    package func tick(
        as holder: String = UUID().uuidString,
        while goesOn: @Sendable () -> Bool = { true }
    ) async throws -> TickReport {
        let now = clock.now()
        let today = WallClock.day(of: now)
        let isMine = try await database.write { session in
            try session.takeLease(Self.lease, holder: holder, now: now, for: Self.leaseMilliseconds)
        }
        var report = TickReport(day: today)
        guard isMine else {
            report.wasBusy = true
            return report
        }
        while true {
            let planned = try await plan(limit: Self.batch)
            if planned.isEmpty { break }
            try await carryOut(planned)
            report.acts += planned
            let renewedAt = clock.now()
            let stillMine = try await database.write { session in
                try session.takeLease(Self.lease, holder: holder, now: renewedAt, for: Self.leaseMilliseconds)
            }
            if !stillMine || !goesOn() { return report }
        }
        try await database.write { session in try session.finishLease(Self.lease, holder: holder, through: today) }
        return report
    }

    /// What a run would do today, without doing it.
    ///
    /// - Throws: an error of the database.
    package func planTick() async throws -> TickReport {
        var report = TickReport(day: clock.today())
        report.acts = try await plan(limit: .max)
        return report
    }

    /// The last day through which the law was applied.
    ///
    /// - Throws: an error of the database.
    package func lastTick() async throws -> Day? {
        try await database.read { try $0.leaseDoneThrough(Self.lease) }
    }

    private static let lease = "legal-clock"
    private static let leaseMilliseconds: Int64 = 60_000
    private static let batch = 200

    private func plan(limit: Int) async throws -> [LegalAct] {
        let now = clock.now()
        return try await database.read { session in
            let desk = try Desk(counter: self, session: session, actor: .law, now: now)
            let lapses = try desk.plannedLapses(limit: limit)
            if lapses.count == limit { return lapses }
            let withdrawals = try desk.plannedWithdrawals().prefix(limit - lapses.count)
            if lapses.count + withdrawals.count == limit { return lapses + withdrawals }
            let notices = try desk.plannedNotices(limit: limit - lapses.count - withdrawals.count)
            // Who reads that his recognition is withdrawn need not read that it ends soon.
            let withdrawn = Set(withdrawals.compactMap(\.recognition))
            let told = notices.filter { $0.recognition.map { !withdrawn.contains($0) } ?? true }
            let acts = lapses + withdrawals + told
            return try acts + desk.plannedRemovals(limit: limit - acts.count)
        }
    }

    /// Carries a batch out in one transaction.
    private func carryOut(_ acts: [LegalAct]) async throws {
        try await act(by: .law) { desk in
            for act in acts { try desk.carryOut(act) }
        }
    }
}

extension Desk {
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
