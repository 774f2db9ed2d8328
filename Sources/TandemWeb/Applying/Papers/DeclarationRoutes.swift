internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The routes of the step with the declaration of honour, for a draft and for a file that was sent back.
struct DeclarationRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        let step = Addresses.declarationStep
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
        router.get(Addresses.declarationText.pattern) { request, context in try await showText(request, context) }
    }

    private func show(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        guard !draft.files.isEmpty else { return site.toTrainings(draft) }
        let hasDeclared = draft.files.allSatisfy { $0.declaredOn != nil }
        let form = hasDeclared ? Form(filled: ["declares": "yes"]) : Form()
        return site.pages.show(screen(draft, actor, form), request, context)
    }

    private func screen(_ draft: Draft, _ actor: Actor, _ form: Form) -> DeclarationScreen {
        DeclarationScreen(
            presenter: site.presenter,
            draft: draft,
            isOwn: !draft.isMandated && actor.role.isOfCompany,
            form: form
        )
    }

    /// Keeps the tick or the signed papers and goes on; what still lacks is told on the overview.
    private func save(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        guard !draft.files.isEmpty else { return site.toTrainings(draft) }
        var errors = FormErrors()
        if screen(draft, actor, Form()).isOwn {
            guard context.form.has("declares") else {
                errors.add("declares", "papers.declaresMissing")
                return refuse(draft, actor, errors, request, context)
            }
            try await site.counter.declare([:], hasTicked: true, in: draft.edit, by: actor)
        } else {
            errors = try await keepSigned(draft, actor, context.form)
        }
        guard errors.isEmpty else {
            return refuse(try await site.draft(scope, actor), actor, errors, request, context)
        }
        return try await site.goOn(from: .declaration, draft, actor)
    }

    private func refuse(
        _ draft: Draft,
        _ actor: Actor,
        _ errors: FormErrors,
        _ request: Request,
        _ context: AppRequestContext
    ) -> Response {
        site.pages.refuse(screen(draft, actor, Form(context.form, errors: errors)), request, context)
    }

    /// Adds each signed declaration that was chosen; one that is refused does not keep the others out.
    private func keepSigned(_ draft: Draft, _ actor: Actor, _ form: FormData) async throws -> FormErrors {
        var errors = FormErrors()
        for file in draft.files {
            let field = DeclarationScreen.field(file.id)
            guard let upload = form.upload(field) else {
                if file.declaration == nil { errors.add(field, "papers.declarationMissing") }
                continue
            }
            do {
                try await site.counter.declare([file.id: upload], hasTicked: false, in: draft.edit, by: actor)
            } catch let refusal as Refusal where refusal.explanation.kind == .invalid {
                errors.add(field, refusal.explanation.text)
            }
        }
        return errors
    }

    private func showText(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.declarationText.parameter(of: context)
        let file = try await site.read { try $0.application(Identifier(id)) }
        guard let file else { throw Refusal.notFound }
        let isDraft = file.status == .draft
        let scope = isDraft ? file.bundle.map { FormScope.draft($0) } ?? .file(id) : .file(id)
        let draft = try await site.draft(scope, site.actor(context))
        let screen = DeclarationTextScreen(presenter: site.presenter, draft: draft, file: file)
        return site.pages.show(screen, request, context)
    }
}
