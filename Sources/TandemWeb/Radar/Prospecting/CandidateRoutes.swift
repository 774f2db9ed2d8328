internal import HTTPTypes
internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// Finding candidates, and putting them on a call list.
struct CandidateRoutes: Sendable {
    let site: Site
    let search: CompanySearch

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.candidates.pattern) { request, context in try await show(request, context) }
        router.post(Addresses.candidates.pattern) { request, context in try await list(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readRadar, to: .register, context)
        let query = CandidateQuery(try FormData(query: request).sent, actor)
        let screen = try await screen(query, actor)
        return site.pages.show(screen, request, context, status: screen.errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func screen(_ query: CandidateQuery, _ actor: Actor) async throws -> CandidatesScreen {
        let snapshot = try await site.companyRegister()
        let centre = query.centre(site.reference, try Gazetteer.load())
        let errors = query.errors(site.reference, centre)
        var found: CandidatesScreen.Found?
        if let snapshot, let training = query.training, errors.isEmpty {
            let weighing = CandidateWeighing(site: site, snapshot: snapshot, training: training, centre: centre)
            let recognised = try await search.recognisedPlaces().numbers(for: training, of: .establishment)
            let ranked = try await weighing.ranked(query, except: recognised)
            found = CandidatesScreen.Found(total: ranked.total, candidates: ranked.candidates)
        }
        return CandidatesScreen(
            query: query,
            found: found,
            hasRegister: snapshot != nil,
            actor: actor,
            colleagues: try await site.callers(with: actor),
            presenter: site.presenter,
            errors: errors
        )
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.prospect, to: .register, context)
        let form = context.form
        let query = CandidateQuery(form.sent, actor)
        let numbers = form.all("kandidaat").compactMap { EntityNumber($0) }
        guard let snapshot = try await site.companyRegister(), let training = query.training, !numbers.isEmpty else {
            return try await refuse(query, actor, FormErrors("kandidaat", "prospects.nothingTicked"), request, context)
        }
        let weighing = CandidateWeighing(
            site: site,
            snapshot: snapshot,
            training: training,
            centre: query.centre(site.reference, try Gazetteer.load())
        )
        let candidates = try await weighing.candidates(numbers)
        let list = CallList(
            training: training,
            provider: query.provider,
            name: String(form["lijst"].prefix(80)),
            owner: Identifier(form["voor"])
        )
        let listed = try await site.counter.list(candidates.map(\.prospect), on: list, by: actor)
        if listed.made.isEmpty {
            return try await tell(listed, of: candidates, query, actor, request, context)
        }
        return site.pages.redirect(to: back(listed, list, actor), flash: told(listed))
    }

    /// To the one prospect that was made, or to the list on which they stand.
    private func back(_ listed: ListedProspects, _ list: CallList, _ actor: Actor) -> String {
        if listed.made.count == 1, let only = listed.made.first { return Addresses.prospect.url(only.rawValue) }
        let whose = list.owner == actor.account ? "" : list.owner.map { "\($0)" } ?? "alle"
        return Addresses.prospects.url(query: [("wie", whose)])
    }

    private func told(_ listed: ListedProspects) -> Flash {
        if listed.refused.isEmpty { return .success(Word("prospects.listed", count: listed.made.count)) }
        return .warning(
            Word("prospects.listedSome", ["left": String(listed.refused.count)], count: listed.made.count)
        )
    }

    private func refuse(
        _ query: CandidateQuery,
        _ actor: Actor,
        _ errors: FormErrors,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        var screen = try await screen(query, actor)
        screen.errors = errors
        return site.pages.refuse(screen, request, context)
    }

    /// None could be put on a list: the page again, with who has each of them.
    private func tell(
        _ listed: ListedProspects,
        of candidates: [Candidate],
        _ query: CandidateQuery,
        _ actor: Actor,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        var screen = try await screen(query, actor)
        let names = Dictionary(candidates.map { ($0.establishment, $0.entity.summary.name) }) { first, _ in first }
        screen.refused = listed.refused.map { (names[$0.establishment] ?? "", $0.reason.explanation.text) }
        screen.ticked = Set(context.form.all("kandidaat"))
        return site.pages.show(screen, request, context, status: .conflict)
    }
}

extension Site {
    /// The people who call for the organisation of somebody, himself among them.
    func callers(with actor: Actor) async throws -> [CapacityRecord] {
        guard let organisation = actor.organisation else { return [] }
        let today = today
        return try await read { try $0.capacities(for: organisation) }
            .filter { $0.actor.may(.prospect, to: .register, on: today) }
    }
}
