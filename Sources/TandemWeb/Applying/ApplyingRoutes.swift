package import Hummingbird

/// The routes of who applies: a company itself, or somebody with its mandate.
package struct ApplyingRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        HomeRoutes(site: site).add(to: router)
        CompanyRoutes(site: site).add(to: router)
        MandateRoutes(site: site).add(to: router)
        DraftRoutes(site: site).add(to: router)
        DocumentsRoutes(site: site).add(to: router)
        MentorsRoutes(site: site).add(to: router)
        DeclarationRoutes(site: site).add(to: router)
        ApplicantFileRoutes(site: site).add(to: router)
    }
}
