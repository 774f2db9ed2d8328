internal import Hummingbird

/// Prospecting (*prospectie*): candidates, call lists and prospects.
struct ProspectingRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        CandidateRoutes(site: site).add(to: router)
        CallListRoutes(site: site).add(to: router)
        ProspectRoutes(site: site).add(to: router)
    }
}
