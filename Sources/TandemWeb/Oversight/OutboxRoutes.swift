internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The outbox: every letter that was made.
struct OutboxRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.outbox.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let query = request.uri.queryParameters
        let partnership = actor.listedPartnership(asked: query["partnerschap"].map(String.init))
        try site.require(.readOutbox, to: Subject(competent: partnership), context)
        let before = query["voor"].flatMap { Int64($0) }
        let (letters, names) = try await site.read(.mayLag) { session in
            let letters = try session.letters(of: partnership, before: before, limit: OutboxScreen.pageSize + 1)
            return (letters, try session.companyNames(letters.map(\.company)))
        }
        let shown = Array(letters.prefix(OutboxScreen.pageSize))
        let screen = OutboxScreen(
            letters: shown,
            companies: names,
            partnership: partnership,
            showsFilter: actor.choosesPartnership,
            isFirstPage: before == nil,
            last: letters.count > shown.count ? shown.last?.id : nil,
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context)
    }
}
