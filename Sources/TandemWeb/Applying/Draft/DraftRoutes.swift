internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The routes of the guided form that only a draft has: place, trainings, overview, submission.
struct DraftRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.draftEstablishment.pattern) { request, context in try await showPlaces(request, context) }
        router.post(Addresses.draftEstablishment.pattern) { request, context in try await savePlace(request, context) }
        router.get(Addresses.draftTrainings.pattern) { request, context in try await showTrainings(request, context) }
        router.post(Addresses.draftTrainings.pattern) { request, context in try await saveTrainings(request, context) }
        router.get(Addresses.draftOverview.pattern) { request, context in try await showOverview(request, context) }
        router.post(Addresses.draftSubmission.pattern) { _, context in try await submit(context) }
        router.get(Addresses.draftRemoval.pattern) { request, context in try await confirmRemoval(request, context) }
        router.post(Addresses.draftRemoval.pattern) { _, context in try await remove(context) }
    }

    private func draft(_ context: AppRequestContext) async throws -> Draft {
        try await site.draft(.draft(try Addresses.draftOverview.parameter(of: context)), site.actor(context))
    }

    private func showPlaces(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        let chosen = draft.bundle?.establishment.map { String($0.rawValue) } ?? ""
        let screen = try await screen(draft, Form(filled: ["establishment": chosen]))
        return site.pages.show(screen, request, context)
    }

    private func screen(_ draft: Draft, _ form: Form) async throws -> EstablishmentScreen {
        let known = try await site.read { try $0.establishments(of: draft.company.id) }
        return EstablishmentScreen(
            presenter: site.presenter,
            draft: draft,
            establishments: known,
            registered: try await registeredPlaces(of: draft, besides: known),
            form: form
        )
    }

    /// What the company register has of the company and the counter has not.
    private func registeredPlaces(
        of draft: Draft,
        besides known: [EstablishmentRecord]
    ) async throws -> [RegisteredPlace] {
        let numbers = Set(known.map(\.number))
        return try await site.registered(draft.company.number)?.establishments
            .filter { !numbers.contains($0.number) } ?? []
    }

    private func savePlace(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        let id = try Addresses.draftEstablishment.parameter(of: context)
        do {
            let place = try await place(of: draft, context)
            try await site.counter.chooseEstablishment(place, forBundle: id, by: site.actor(context))
            let known = try await site.read { try $0.establishment(place) }
            let isOutside = known.map { site.presenter.isOutsideFlandersAndBrussels($0.postalCode) } ?? false
            return site.pages.redirect(
                to: Addresses.draftTrainings.url(id),
                flash: isOutside ? .warning("draft.outsideFlanders") : nil
            )
        } catch {
            let form = Form(context.form, errors: try formErrors(error))
            return site.pages.refuse(try await screen(draft, form), request, context)
        }
    }

    /// The place that was chosen, or added because the list does not have it.
    private func place(of draft: Draft, _ context: AppRequestContext) async throws -> Identifier<Establishment> {
        let known = try await site.read { try $0.establishments(of: draft.company.id) }
        let registered = try await registeredPlaces(of: draft, besides: known)
        let hasAny = !known.isEmpty || !registered.isEmpty
        let chosen = context.form["establishment"]
        if let place = registered.first(where: { chosen == EstablishmentScreen.registered + $0.number.digits }) {
            return try await add(place, to: draft, context)
        }
        guard !hasAny || chosen == EstablishmentScreen.new else {
            guard let id = Identifier<Establishment>(chosen) else {
                throw FormErrors("establishment", "draft.establishmentMissing")
            }
            return id
        }
        return try await add(typedPlace(context), to: draft, context)
    }

    /// The place that was typed in.
    private func typedPlace(_ context: AppRequestContext) throws(FormErrors) -> RegisteredPlace {
        var reader = FormReader(context.form)
        let number = reader.establishmentNumber("number")
        let name = reader.text("name", orElse: "draft.establishmentNameMissing", longest: 200)
        let street = reader.text("street", orElse: "company.streetMissing", longest: 200)
        let code = reader.postalCode("postalCode")
        let (typed, called, road, postalCode) = try reader.all(number, name, street, code)
        return RegisteredPlace(number: typed, name: called, street: road, postalCode: postalCode)
    }

    private func add(
        _ place: RegisteredPlace,
        to draft: Draft,
        _ context: AppRequestContext
    ) async throws -> Identifier<Establishment> {
        try await site.counter.addEstablishment(
            place.number,
            of: draft.company.id,
            name: place.name,
            street: place.street,
            postalCode: place.postalCode,
            by: site.actor(context)
        )
    }
}

extension DraftRoutes {
    private func showTrainings(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        guard draft.establishment != nil else { return toPlaces(draft) }
        let chosen = draft.files.map(\.training.rawValue)
        let form = Form(FormData(values: ["trainings": chosen]))
        return site.pages.show(try await trainings(draft, form), request, context)
    }

    private func saveTrainings(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        guard draft.establishment != nil else { return toPlaces(draft) }
        let id = try Addresses.draftTrainings.parameter(of: context)
        do {
            let codes = context.form.all("trainings").map { TrainingCode($0) }
            try await site.counter.chooseTrainings(codes, forBundle: id, by: site.actor(context))
            return site.pages.redirect(to: Addresses.documentsStep.draft.url(id))
        } catch {
            let form = Form(context.form, errors: try formErrors(error))
            return site.pages.refuse(try await trainings(draft, form), request, context)
        }
    }

    private func toPlaces(_ draft: Draft) -> Response {
        site.pages.redirect(to: draft.scope.url(of: .establishment), flash: .info("lack.establishment"))
    }

    private func trainings(_ draft: Draft, _ form: Form) async throws -> TrainingsScreen {
        let (today, renewed) = (site.today, Set(draft.files.compactMap(\.renews)))
        let taken = try await site.read { session -> [TrainingCode: Word] in
            guard let place = draft.establishment?.id else { return [:] }
            return try session.takenTrainings(at: place, besides: renewed, on: today)
        }
        return TrainingsScreen(presenter: site.presenter, draft: draft, taken: taken, form: form)
    }
}

extension DraftRoutes {
    private func showOverview(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        guard draft.establishment != nil else { return toPlaces(draft) }
        guard !draft.files.isEmpty else {
            return site.pages.redirect(to: draft.scope.url(of: .trainings), flash: .info("refusal.trainingMissing"))
        }
        let lacks = try await site.counter.lacks(in: draft.edit, by: site.actor(context))
        let clock = site.counter.legalClock(submittedOn: site.today)
        let screen = OverviewScreen(
            presenter: site.presenter,
            draft: draft,
            lacks: draft.lines(of: lacks, site.presenter),
            dueOn: clock.dueDay(after: [ClockStep(.started, on: site.today)]),
            termDays: clock.term.days
        )
        return site.pages.show(screen, request, context)
    }

    private func submit(_ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.draftSubmission.parameter(of: context)
        let draft = try await draft(context)
        do {
            let files = try await site.counter.submit(bundle: id, by: site.actor(context))
            let only = files.count == 1 ? files.first : nil
            return site.pages.redirect(
                to: only.map { Addresses.applicantFile.url($0.rawValue) }
                    ?? Addresses.company.url(draft.company.id.rawValue),
                flash: .success(Word("draft.submitted", count: files.count))
            )
        } catch Refusal.lacks(_) {
            // The overview lists them all, each with the step that mends it.
            return site.pages.redirect(to: Addresses.draftOverview.url(id))
        }
    }

    private func confirmRemoval(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        let id = try Addresses.draftRemoval.parameter(of: context)
        let screen = ConfirmScreen(
            title: "draft.discardTitle",
            caption: .verbatim(draft.company.details.name),
            breadcrumbs: [draft.home],
            text: "draft.discardText",
            action: Addresses.draftRemoval.url(id),
            yes: "draft.discardYes",
            no: Link("draft.discardNo", url: Addresses.draftOverview.url(id))
        )
        return site.pages.show(screen, request, context)
    }

    private func remove(_ context: AppRequestContext) async throws -> Response {
        let draft = try await draft(context)
        let id = try Addresses.draftRemoval.parameter(of: context)
        try await site.counter.discardBundle(id, by: site.actor(context))
        return site.pages.redirect(to: draft.home.url, flash: .success("draft.discarded"))
    }
}

extension SQLSession {
    /// What stands in the way of each training at an establishment.
    fileprivate func takenTrainings(
        at establishment: Identifier<Establishment>,
        besides renewed: Set<Identifier<Recognition>>,
        on today: Day
    ) throws -> [TrainingCode: Word] {
        var taken: [TrainingCode: Word] = [:]
        for file in try applications(of: establishment) where file.status.isOpen {
            taken[file.training] = "draft.takenByFile"
        }
        for recognition in try recognitions(at: establishment)
        where recognition.state(on: today) == .approved && !renewed.contains(recognition.id) {
            taken[recognition.training] = Word(
                "draft.takenByRecognition",
                ["day": DutchFormat.day(recognition.validity.until)]
            )
        }
        return taken
    }
}
