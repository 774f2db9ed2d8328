package import Hummingbird

/// The routes of this area.
package struct ApplyingRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {}
}
