internal import Hummingbird
internal import TandemActions
internal import TandemDomain

/// The counts of applications and recognitions.
struct CountsRoutes: Sendable {
    let site: Site
    private let cache = CountsCache()

    init(site: Site) { self.site = site }

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.counts.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        try site.require(.readCounts, to: Subject(competent: actor.partnership), context)
        let typed = request.uri.queryParameters["op"].map(String.init) ?? ""
        let form = FormData(values: ["op": [typed.isEmpty ? DutchFormat.short(site.today) : typed]])
        var reader = FormReader(form)
        let day = reader.day("op", orElse: "form.missing")
        if let day, day > site.today { reader.refuse("op", "counts.dayInFuture") }
        guard let day, reader.errors.isEmpty else {
            let report = try await cache.report(measuredOn: site.today, site)
            let screen = CountsScreen(
                report: report,
                form: Form(form, errors: reader.errors),
                presenter: site.presenter
            )
            return site.pages.refuse(screen, request, context)
        }
        let report = try await cache.report(measuredOn: day, site)
        return site.pages.show(
            CountsScreen(report: report, form: Form(form), presenter: site.presenter),
            request,
            context
        )
    }
}
