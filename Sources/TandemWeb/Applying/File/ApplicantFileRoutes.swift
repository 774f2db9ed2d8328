internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The routes of a file for who applied: see it, submit it again, call it off.
struct ApplicantFileRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.applicantFile.pattern) { request, context in try await show(request, context) }
        router.post(Addresses.resubmission.pattern) { _, context in try await resubmit(context) }
        router.get(Addresses.cancellation.pattern) { request, context in try await confirm(request, context) }
        router.post(Addresses.cancellation.pattern) { _, context in try await cancel(context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (own, actor) = try await own(context)
        if own.file.status == .draft, let bundle = own.file.bundle {
            return site.pages.redirect(to: Addresses.draftOverview.url(bundle))
        }
        let moves = moves(own, actor)
        let lacks = moves.contains(.resubmit) ? try await lacks(of: own, actor) : []
        let clock = site.counter.legalClock(submittedOn: own.file.submittedOn ?? site.today)
        let screen = ApplicantFileScreen(
            presenter: site.presenter,
            own: own,
            reading: clock.reading(of: own.clockSteps, on: site.today),
            moves: moves,
            lacks: lacks,
            mayManage: actor.may(.manageCompany, to: own.subject, on: site.today)
        )
        return site.pages.show(screen, request, context)
    }

    private func lacks(of own: OwnFile, _ actor: Actor) async throws -> [LackLine] {
        let draft = try await site.draft(.file(own.file.id.rawValue), actor)
        return draft.lines(of: try await site.counter.lacks(in: draft.edit, by: actor), site.presenter)
    }

    /// The moves that both the table and the mandate give this person now (R22).
    private func moves(_ own: OwnFile, _ actor: Actor) -> Set<ApplicationMove> {
        Set(
            Lifecycle.application.moves(from: own.file.status, as: actor.role)
                .filter { actor.may($0.permission, to: own.subject, on: site.today) }
        )
    }

    private func own(_ context: AppRequestContext) async throws -> (OwnFile, Actor) {
        let actor = try site.actor(context)
        let id = Identifier<RecognitionApplication>(try Addresses.applicantFile.parameter(of: context))
        let own = try await site.read { try $0.ownFile(id) }
        try site.require(.readApplication, to: own.subject, context)
        return (own, actor)
    }

    private func resubmit(_ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.resubmission.parameter(of: context)
        let actor = try site.actor(context)
        do {
            try await site.counter.resubmit(Identifier(id), since: Int(context.form["version"]) ?? 0, by: actor)
            return site.pages.redirect(
                to: Addresses.applicantFile.url(id),
                flash: .success("ownfile.resubmitted")
            )
        } catch Refusal.lacks(_) {
            // The page of the file lists what lacks.
            return site.pages.redirect(to: Addresses.applicantFile.url(id))
        }
    }

    private func confirm(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (own, actor) = try await own(context)
        guard moves(own, actor).contains(.cancel) else { throw Refusal.notFrom(own.file.status) }
        let id = own.file.id.rawValue
        let screen = ConfirmScreen(
            title: "ownfile.cancelTitle",
            caption: .verbatim(site.presenter.training(own.file.training)),
            breadcrumbs: [
                Breadcrumb(.verbatim(own.company.details.name), url: Addresses.company.url(own.company.id.rawValue)),
                Breadcrumb("ownfile.back", url: Addresses.applicantFile.url(id)),
            ],
            text: "ownfile.cancelText",
            action: Addresses.cancellation.url(id),
            yes: "ownfile.cancelYes",
            no: Link("ownfile.cancelNo", url: Addresses.applicantFile.url(id)),
            version: own.file.version
        )
        return site.pages.show(screen, request, context)
    }

    private func cancel(_ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.cancellation.parameter(of: context)
        let version = Int(context.form["version"]) ?? 0
        try await site.counter.cancel(Identifier(id), since: version, by: site.actor(context))
        return site.pages.redirect(to: Addresses.applicantFile.url(id), flash: .success("ownfile.cancelled"))
    }
}
