package import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// `/dossiers/{id}/beslissing`: choose, read the letters, and only then decide.
package struct DecisionRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.decision.pattern) { request, context in
            let desk = try await desk(context)
            return site.pages.show(screen(desk, form: nil), request, context)
        }
        router.post(Addresses.decision.pattern) { request, context in
            let desk = try await desk(context)
            if context.form.has("change") {
                return site.pages.show(screen(desk, form: Form(context.form)), request, context)
            }
            return try await take(desk, request, context)
        }
    }

    /// What one person is about to decide on.
    private struct Desk: Sendable {
        let file: ApplicationRecord
        let decisionCase: DecisionCase
        let moves: [ApplicationMove]
        let actor: Actor
    }

    /// The file, for who may decide on it; where nothing is to be decided any more, the reason why.
    private func desk(_ context: AppRequestContext) async throws -> Desk {
        let id = Identifier<RecognitionApplication>(try Addresses.decision.parameter(of: context))
        let actor = try await site.reader(of: id, asking: .approve, context)
        let today = site.today
        let (decisionCase, mandates) = try await site.read { session in
            let found = try session.decisionCase(id, for: actor, on: today)
            return (found, try found.map { try session.mandates(of: $0.company.id) } ?? [])
        }
        guard let decisionCase, let file = decisionCase.first else { throw Refusal.notFound }
        let moves = file.verdicts(of: actor, mandates: mandates, on: today)
        if moves.isEmpty, context.form.values.isEmpty { throw Refusal.notFrom(file.status) }
        return Desk(file: file, decisionCase: decisionCase, moves: moves, actor: actor)
    }

    private func screen(_ desk: Desk, form: Form?) -> DecisionScreen {
        DecisionScreen(
            file: desk.file,
            decisionCase: desk.decisionCase,
            moves: desk.moves,
            presenter: site.presenter,
            form: form
        )
    }

    /// Shows the letters or, where they were read, sends them and decides.
    private func take(_ desk: Desk, _ request: Request, _ context: AppRequestContext) async throws -> Response {
        let sent = SentDecision(data: context.form)
        do {
            let (files, verdict) = (try sent.files(besides: desk.file.id), try sent.verdict())
            guard context.form.has("confirm") else {
                return try await preview(verdict, files, desk, request, context)
            }
            try await site.counter.decide(verdict, on: files, by: desk.actor)
            let url = Addresses.dossier.url(desk.file.id.rawValue)
            return site.pages.redirect(to: url, flash: .success(done(verdict, count: files.count)))
        } catch let errors as FormErrors {
            return refuse(desk, errors, request, context)
        } catch let refusal as Refusal {
            return try await answer(refusal, desk, request, context)
        }
    }

    private func preview(
        _ verdict: Verdict,
        _ files: [SeenFile],
        _ desk: Desk,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let letters = try await site.counter.previewDecision(verdict, on: files, by: desk.actor)
        let records = files.compactMap { seen in desk.decisionCase.candidates.first { $0.file.id == seen.id }?.file }
        let screen = DecisionPreviewScreen(
            file: desk.file,
            company: desk.decisionCase.company,
            verdict: verdict,
            letters: Array(zip(records, letters)).map { (file: $0.0, text: $0.1) },
            data: context.form,
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context)
    }

    private func done(_ verdict: Verdict, count: Int) -> Word {
        switch verdict {
        case .approve: Word("handlingDecision.approved", count: count)
        case .reject: Word("handlingDecision.rejected", count: count)
        }
    }
}

extension DecisionRoutes {
    private func refuse(
        _ desk: Desk,
        _ errors: FormErrors,
        _ request: Request,
        _ context: AppRequestContext
    ) -> Response {
        site.pages.refuse(screen(desk, form: Form(context.form, errors: errors)), request, context)
    }

    private func answer(
        _ refusal: Refusal,
        _ desk: Desk,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        switch refusal {
        case .decision: return refuse(desk, problems(of: context.form, in: desk), request, context)
        case .excluded, .unknownCode, .notOneEstablishment:
            return refuse(desk, FormErrors("verdict", refusal.explanation.text), request, context)
        case .changedMeanwhile, .decidedByLaw, .notFrom:
            let typed = context.form.all("motivation").filter { !$0.allSatisfy(\.isWhitespace) }
            let label: Word = "handlingDecision.motivation"
            return try await site.conflict(refusal, label, typed: typed, desk.file.id, desk.actor, request, context)
        case .notAllowed, .notFound, .recognitionNotFrom, .lacks, .acceptance, .sanction, .reasonMissing, .numberInUse,
            .mentorTwice, .mentorTooYoung, .establishmentOfOther, .numberTaken, .documentKind, .documentSize,
            .documentEmpty, .trainingMissing, .periodReversed, .dayInFuture, .renewalTooEarly, .claimedBy,
            .doNotCall, .prospectNotFrom, .dayNotAhead:
            throw refusal
        }
    }

    /// What keeps the decision from being taken, file by file where there are several.
    private func problems(of form: FormData, in desk: Desk) -> FormErrors {
        let sent = SentDecision(data: form)
        guard let verdict = try? sent.verdict(), let files = try? sent.files(besides: desk.file.id) else {
            return FormErrors()
        }
        let chosen = desk.decisionCase.candidates.filter { candidate in files.contains { $0.id == candidate.file.id } }
        var errors = FormErrors()
        for candidate in chosen {
            for problem in candidate.problems(of: verdict).map(decisionWord) {
                let text = worded(problem, candidate.file, isAlone: chosen.count == 1)
                // Several mentors who wait are one problem.
                if !errors.entries.contains(where: { $0.text == text }) { errors.add("verdict", text) }
            }
        }
        return errors
    }

    private func worded(_ problem: Word, _ file: ApplicationRecord, isAlone: Bool) -> Word {
        if isAlone { return problem }
        let text = site.pages.renderer.words(problem)
        return Word("handlingDecision.problemOfFile", ["number": site.presenter.fileNumber(file.id), "problem": text])
    }
}
