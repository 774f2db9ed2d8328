/// The pages of the radar, side by side above each of them: `{{>radar/tabs}}`.
enum RadarTab: CaseIterable, Sendable {
    case search, supplyAndDemand, prospects

    private var address: Address {
        switch self {
        case .search: Addresses.radar
        case .supplyAndDemand: Addresses.supplyAndDemand
        case .prospects: Addresses.prospects
        }
    }

    private var label: Word {
        switch self {
        case .search: "radar.search"
        case .supplyAndDemand: "radar.supplyAndDemand"
        case .prospects: "radar.prospects"
        }
    }

    /// All tabs, with the present one marked.
    static func model(of current: RadarTab) -> Model {
        .list(
            allCases.map { tab in
                ["label": .word(tab.label), "url": .text(tab.address.url()), "isCurrent": .flag(tab == current)]
            }
        )
    }
}
