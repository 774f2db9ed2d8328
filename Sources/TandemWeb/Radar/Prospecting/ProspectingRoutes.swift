internal import Hummingbird

/// Prospecting (*prospectie*): candidates, call lists and prospects.
struct ProspectingRoutes: Sendable {
    let site: Site
    let search: CompanySearch

    func add(to router: some RouterMethods<AppRequestContext>) {
        CandidateRoutes(site: site, search: search).add(to: router)
        CallListRoutes(site: site).add(to: router)
        ProspectRoutes(site: site).add(to: router)
    }
}
