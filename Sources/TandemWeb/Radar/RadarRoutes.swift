package import Hummingbird
internal import TandemActions
internal import TandemRegister

/// The routes of the radar: every company of Belgium, beside schools, trainings and recognised places.
package struct RadarRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        ProspectingRoutes(site: site).add(to: router)
    }
}

extension Site {
    /// The company register as it is now; nothing while there is none.
    ///
    /// - Throws: an error of the register file.
    func companyRegister() async throws -> RegisterSnapshot? { try await companies?.current() }
}
