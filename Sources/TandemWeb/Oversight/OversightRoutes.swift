package import Hummingbird

/// The routes for who looks over the register: documents, letters, tasks, events, counts and the chain.
package struct OversightRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        DocumentRoutes(site: site).add(to: router)
        LetterRoutes(site: site).add(to: router)
        OutboxRoutes(site: site).add(to: router)
        TasksRoutes(site: site).add(to: router)
        EventsRoutes(site: site).add(to: router)
        CountsRoutes(site: site).add(to: router)
        ChainRoutes(site: site).add(to: router)
    }
}
