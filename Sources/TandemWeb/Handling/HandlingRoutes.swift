package import Hummingbird

/// The routes of who handles files: the worklist, the page of a file, the acts on it and the decision.
package struct HandlingRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        WorklistRoutes(site: site).add(to: router)
        DossierRoutes(site: site).add(to: router)
        ActRoutes(site: site).add(to: router)
        DecisionRoutes(site: site).add(to: router)
    }
}
