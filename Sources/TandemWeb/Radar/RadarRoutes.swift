package import Hummingbird
internal import TandemActions
internal import TandemRegister

/// The routes of the radar: every company of Belgium, beside schools, trainings and recognised places.
package struct RadarRoutes: Sendable {
    private let site: Site
    private let search: CompanySearch

    package init(site: Site) {
        self.site = site
        search = CompanySearch(site: site)
    }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        let facts = SupplyFactsCache()
        SupplyRoutes(site: site, facts: facts).add(to: router)
        let saved = SavedSearches(site: site, search: search)
        SearchRoutes(site: site, search: search, saved: saved).add(to: router)
        MapRoutes(site: site, search: search, facts: facts).add(to: router)
        SavedSearchRoutes(site: site, search: search, saved: saved).add(to: router)
        CompanyPageRoutes(site: site, search: search).add(to: router)
        ProspectingRoutes(site: site, search: search).add(to: router)
    }
}

extension Site {
    /// The company register as it is now; nothing while there is none.
    ///
    /// - Throws: an error of the register file.
    func companyRegister() async throws -> RegisterSnapshot? { try await companies?.current() }
}
