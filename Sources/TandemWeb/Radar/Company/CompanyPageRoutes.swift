internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemRegister

/// `GET /radar/ondernemingen/{number}`: one company or establishment, with what the counter knows of it.
struct CompanyPageRoutes: Sendable {
    let site: Site
    let search: CompanySearch

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.radarCompany.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readRadar, to: .register, context)
        guard let number = EntityNumber(try Addresses.radarCompany.parameter(of: context)),
            let present = try await search.present(), let card = try await search.card(of: number, present)
        else { throw Refusal.notFound }
        let today = site.today
        let known = try await site.read { session in try KnownAtCounter(card, for: actor, on: today, session) }
        let hook = try await ProspectHook.read(number, of: card.owner?.number ?? number, for: actor, site)
        let screen = RadarCompanyScreen(
            card: card,
            hook: hook,
            known: known,
            actor: actor,
            present: present,
            presenter: site.presenter,
            map: MapModel(site: site)
        )
        return site.pages.show(screen, request, context)
    }
}
