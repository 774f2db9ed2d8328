internal import HTTPTypes
internal import Hummingbird
package import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// The searches that a person keeps, and what is new in them since he looked last.
struct SavedSearchRoutes: Sendable {
    let site: Site
    let search: CompanySearch
    let saved: SavedSearches

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.post(Addresses.savedSearches.pattern) { _, context in try await save(context) }
        router.get(Addresses.savedSearch.pattern) { request, context in try await show(request, context) }
        router.post(Addresses.savedSearchSeen.pattern) { _, context in try await markSeen(context) }
        router.post(Addresses.savedSearchName.pattern) { request, context in try await rename(request, context) }
        router.post(Addresses.savedSearchRemoval.pattern) { _, context in try await remove(context) }
    }

    private func save(_ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readRadar, to: .register, context)
        let query = try CompanyQuery(text: context.form["vraag"])
        var reader = FormReader(context.form)
        let name = reader.text("naam", orElse: "saved.nameMissing", longest: 60)
        guard let name, reader.errors.isEmpty else { throw reader.errors }
        let seen = try await present(query, try await registers())
        guard let seen else {
            throw FormErrors("naam", Word("saved.narrow", ["most": DutchFormat.number(SavedSearches.mostNumbers)]))
        }
        let id = try await site.counter.saveSearch(named: name, query: query.text, seen: seen, by: actor)
        return site.pages.redirect(to: Addresses.savedSearch.url(id), flash: .success("saved.saved"))
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (record, _) = try await own(Addresses.savedSearch, context)
        let screen = try await screen(of: record, errors: FormErrors(), typed: record.name)
        return site.pages.show(screen, request, context)
    }

    private func markSeen(_ context: AppRequestContext) async throws -> Response {
        let (record, actor) = try await own(Addresses.savedSearchSeen, context)
        guard let seen = try await present(CompanyQuery(text: record.query), try await registers()) else {
            throw Refusal.notFound
        }
        try await site.counter.markSearchSeen(record.id, seen, by: actor)
        return site.pages.redirect(to: Addresses.savedSearch.url(record.id), flash: .success("saved.seenNow"))
    }

    private func rename(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (record, actor) = try await own(Addresses.savedSearchName, context)
        var reader = FormReader(context.form)
        let name = reader.text("naam", orElse: "saved.nameMissing", longest: 60)
        do {
            guard let name, reader.errors.isEmpty else { throw reader.errors }
            try await site.counter.renameSearch(record.id, to: name, by: actor)
        } catch let error as SavingRefusal {
            let screen = try await screen(of: record, errors: FormErrors(error), typed: context.form["naam"])
            return site.pages.refuse(screen, request, context)
        } catch let errors as FormErrors {
            let screen = try await screen(of: record, errors: errors, typed: context.form["naam"])
            return site.pages.refuse(screen, request, context)
        }
        return site.pages.redirect(to: Addresses.savedSearch.url(record.id), flash: .success("saved.renamed"))
    }

    private func remove(_ context: AppRequestContext) async throws -> Response {
        let (record, actor) = try await own(Addresses.savedSearchRemoval, context)
        try await site.counter.removeSearch(record.id, by: actor)
        return site.pages.redirect(
            to: Addresses.radar.url(),
            flash: .success(Word("saved.removed", ["name": record.name]))
        )
    }

    /// The search that an address names, of the person who asks.
    private func own(
        _ address: Address1<Int64>,
        _ context: AppRequestContext
    ) async throws -> (SavedSearchRecord, Actor) {
        let actor = try site.require(.readRadar, to: .register, context)
        let id = try address.parameter(of: context)
        guard let record = try await site.read({ try $0.savedSearch(id) }), record.account == actor.account else {
            throw Refusal.notFound
        }
        return (record, actor)
    }

    private func registers() async throws -> CompanySearch.Present {
        guard let present = try await search.present() else { throw Refusal.notFound }
        return present
    }

    private func present(_ query: CompanyQuery, _ registers: CompanySearch.Present) async throws -> SeenCompanies? {
        guard let numbers = try await saved.numbers(of: query, registers) else { return nil }
        return SeenCompanies(numbers: PackedNumbers.pack(numbers), extract: registers.companies.identity?.number ?? 0)
    }

    private func screen(
        of record: SavedSearchRecord,
        errors: FormErrors,
        typed: String
    ) async throws -> SavedSearchScreen {
        let present = try await registers()
        let query = try CompanyQuery(text: record.query)
        let reading = try await search.read(query, present)
        let news = try await saved.news(of: record, present)
        var question = reading.question
        question.filter.only = NumberSet(news?.new ?? [])
        let found = try await search.rows(of: question, present, limit: SavedSearchScreen.mostRows)
        return SavedSearchScreen(
            record: record,
            query: query,
            reading: reading,
            news: news,
            rows: RowsModel(rows: found.rows, names: present.names, presenter: site.presenter),
            present: present,
            presenter: site.presenter,
            errors: errors,
            typed: typed
        )
    }
}

extension SavingRefusal: Explainable {
    package var explanation: Explanation {
        switch self {
        case .nameTaken: Explanation(.invalid, "saved.nameTaken", field: "naam")
        case .tooMany(let most):
            Explanation(.invalid, Word("saved.tooMany", ["most": DutchFormat.number(most)]), field: "naam")
        }
    }
}
