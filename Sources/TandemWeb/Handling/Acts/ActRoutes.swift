package import Hummingbird
internal import HTTPTypes
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The acts on a file: each `POST` comes from a form on the page of the file, and leads back there.
package struct ActRoutes: Sendable {
    private let site: Site
    private var counter: Counter { site.counter }

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        addMoves(to: router)
        addFindings(to: router)
    }

    private func addMoves(to router: some RouterMethods<AppRequestContext>) {
        on(router, Addresses.takingUp, .takeUp) { file, sent in
            try await counter.takeUp(file, since: try sent.version(), by: sent.actor)
        }
        on(router, Addresses.incompleteness, .incomplete) { file, sent in
            let (version, reason) = (try sent.version(), try sent.reason())
            try await counter.markIncomplete(file, reason: reason, since: version, by: sent.actor)
        }
        on(router, Addresses.holding, .hold) { file, sent in
            let (version, reason) = (try sent.version(), try sent.reason())
            try await counter.hold(file, reason: reason, since: version, by: sent.actor)
        }
        on(router, Addresses.resumption, .resume) { file, sent in
            try await counter.resume(file, since: try sent.version(), by: sent.actor)
        }
        on(router, Addresses.assignment, .assign) { file, sent in
            let (version, handler) = (try sent.version(), try sent.handler())
            try await counter.assign(file, to: handler, since: version, by: sent.actor)
        }
    }

    private func addFindings(to router: some RouterMethods<AppRequestContext>) {
        on(router, Addresses.checks, .check) { file, sent in try await recordCheck(file, sent) }
        on(router, Addresses.ballot, .vote) { file, sent in
            let (vote, text) = try sent.opinion(of: Vote.self)
            try await counter.vote(vote, on: file, motivation: text, by: sent.actor)
        }
        on(router, Addresses.advice, .advice) { file, sent in
            let (verdict, text) = try sent.opinion(of: AdviceVerdict.self)
            try await counter.advise(verdict, on: file, motivation: text, by: sent.actor)
        }
        router.post(Addresses.judgement.pattern) { request, context in
            let (file, designation) = try Addresses.judgement.parameters(of: context)
            return try await perform(.judgement(Identifier(designation)), file, request, context) { file, sent in
                try await judge(Identifier(designation), of: file, sent)
            }
        }
        router.get(Addresses.judgement.pattern) { _, context in
            try back(to: Addresses.judgement.parameters(of: context).0)
        }
    }

    private func recordCheck(_ file: Identifier<RecognitionApplication>, _ sent: SentForm) async throws {
        let check = try sent.check()
        try await counter.recordCheck(
            check.kind,
            of: file,
            forWholeEstablishment: check.isForWholeEstablishment,
            on: check.day,
            note: check.note,
            by: sent.actor
        )
    }

    private func judge(
        _ designation: Identifier<Designation>,
        of file: Identifier<RecognitionApplication>,
        _ sent: SentForm
    ) async throws {
        let (version, finding) = (try sent.version(), try sent.finding())
        // A mentor of another file has no form on this one's page.
        let isOfFile = try await site.read { try $0.designation(designation)?.application == file }
        guard isOfFile else { throw Refusal.notFound }
        try await counter.judge(designation, finding, since: version, by: sent.actor)
    }
}

extension ActRoutes {
    private typealias Act = @Sendable (Identifier<RecognitionApplication>, SentForm) async throws -> Void

    /// Takes a form of one kind; who opens its address later, by hand or by history, comes to the file.
    private func on(
        _ router: some RouterMethods<AppRequestContext>,
        _ address: Address1<Int64>,
        _ form: FileForm,
        _ act: @escaping Act
    ) {
        router.post(address.pattern) { request, context in
            try await perform(form, try address.parameter(of: context), request, context, act)
        }
        router.get(address.pattern) { _, context in try back(to: address.parameter(of: context)) }
    }

    private func back(to file: Int64) -> Response { site.pages.redirect(to: Addresses.dossier.url(file)) }

    private func perform(
        _ form: FileForm,
        _ file: Int64,
        _ request: Request,
        _ context: AppRequestContext,
        _ act: Act
    ) async throws -> Response {
        let id = Identifier<RecognitionApplication>(file)
        let actor = try await site.reader(of: id, asking: form.act, context)
        do {
            try await act(id, SentForm(form: form, data: context.form, actor: actor))
            let url = "\(Addresses.dossier.url(file))#\(form.section.rawValue)"
            return site.pages.redirect(to: url, flash: .success(form.done))
        } catch let errors as FormErrors {
            return try await refuse(form, errors, id, actor, request, context)
        } catch let refusal as Refusal {
            return try await answer(refusal, to: form, id, actor, request, context)
        }
    }

    private func answer(
        _ refusal: Refusal,
        to form: FileForm,
        _ id: Identifier<RecognitionApplication>,
        _ actor: Actor,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        switch refusal.explanation.kind {
        case .conflict:
            let typed = context.form.all(form.field(.text)).filter { !$0.allSatisfy(\.isWhitespace) }
            return try await site.conflict(refusal, form.title, typed: typed, id, actor, request, context)
        case .invalid: return try await refuse(form, form.placed(FormErrors(refusal)), id, actor, request, context)
        case .notSignedIn, .notAllowed, .notFound, .tooLarge, .tooMany, .methodNotAllowed, .unavailable: throw refusal
        }
    }

    /// The page of the file again, with the form as it was typed and what is wrong.
    private func refuse(
        _ form: FileForm,
        _ errors: FormErrors,
        _ id: Identifier<RecognitionApplication>,
        _ actor: Actor,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let typed = TypedForm(form: form, data: context.form, errors: errors)
        return site.pages.refuse(try await site.fileScreen(id, for: actor, typed: typed), request, context)
    }
}

extension Site {
    /// The person who is signed in, if he may do this to this file.
    ///
    /// - Throws: ``NotSignedIn``, or ``Refusal``.
    func reader(
        of id: Identifier<RecognitionApplication>,
        asking act: Act,
        _ context: AppRequestContext
    ) async throws -> Actor {
        let (actor, today) = (try actor(context), today)
        let found = try await read { try $0.submittedFile(id, for: actor, on: today) }
        return try require(act, to: found.file.subject(mandates: found.mandates), context)
    }

    /// The page that says who was first.
    ///
    /// - Throws: ``Refusal``.
    func conflict(
        _ refusal: Refusal,
        _ act: Word,
        typed: [String],
        _ id: Identifier<RecognitionApplication>,
        _ actor: Actor,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let today = today
        let (file, events) = try await read {
            (try $0.submittedFile(id, for: actor, on: today).file, try $0.events(ofApplication: id))
        }
        let screen = ConflictScreen(
            file: file,
            presenter: presenter,
            act: act,
            text: refusal.explanation.text,
            events: events,
            typed: typed
        )
        return pages.show(screen, request, context, status: .conflict)
    }
}
