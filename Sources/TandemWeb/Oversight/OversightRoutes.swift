package import Hummingbird

/// The routes for who looks over the register: documents, letters, tasks, events, counts and health.
package struct OversightRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        LetterRoutes(site: site).add(to: router)
    }
}
