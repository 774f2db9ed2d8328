package import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Signing in, signing out, and changing from one capacity to another.
package struct SigningInRoutes: Sendable {
    private let site: Site
    private let limit: SignInRateLimit

    /// A name is chosen from a list and nothing is guessed, so the limit is only there against hammering.
    package init(site: Site, limit: SignInRateLimit = SignInRateLimit(mostPerName: 200, mostPerAddress: 1000)) {
        self.site = site
        self.limit = limit
    }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.signIn.pattern) { request, context in try await list(request, context) }
        router.post(Addresses.signIn.pattern) { request, context in try await signIn(request, context) }
        router.post(Addresses.signOut.pattern) { _, _ in
            site.pages.signOut(at: site.counter.clock.now(), to: Addresses.signIn.url())
        }
        router.get(Addresses.capacity.pattern) { request, context in try await capacities(request, context) }
        router.post(Addresses.capacity.pattern) { _, context in try await change(context) }
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard site.pages.isDemonstration else {
            return site.pages.show(SignInUnavailableScreen(), request, context, status: .serviceUnavailable)
        }
        let personas = try await site.read { session in try session.namedCapacities(session.capacities()) }
        return site.pages.show(SignInScreen(personas: personas, presenter: site.presenter), request, context)
    }

    private func signIn(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard site.pages.isDemonstration else {
            return site.pages.show(SignInUnavailableScreen(), request, context, status: .serviceUnavailable)
        }
        let name = context.form["capacity"]
        let now = site.counter.clock.now()
        guard case .admitted = await limit.attempt(name: name, from: context.remoteAddress, at: now) else {
            throw TooManyAttempts()
        }
        guard let id = Identifier<Capacity>(name), let capacity = try await site.read({ try $0.capacity(id) }) else {
            throw UnknownPersona()
        }
        await limit.succeeded(name: name)
        return enter(capacity)
    }

    private func capacities(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let own = try await ownCapacities(of: actor)
        let screen = CapacityScreen(current: actor.capacity, personas: own, presenter: site.presenter)
        return site.pages.show(screen, request, context)
    }

    private func change(_ context: AppRequestContext) async throws -> Response {
        let own = try await ownCapacities(of: site.actor(context))
        guard let chosen = own.first(where: { $0.capacity.id.description == context.form["capacity"] }) else {
            throw UnknownPersona()
        }
        return enter(chosen.capacity)
    }

    private func ownCapacities(of actor: Actor) async throws -> [NamedCapacity] {
        guard let account = actor.account else { return [] }
        return try await site.read { session in try session.namedCapacities(session.capacities(of: account)) }
    }

    private func enter(_ capacity: CapacityRecord) -> Response {
        site.pages.signIn(
            capacity: capacity.id.rawValue,
            at: site.counter.clock.now(),
            to: Addresses.home.url(),
            flash: .success(
                Word(
                    "signingIn.done",
                    ["name": capacity.name, "role": site.presenter.role(capacity.role)]
                )
            )
        )
    }
}

/// Too many attempts to sign in, one after the other.
struct TooManyAttempts: Explainable {
    var explanation: Explanation { Explanation(.tooMany, "error.tooMany.body") }
}

/// Nobody, or somebody else, has the capacity that was chosen.
struct UnknownPersona: Explainable {
    var explanation: Explanation { Explanation(.notAllowed, "signingIn.unknown") }
}
