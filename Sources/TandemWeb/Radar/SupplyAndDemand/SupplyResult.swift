internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// An answer to a query: the numbers, in order, with what is known of candidates.
struct SupplyResult: Sendable {
    let query: SupplyQuery
    let facts: SupplyFacts
    let analysis: SupplyAnalysis
    /// In the order that is asked.
    let rows: [SupplyRow]
    let candidates: [TrainingCode: Int]
    /// The extract that candidates come from; nothing where there is no company register.
    let extract: ExtractIdentity?
    let gazetteer: Gazetteer
    let presenter: Presenter
    let words: Words

    static let pageSize = 25

    /// The rows of the page that is asked.
    var page: ArraySlice<SupplyRow> { rows.dropFirst((pagination.page - 1) * Self.pageSize).prefix(Self.pageSize) }

    var pagination: Pagination {
        Pagination(page: query.page, size: Self.pageSize, total: rows.count) { page in
            query.with { $0.page = page }.url()
        }
    }

    /// `Gent, Aalst`, `15 km rond 9000 Gent`, or the whole country.
    var regionName: String {
        let region = query.region
        let municipalities = gazetteer.municipalities.filter { region.municipalities.contains($0.code) }
        var parts = [
            region.regions.map(\.dutchName).sorted(), region.provinces.map(\.dutchName).sorted(),
            municipalities.map(\.nameDutch).sorted(),
        ]
        if let circle = region.circle {
            let place = ["radius": String(circle.radius / 1000), "center": region.center ?? ""]
            parts.append([words("supply.circle", place)])
        }
        let names = parts.filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
        return names.isEmpty ? words("supply.everywhere") : names.joined(separator: "; ")
    }

    var norms: SupplyNorms { presenter.reference.figures.supply.norms(on: facts.day) }

    /// A training, a sector, or all.
    var selectionName: String {
        query.training.map(presenter.training) ?? query.sector.map(presenter.partnership)
            ?? words("supply.allTrainings")
    }
}

extension SupplyQuery.Order {
    /// The rows in this order; where that is the same, by name.
    func sorted(_ rows: [SupplyRow], name: (TrainingCode) -> String) -> [SupplyRow] {
        let keyed = rows.map { (row: $0, key: key($0.numbers), name: name($0.training)) }
        return keyed.sorted { ($0.key, $0.name, $0.row.training) < ($1.key, $1.name, $1.row.training) }.map(\.row)
    }

    /// The smallest comes first.
    private func key(_ numbers: SupplyAndDemand) -> Int {
        switch self {
        case .shortage: numbers.balance
        case .surplus: -numbers.balance
        case .training: 0
        case .providers: -numbers.providers
        case .learners: -numbers.learners
        case .places: -numbers.places
        case .mentors: -numbers.mentors
        }
    }
}

extension SupplyQuery {
    /// The search page of the companies that could be recognised.
    func candidatesURL(_ training: TrainingCode) -> String {
        let provinces = Province.allCases.filter { region.regions.contains($0.region) }.map {
            ("provincie", $0.rawValue)
        }
        let places = typed.filter { $0.name != "gewest" }.map { ($0.name, $0.value) }
        return Addresses.radar.url(
            query: [("opleiding", training.rawValue), ("erkend", "nee")] + provinces + places
        )
    }
}
