internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The routes of the step with documents, for a draft and for a file that was sent back.
struct DocumentsRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        let step = Addresses.documentsStep
        router.get(step.draft.pattern) { request, context in
            try await show(.draft(try step.draft.parameter(of: context)), request, context)
        }
        router.post(step.draft.pattern) { request, context in
            try await save(.draft(try step.draft.parameter(of: context)), request, context)
        }
        router.get(step.file.pattern) { request, context in
            try await show(.file(try step.file.parameter(of: context)), request, context)
        }
        router.post(step.file.pattern) { request, context in
            try await save(.file(try step.file.parameter(of: context)), request, context)
        }
    }

    private func show(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let draft = try await site.draft(scope, site.actor(context))
        guard !draft.files.isEmpty else { return site.toTrainings(draft) }
        return site.pages.show(DocumentsScreen(presenter: site.presenter, draft: draft), request, context)
    }

    /// Keeps what was chosen, takes out what was asked, and stays or goes on.
    private func save(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        guard !draft.files.isEmpty else { return site.toTrainings(draft) }
        let errors = try await attach(context.form, to: draft, actor)
        if let attachment = Int64(context.form["remove"]) {
            try await site.counter.detach(attachment, in: draft.edit, by: actor)
        }
        guard errors.isEmpty else {
            let form = Form(context.form, errors: errors)
            let screen = DocumentsScreen(
                presenter: site.presenter,
                draft: try await site.draft(scope, actor),
                form: form
            )
            return site.pages.refuse(screen, request, context)
        }
        let stays = context.form.has("remove") || context.form.has("stay")
        return try await site.goOn(from: .documents, stays: stays, draft, actor)
    }

    /// Adds each file that was chosen; one that is refused does not keep the others out.
    private func attach(_ form: FormData, to draft: Draft, _ actor: Actor) async throws -> FormErrors {
        var errors = FormErrors()
        for requirement in draft.requirements(site.reference, on: site.today) {
            let field = DocumentsScreen.field(requirement.code)
            guard let upload = form.upload(field) else { continue }
            do {
                try await site.counter.attach(upload, as: requirement.code, to: draft.edit, by: actor)
            } catch let refusal as Refusal where refusal.explanation.kind == .invalid {
                errors.add(field, refusal.explanation.text)
            }
        }
        return errors
    }
}

extension Site {
    /// The next page after a step was saved; a draft remembers how far it came.
    func goOn(
        from step: BundleStep,
        stays: Bool = false,
        _ draft: Draft,
        _ actor: Actor
    ) async throws -> Response {
        let all = draft.scope.steps
        let index = all.firstIndex(of: step) ?? 0
        guard !stays, index + 1 < all.count else {
            return pages.redirect(to: draft.scope.url(of: step), flash: .success("papers.saved"))
        }
        let next = all[index + 1]
        if case .draft(let id) = draft.scope { try await counter.reachStep(next, ofBundle: id, by: actor) }
        return pages.redirect(to: draft.scope.url(of: next))
    }

    /// A draft without trainings has nothing to add documents or mentors to.
    func toTrainings(_ draft: Draft) -> Response {
        pages.redirect(
            to: draft.scope.url(of: draft.establishment == nil ? .establishment : .trainings),
            flash: .info("refusal.trainingMissing")
        )
    }
}
