package import Hummingbird
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Finds the person behind the session, and the navigation of his role.
package struct VisitorMiddleware: RouterMiddleware {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let id = context.session?.capacity {
            let found = try await site.read { session in
                try session.capacity(Identifier(id)).map { capacity in
                    (capacity, try organisationName(of: capacity.organisation, session))
                }
            }
            if let (capacity, organisation) = found {
                context.actor = capacity.actor
                context.visitor = Visitor(
                    name: capacity.name,
                    role: .verbatim(site.presenter.role(capacity.role)),
                    organisation: organisation ?? site.presenter.organisation(capacity.organisation),
                    navigation: navigation(of: capacity.role)
                )
            }
        }
        return try await next(request, context)
    }
}

/// The name of a company; other organisations are named by the reference data.
private func organisationName(of organisation: Organisation, _ session: any SQLSession) throws -> String? {
    guard case .company(let id) = organisation else { return nil }
    return try session.company(id)?.details.name
}

/// The main navigation of a role: what it may read.
private func navigation(of role: Role) -> [NavigationItem] {
    switch role {
    case .legalRepresentative, .companyEmployee:
        [
            NavigationItem("nav.companies", url: Addresses.home.url()),
            NavigationItem("nav.mandates", url: "/machtigingen"),
        ]
    case .providerCounsellor, .workplaceCounsellor:
        [
            NavigationItem("nav.companies", url: Addresses.home.url()),
            NavigationItem("nav.mandates", url: "/machtigingen"), radar,
        ]
    case .sectorConsultant:
        [
            NavigationItem("nav.companies", url: Addresses.home.url()),
            NavigationItem("nav.mandates", url: "/machtigingen"),
            NavigationItem("nav.renewals", url: "/hernieuwingen"), radar,
        ]
    case .handler, .department:
        [
            NavigationItem("nav.worklist", url: "/werkbak"), NavigationItem("nav.renewals", url: "/hernieuwingen"),
            NavigationItem("nav.tasks", url: "/taken"), NavigationItem("nav.outbox", url: "/uitgaand"),
            NavigationItem("nav.counts", url: "/tellingen"), radar,
        ] + (role == .department ? [NavigationItem("nav.chain", url: "/keten")] : [])
    case .voter: [NavigationItem("nav.worklist", url: "/werkbak")]
    case .appealsSecretary:
        [NavigationItem("nav.worklist", url: "/werkbak"), NavigationItem("nav.counts", url: "/tellingen")]
    case .auditor:
        [
            NavigationItem("nav.worklist", url: "/werkbak"), NavigationItem("nav.outbox", url: "/uitgaand"),
            NavigationItem("nav.counts", url: "/tellingen"), NavigationItem("nav.chain", url: "/keten"), radar,
        ]
    case .system: []
    }
}

private let radar = NavigationItem("nav.radar", url: Addresses.radar.url())
