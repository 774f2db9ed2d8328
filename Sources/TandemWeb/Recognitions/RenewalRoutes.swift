internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The recognitions that end soon, and their follow-up.
struct RenewalRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.renewals.pattern) { request, context in try await list(request, context) }
        router.post(Addresses.follow.pattern) { _, context in try await follow(context) }
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let query = request.uri.queryParameters
        let filter = RenewalFilter({ name in query[Substring(name)].map(String.init) }, actor)
        try site.require(.readRecognition, to: Subject(competent: filter.partnership), context)
        let today = site.today
        let last = today.adding(months: filter.months)
        let (rows, count) = try await site.read { session in
            let rows = try session.renewals(
                of: filter.partnership,
                from: today,
                through: last,
                state: filter.state,
                after: filter.cursor,
                limit: RenewalsScreen.pageSize + 1
            )
            let count = try session.renewalCount(
                of: filter.partnership,
                from: today,
                through: last,
                state: filter.state,
                upTo: RenewalsScreen.mostCounted
            )
            return (rows, count)
        }
        let screen = RenewalsScreen(
            rows: Array(rows.prefix(RenewalsScreen.pageSize)),
            hasMore: rows.count > RenewalsScreen.pageSize,
            count: count,
            filter: filter,
            actor: actor,
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context)
    }

    private func follow(_ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let id = try Addresses.follow.parameter(of: context)
        var reader = FormReader(context.form)
        let state = reader.choice("state", of: RenewalState.self, orElse: "recognition.followMissing")
        let note = reader.optionalText("note", longest: 500) ?? ""
        let kind = ContactKind(rawValue: context.form["kind"]) ?? .telephone
        guard let state, reader.errors.isEmpty else { throw reader.errors }
        try await site.counter.followRenewal(
            Identifier(id),
            state,
            note: note,
            through: kind,
            since: Int(context.form["version"]),
            by: actor
        )
        let filter = RenewalFilter({ context.form[$0] }, actor)
        let url = context.form["from"] == "recognition" ? Addresses.recognition.url(id) : filter.url
        return site.pages.redirect(to: url, flash: .success("recognition.followSaved"))
    }
}
