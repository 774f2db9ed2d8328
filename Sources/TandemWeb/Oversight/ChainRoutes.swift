internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The state of the chain of events, its check, and whether the counter lives.
struct ChainRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.chain.pattern) { request, context in try await show(request, context, checks: false) }
        router.post(Addresses.chain.pattern) { request, context in try await show(request, context, checks: true) }
        router.get(Addresses.health.pattern) { _, _ in await health() }
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

    /// `{"ok":true,"database":true,"lastTick":"2026-11-22"}`, for what watches over the server.
    private func health() async -> Response {
        var lastTick: Day?
        var isReachable = true
        do {
            lastTick = try await site.counter.lastTick()
        } catch {
            isReachable = false
        }
        let day = lastTick.map { "\"\($0.iso)\"" } ?? "null"
        return Response(
            status: isReachable ? .ok : .serviceUnavailable,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(
                byteBuffer: ByteBuffer(
                    string: "{\"ok\":\(isReachable),\"database\":\(isReachable),\"lastTick\":\(day)}\n"
                )
            )
        )
    }
}

/// What a check of the chain found, and how long it took.
struct ChainCheck: Sendable {
    let verification: Verification
    let milliseconds: Int
}
