internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The state of the chain of events, and its check.
struct ChainRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.chain.pattern) { request, context in try await show(request, context, checks: false) }
        router.post(Addresses.chain.pattern) { request, context in try await show(request, context, checks: true) }
    }

    private func show(_ request: Request, _ context: AppRequestContext, checks: Bool) async throws -> Response {
        try site.require(.readChain, to: .register, context)
        let check = checks ? try await check() : nil
        let newest = try await site.read { try $0.newestEvents(limit: 20) }
        let screen = ChainScreen(
            newest: newest,
            lastTick: try await site.counter.lastTick(),
            check: check,
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context)
    }

    private func check() async throws -> ChainCheck {
        let start = site.counter.clock.now()
        var verification = try await site.counter.database.verify()
        verification.findings += try await Counter.dueDayFindings(in: site.counter.database)
        let milliseconds = Int(site.counter.clock.now().milliseconds - start.milliseconds)
        return ChainCheck(verification: verification, milliseconds: milliseconds)
    }
}

/// What a check of the chain found, and how long it took.
struct ChainCheck: Sendable {
    let verification: Verification
    let milliseconds: Int
}
