package import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// `GET /dossiers/{id}`: the page of a file.
package struct DossierRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.dossier.pattern) { request, context in
            try await show(request, context)
        }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.dossier.parameter(of: context)
        let actor = try site.actor(context)
        if actor.role.applicantKind != nil { return site.pages.redirect(to: Addresses.applicantFile.url(id)) }
        let screen = try await site.fileScreen(Identifier(id), for: actor)
        return site.pages.show(screen, request, context)
    }
}

extension Site {
    /// The page of a file, for who may read it.
    ///
    /// - Throws: ``Refusal``.
    func fileScreen(
        _ id: Identifier<RecognitionApplication>,
        for actor: Actor,
        typed: TypedForm? = nil
    ) async throws -> FileScreen {
        let today = today
        let dossier = try await read { try $0.dossier(id, for: actor, on: today) }
        return FileScreen(
            dossier: dossier,
            actor: actor,
            presenter: presenter,
            reading: reading(of: dossier),
            numbers: numbers(in: dossier, for: actor),
            typed: typed
        )
    }

    private func reading(of dossier: Dossier) -> ClockReading {
        let clock = counter.legalClock(submittedOn: dossier.file.submittedOn ?? today)
        return clock.reading(of: dossier.steps, on: today)
    }

    /// The numbers of the mentors, opened for who may judge them; one that cannot be opened stays masked.
    private func numbers(in dossier: Dossier, for actor: Actor) -> [Identifier<Mentor>: String] {
        guard actor.may(.judgeMentor, to: dossier.subject, on: today) else { return [:] }
        let opened = dossier.designations.compactMap { designation in
            (try? counter.vault.open(designation.mentor.sealedNumber)).map { (designation.mentor.id, $0.formatted) }
        }
        return Dictionary(opened) { first, _ in first }
    }
}
