internal import HTTPTypes
internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// One prospect, and the acts on it: each `POST` comes from a form on its page, and leads back there.
struct ProspectRoutes: Sendable {
    let site: Site

    private var counter: Counter { site.counter }

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.prospect.pattern) { request, context in
            let actor = try site.require(.readRadar, to: .register, context)
            let id = Identifier<Prospect>(try Addresses.prospect.parameter(of: context))
            let page = try await site.prospectPage(id, for: actor)
            let screen = ProspectScreen(page: page, actor: actor, presenter: site.presenter)
            return site.pages.show(screen, request, context)
        }
        addForms(to: router)
        addButtons(to: router)
    }

    private func addForms(to router: some RouterMethods<AppRequestContext>) {
        on(router, .contact) { id, sent, actor in
            let (version, contact) = (try sent.version(), try sent.contact())
            try await counter.recordContact(
                with: id,
                contact.note,
                contact.result,
                next: contact.next,
                since: version,
                by: actor
            )
        }
        on(router, .plan) { id, sent, actor in
            let (version, next) = (try sent.version(), try sent.plan())
            try await counter.plan(id, next, since: version, by: actor)
        }
        on(router, .later) { id, sent, actor in
            let (version, later) = (try sent.version(), try sent.later())
            try await counter.postpone(id, until: later.day, step: later.step, since: version, by: actor)
        }
        on(router, .refusal) { id, sent, actor in
            let (version, refusal) = (try sent.version(), try sent.refusal())
            try await counter.refuse(id, refusal.ground, note: refusal.text, since: version, by: actor)
        }
        on(router, .assignment) { id, sent, actor in
            let (version, colleague) = (try sent.version(), try sent.colleague())
            try await counter.assign(id, to: colleague, since: version, by: actor)
        }
        on(router, .link) { id, sent, actor in
            let (version, application) = (try sent.version(), try sent.application())
            try await counter.link(id, to: application, since: version, by: actor)
        }
        on(router, .doNotCall) { id, sent, actor in
            let asked = try sent.doNotCall()
            guard let prospect = try await site.read({ try $0.prospect(id) }) else { throw Refusal.notFound }
            let target: CallTarget =
                asked.isWhole ? .company(prospect.enterprise) : .establishment(prospect.establishment)
            try await counter.doNotCall(target, reason: asked.reason, by: actor)
        }
    }

    private func addButtons(to router: some RouterMethods<AppRequestContext>) {
        onButton(router, Addresses.prospectClaim, "prospects.claimed") { id, _, actor in
            try await counter.claim(id, by: actor)
        }
        onButton(router, Addresses.prospectRelease, "prospects.released") { id, version, actor in
            try await counter.release(id, since: version, by: actor)
        }
        onButton(router, Addresses.prospectReopening, "prospects.reopened") { id, version, actor in
            try await counter.reopen(id, since: version, by: actor)
        }
        router.post(Addresses.liftDoNotCall.pattern) { _, context in
            let actor = try site.require(.prospect, to: .register, context)
            let (id, record) = try Addresses.liftDoNotCall.parameters(of: context)
            try await counter.liftDoNotCall(record, since: Int(context.form["version"]), by: actor)
            return site.pages.redirect(to: Addresses.prospect.url(id), flash: .success("prospects.lifted"))
        }
    }
}

extension ProspectRoutes {
    private typealias Act = @Sendable (Identifier<Prospect>, SentProspectForm, Actor) async throws -> Void

    /// Takes a form of one kind; who opens its address later, by hand or by history, comes to the prospect.
    private func on(_ router: some RouterMethods<AppRequestContext>, _ form: ProspectForm, _ act: @escaping Act) {
        router.post(form.address.pattern) { request, context in
            try await perform(form, request, context, act)
        }
        router.get(form.address.pattern) { _, context in
            site.pages.redirect(to: Addresses.prospect.url(try form.address.parameter(of: context)))
        }
    }

    private func onButton(
        _ router: some RouterMethods<AppRequestContext>,
        _ address: Address1<Int64>,
        _ done: Word,
        _ act: @escaping @Sendable (Identifier<Prospect>, Int?, Actor) async throws -> Void
    ) {
        router.post(address.pattern) { _, context in
            let actor = try site.require(.prospect, to: .register, context)
            let id = try address.parameter(of: context)
            try await act(Identifier(id), Int(context.form["version"]), actor)
            return site.pages.redirect(to: Addresses.prospect.url(id), flash: .success(done))
        }
    }

    private func perform(
        _ form: ProspectForm,
        _ request: Request,
        _ context: AppRequestContext,
        _ act: Act
    ) async throws -> Response {
        let actor = try site.require(.prospect, to: .register, context)
        let id = Identifier<Prospect>(try form.address.parameter(of: context))
        let sent = SentProspectForm(form: form, data: context.form, sector: try await sector(of: id))
        do {
            try await act(id, sent, actor)
            return site.pages.redirect(to: Addresses.prospect.url(id.rawValue), flash: .success(form.done))
        } catch let errors as FormErrors {
            return try await refuse(form, errors, id, actor, request, context, status: .unprocessableContent)
        } catch let refusal as Refusal {
            return try await answer(refusal, to: form, id, actor, request, context)
        }
    }

    /// The sector that submitted the training, under which a covenant counts the contact (R68).
    private func sector(of id: Identifier<Prospect>) async throws -> PartnershipCode? {
        guard let prospect = try await site.read({ try $0.prospect(id) }) else { throw Refusal.notFound }
        return site.reference.training(prospect.training)?.submittingSector
    }

    /// What was typed stays, beside what is there now: saving again is a choice.
    private func answer(
        _ refusal: Refusal,
        to form: ProspectForm,
        _ id: Identifier<Prospect>,
        _ actor: Actor,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        switch refusal.explanation.kind {
        case .conflict:
            return try await refuse(form, form.placed(refusal), id, actor, request, context, status: .conflict)
        case .invalid:
            return try await refuse(
                form,
                form.placed(refusal),
                id,
                actor,
                request,
                context,
                status: .unprocessableContent
            )
        case .notSignedIn, .notAllowed, .notFound, .tooLarge, .tooMany, .methodNotAllowed, .unavailable: throw refusal
        }
    }

    private func refuse(
        _ form: ProspectForm,
        _ errors: FormErrors,
        _ id: Identifier<Prospect>,
        _ actor: Actor,
        _ request: Request,
        _ context: AppRequestContext,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let page = try await site.prospectPage(id, for: actor)
        let version = status == .conflict ? nil : context.form["version"]
        let typed = TypedProspectForm(form: form, data: context.form, errors: errors, version: version)
        let screen = ProspectScreen(page: page, actor: actor, presenter: site.presenter, typed: typed)
        return site.pages.show(screen, request, context, status: status)
    }
}
