internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The routes of the step with mentors, for a draft and for a file that was sent back.
struct MentorsRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        add(to: router, Addresses.mentorsStep, get: list, post: goOn)
        add(to: router, Addresses.newMentorStep, get: showNew, post: addMentor)
        add(to: router, Addresses.mentorItem, get: edit, post: save)
        add(to: router, Addresses.mentorRemoval, get: nil, post: remove)
        add(to: router, Addresses.knownMentor, get: nil, post: proposeAgain)
    }

    private typealias Handler = @Sendable (FormScope, Request, AppRequestContext) async throws -> Response
    private typealias ItemHandler = @Sendable (FormScope, Int64, Request, AppRequestContext) async throws -> Response

    private func add(
        to router: some RouterMethods<AppRequestContext>,
        _ step: StepAddress,
        get: @escaping Handler,
        post: @escaping Handler
    ) {
        router.get(step.draft.pattern) { try await get(.draft(try step.draft.parameter(of: $1)), $0, $1) }
        router.post(step.draft.pattern) { try await post(.draft(try step.draft.parameter(of: $1)), $0, $1) }
        router.get(step.file.pattern) { try await get(.file(try step.file.parameter(of: $1)), $0, $1) }
        router.post(step.file.pattern) { try await post(.file(try step.file.parameter(of: $1)), $0, $1) }
    }

    private func add(
        to router: some RouterMethods<AppRequestContext>,
        _ step: StepItemAddress,
        get: ItemHandler?,
        post: @escaping ItemHandler
    ) {
        for (address, isDraft) in [(step.draft, true), (step.file, false)] {
            let handle: @Sendable (ItemHandler, Request, AppRequestContext) async throws -> Response = {
                let (id, item) = try address.parameters(of: $2)
                return try await $0(isDraft ? .draft(id) : .file(id), item, $1, $2)
            }
            if let get { router.get(address.pattern) { try await handle(get, $0, $1) } }
            router.post(address.pattern) { try await handle(post, $0, $1) }
        }
    }
}

extension MentorsRoutes {
    @Sendable
    private func list(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let draft = try await site.draft(scope, site.actor(context))
        guard !draft.files.isEmpty else { return site.toTrainings(draft) }
        let proposed = Set(draft.designations.map(\.mentor.id))
        let known = try await site.read { session in
            let last = try session.lastDesignations(at: draft.company.id)
            return try session.mentors(of: draft.company.id).filter { !proposed.contains($0.id) }
                .map { mentor in KnownMentor(mentor: mentor, last: last.first { $0.mentor.id == mentor.id }) }
        }
        let screen = MentorsScreen(presenter: site.presenter, draft: draft, known: known)
        return site.pages.show(screen, request, context)
    }

    @Sendable
    private func goOn(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        return try await site.goOn(from: .mentors, site.draft(scope, actor), actor)
    }

    @Sendable
    private func proposeAgain(
        _ scope: FormScope,
        _ item: Int64,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        try await site.counter.designateAgain(Identifier(item), in: draft.edit, by: actor)
        return site.pages.redirect(to: Addresses.mentorsStep.url(scope), flash: .success("papers.mentorAdded"))
    }

    @Sendable
    private func remove(
        _ scope: FormScope,
        _ item: Int64,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        try await site.counter.removeDesignation(Identifier(item), in: draft.edit, by: actor)
        return site.pages.redirect(to: Addresses.mentorsStep.url(scope), flash: .success("papers.mentorRemoved"))
    }
}

extension MentorsRoutes {
    @Sendable
    private func showNew(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let draft = try await site.draft(scope, site.actor(context))
        guard !draft.files.isEmpty else { return site.toTrainings(draft) }
        let screen = MentorFormScreen(presenter: site.presenter, draft: draft, designation: nil)
        return site.pages.show(screen, request, context)
    }

    @Sendable
    private func addMentor(
        _ scope: FormScope,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        do {
            let (proposal, papers) = try mentor(in: context.form)
            try await site.counter.designate(proposal, papers, in: draft.edit, by: actor)
            return site.pages.redirect(to: Addresses.mentorsStep.url(scope), flash: .success("papers.mentorAdded"))
        } catch {
            let form = Form(context.form, errors: try paperErrors(error, context.form))
            let screen = MentorFormScreen(presenter: site.presenter, draft: draft, designation: nil, form: form)
            return site.pages.refuse(screen, request, context)
        }
    }

    /// Everything that was typed of a new mentor, or everything that is wrong with it.
    private func mentor(in form: FormData) throws -> (MentorProposal, MentorPapers) {
        var reader = FormReader(form)
        let proposal = Result { try reader.mentorProposal() }
        let papers = Result { try reader.mentorPapers() }
        guard reader.errors.isEmpty else { throw reader.errors }
        return (try proposal.get(), try papers.get())
    }

    @Sendable
    private func edit(
        _ scope: FormScope,
        _ item: Int64,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let draft = try await site.draft(scope, site.actor(context))
        let designation = try designation(item, in: draft)
        let form = Form(designation.formData)
        let screen = MentorFormScreen(presenter: site.presenter, draft: draft, designation: designation, form: form)
        return site.pages.show(screen, request, context)
    }

    @Sendable
    private func save(
        _ scope: FormScope,
        _ item: Int64,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let actor = try site.actor(context)
        let draft = try await site.draft(scope, actor)
        let designation = try designation(item, in: draft)
        do {
            var reader = FormReader(context.form)
            let papers = try reader.mentorPapers()
            try await site.counter.changeDesignation(designation.id, papers, in: draft.edit, by: actor)
            return site.pages.redirect(to: Addresses.mentorsStep.url(scope), flash: .success("papers.mentorSaved"))
        } catch {
            let form = Form(context.form, errors: try paperErrors(error, context.form))
            let screen = MentorFormScreen(
                presenter: site.presenter,
                draft: draft,
                designation: designation,
                form: form
            )
            return site.pages.refuse(screen, request, context)
        }
    }

    private func designation(_ item: Int64, in draft: Draft) throws -> DesignationRecord {
        guard let found = draft.designations.first(where: { $0.id.rawValue == item }) else { throw Refusal.notFound }
        return found
    }

    /// What is wrong, beside the field of the file that was refused: the acts know only that it is a file.
    private func paperErrors(_ error: any Error, _ form: FormData) throws -> FormErrors {
        let errors = try formErrors(error)
        guard let entry = errors.entries.first, entry.field == "file" else { return errors }
        let proofIsWrong = form.upload("proof").map { MediaType(of: $0.bytes) == nil } ?? false
        return FormErrors(proofIsWrong ? "proof" : "extract", entry.text)
    }
}
