package import TandemDomain
internal import TandemStore

extension Counter {
    /// Finds a file complete and takes it into handling; who does becomes its handler where it has none.
    ///
    /// - Throws: ``Refusal``.
    package func takeUp(
        _ id: Identifier<RecognitionApplication>,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await applyingLaw(to: [id]) {
            try await act(by: actor) { desk in
                var file = try desk.file(id, since: version)
                let account = try desk.account()
                try desk.move(&file, .takeUp) { $0.handler = $0.handler ?? account }
            }
        }
    }

    /// Sends a file back as incomplete, with what has to be mended (R11).
    ///
    /// - Throws: ``Refusal``.
    package func markIncomplete(
        _ id: Identifier<RecognitionApplication>,
        reason: String,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await explained(id, .markIncomplete, .incomplete, reason: reason, since: version, by: actor)
    }

    /// Puts a file on hold: it cannot be handled for now, and its term stands still where the figures say so (R13).
    ///
    /// - Throws: ``Refusal``.
    package func hold(
        _ id: Identifier<RecognitionApplication>,
        reason: String,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await explained(id, .hold, .onHold, reason: reason, since: version, by: actor)
    }

    /// Takes a file that was on hold into handling again (R13).
    ///
    /// - Throws: ``Refusal``.
    package func resume(
        _ id: Identifier<RecognitionApplication>,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await applyingLaw(to: [id]) {
            try await act(by: actor) { desk in
                var file = try desk.file(id, since: version)
                try desk.move(&file, .resume)
                try desk.send(desk.letterFacts(.resumed, of: file), of: file)
            }
        }
    }

    /// Makes somebody the handler of a file, or takes him off.
    ///
    /// - Throws: ``Refusal``.
    package func assign(
        _ id: Identifier<RecognitionApplication>,
        to handler: Identifier<Account>?,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var file = try desk.file(id, since: version)
            try desk.require(.takeUp, desk.subject(of: file))
            guard file.status.isOpen else { throw Refusal.notFrom(file.status) }
            if let handler {
                let colleagues = try desk.session.handlers(of: file.partnership)
                guard colleagues.contains(where: { $0.account == handler }) else { throw Refusal.notFound }
            }
            file.handler = handler
            try desk.save(&file, act: "assigned")
        }
    }

    /// A move that the applicant is told with a reason.
    private func explained(
        _ id: Identifier<RecognitionApplication>,
        _ act: ApplicationMove,
        _ letter: LetterKind,
        reason: String,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await applyingLaw(to: [id]) {
            try await self.act(by: actor) { desk in
                if reason.allSatisfy(\.isWhitespace) { throw Refusal.reasonMissing }
                var file = try desk.file(id, since: version)
                try desk.move(&file, act, note: reason)
                var facts = try desk.letterFacts(letter, of: file)
                facts.motivation = reason
                try desk.send(facts, of: file)
            }
        }
    }
}
