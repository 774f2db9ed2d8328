internal import Hummingbird
package import TandemActions
package import TandemDomain
internal import TandemReference
package import TandemRegister
package import TandemSQL
internal import TandemStore

/// What every route of the counter is handed: the register, the acts on it, and the pages.
package struct Site: Sendable {
    package let counter: Counter
    package let pages: Pages
    /// The company register beside this server; nothing where none was named.
    package let companies: CompanyRegister?
    /// The server of map images that this installation chose; nothing where maps have outlines alone.
    package let mapTiles: MapTiles?

    package init(counter: Counter, pages: Pages, companies: CompanyRegister? = nil, mapTiles: MapTiles? = nil) {
        self.counter = counter
        self.pages = pages
        self.companies = companies
        self.mapTiles = mapTiles
    }

    package var reference: Reference { counter.reference }

    package var today: Day { counter.clock.today() }

    /// Says what codes, days and statuses mean, as of today.
    package var presenter: Presenter { Presenter(reference: reference, today: today) }

    /// Reads the register in one consistent state, as it is at this moment.
    ///
    /// - Throws: what `body` throws, or an error of the database.
    package func read<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await counter.database.read(body)
    }

    /// Reads the register in one consistent state, which may lag where nothing is decided on it.
    ///
    /// - Throws: what `body` throws, or an error of the database.
    package func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await counter.database.read(freshness, body)
    }

    /// The person who is signed in.
    ///
    /// - Throws: ``NotSignedIn`` where nobody is.
    package func actor(_ context: AppRequestContext) throws -> Actor {
        guard let actor = context.actor else { throw NotSignedIn() }
        return actor
    }

    /// The person who is signed in, if he may do this to that today; every page asks before it shows anything.
    ///
    /// - Throws: ``NotSignedIn``, or ``Refusal/notAllowed``.
    @discardableResult
    package func require(_ act: Act, to subject: Subject, _ context: AppRequestContext) throws -> Actor {
        let actor = try actor(context)
        guard actor.may(act, to: subject, on: today) else { throw Refusal.notAllowed }
        return actor
    }
}

/// Nobody is signed in, where somebody has to be.
package struct NotSignedIn: Explainable {
    package init() {}

    package var explanation: Explanation { Explanation(.notSignedIn, "error.notSignedIn.body") }
}
