package import TandemDomain
internal import TandemStore

extension Counter {
    /// Records a check that was made: for the file, or for its establishment as a whole (table 2).
    ///
    /// - Throws: ``Refusal``.
    package func recordCheck(
        _ kind: CheckKind,
        of id: Identifier<RecognitionApplication>,
        forWholeEstablishment: Bool,
        on day: Day,
        note: String,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let file = try desk.file(id, since: nil)
            try desk.require(.recordCheck, desk.subject(of: file))
            guard let establishment = file.establishment, file.submittedOn != nil else {
                throw Refusal.notFrom(file.status)
            }
            if day > desk.today { throw Refusal.dayInFuture }
            let check = try desk.session.addCheck(
                kind,
                of: forWholeEstablishment ? nil : id,
                at: establishment,
                partnership: file.partnership,
                on: day,
                by: desk.account(),
                note: note
            )
            try desk.record(.check, check, act: "recorded", on: day)
        }
    }

    /// Casts the vote of a social partner, or changes it while the file is open (R74).
    ///
    /// - Throws: ``Refusal``.
    package func vote(
        _ vote: Vote,
        on id: Identifier<RecognitionApplication>,
        motivation: String,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let file = try desk.file(id, since: nil)
            try desk.require(.vote, desk.subject(of: file))
            guard file.status == .submitted || file.status == .inProcess else { throw Refusal.notFrom(file.status) }
            if vote == .against, motivation.allSatisfy(\.isWhitespace) { throw Refusal.reasonMissing }
            let cast = try desk.session.castVote(
                vote,
                on: id,
                by: desk.account(),
                motivation: motivation,
                day: desk.today
            )
            try desk.record(.vote, cast.id, version: cast.version, act: "cast")
        }
    }

    /// Gives the advice that was asked of the sector whose training it is.
    ///
    /// - Throws: ``Refusal``.
    package func advise(
        _ verdict: AdviceVerdict,
        on id: Identifier<RecognitionApplication>,
        motivation: String,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let file = try desk.file(id, since: nil)
            try desk.require(.advise, desk.subject(of: file))
            guard file.status.isOpen else { throw Refusal.notFrom(file.status) }
            if motivation.allSatisfy(\.isWhitespace) { throw Refusal.reasonMissing }
            let asked = try desk.session.advices(on: id).first { $0.partnership == actor.partnership }
            guard let asked else { throw Refusal.notFound }
            let isGiven = try desk.session.giveAdvice(
                asked.id,
                verdict,
                motivation: motivation,
                by: desk.account(),
                on: desk.today,
                since: asked.version
            )
            guard isGiven else { throw try desk.changedMeanwhile(.advice, asked.id) }
            try desk.record(.advice, asked.id, version: asked.version + 1, act: "given")
        }
    }

    /// Settles a task.
    ///
    /// - Throws: ``Refusal``.
    package func settleTask(_ id: Int64, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            guard let task = try desk.session.task(id) else { throw Refusal.notFound }
            try desk.require(.settleTask, Subject(company: task.company, competent: task.partnership))
            guard try desk.session.settleTask(id, by: desk.account(), on: desk.today) else {
                throw try desk.changedMeanwhile(.task, id)
            }
            try desk.record(.task, id, version: task.version + 1, act: "settled")
        }
    }
}
