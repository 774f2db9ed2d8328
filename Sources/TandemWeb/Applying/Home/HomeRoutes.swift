internal import Hummingbird
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The first page of the counter, which each role finds somewhere else.
struct HomeRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.home.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let actor = context.actor else { return site.pages.redirect(to: Addresses.signIn.url()) }
        guard let organisation = actor.organisation, actor.role.applicantKind != nil else {
            return site.pages.redirect(to: "/werkbak")
        }
        if case .company(let id) = organisation {
            return site.pages.redirect(to: Addresses.company.url(id.rawValue))
        }
        let search = try FormData(query: request)["zoek"]
        return site.pages.show(try await screen(for: organisation, search), request, context)
    }

    private func screen(for organisation: Organisation, _ search: String) async throws -> HomeScreen {
        let today = site.today
        let presenter = site.presenter
        return try await site.read { session in
            let found =
                search.isEmpty
                ? try session.companies(managedBy: organisation, on: today, limit: shown + 1)
                : try session.companies(managedBy: organisation, matching: search, on: today, limit: shown + 1)
            return HomeScreen(
                presenter: presenter,
                search: search,
                companies: Array(found.prefix(shown)),
                hasMore: found.count > shown,
                drafts: try session.draftLines(startedBy: organisation),
                files: try session.openFiles(managedBy: organisation, on: today, limit: 100)
            )
        }
    }
}

/// How many companies one page shows; a search finds the others.
private let shown = 50

extension SQLSession {
    /// The drafts that an organisation began, with names to recognise them by.
    func draftLines(startedBy organisation: Organisation) throws -> [DraftLine] {
        try draftLines(of: draftBundles(startedBy: organisation, limit: 50))
    }

    /// Drafts with the names of what was chosen in them.
    func draftLines(of bundles: [BundleRecord]) throws -> [DraftLine] {
        let companies = try companies(bundles.map(\.company))
        let places = try establishments(bundles.compactMap(\.establishment))
        let files = try applications(ofBundles: bundles.map(\.id)).filter { $0.status == .draft }
        return bundles.map { bundle in
            DraftLine(
                bundle: bundle,
                companyName: companies[bundle.company]?.details.name ?? "",
                establishmentName: bundle.establishment.flatMap { places[$0]?.name },
                trainings: files.filter { $0.bundle == bundle.id }.map(\.training)
            )
        }
    }
}
