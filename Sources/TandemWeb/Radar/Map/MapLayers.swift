internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// What a view of the map shows of a search: groups of companies, recognised places and schools, as codes and counts.
struct MapLayers: Sendable {
    /// What can be shown beside the companies that answer the question.
    enum Layer: String, CaseIterable, Sendable {
        case sectors = "sector"
        case recognised = "erkend"
        case schools = "scholen"
    }

    let query: CompanyQuery
    let question: CompanyQuestion
    let present: CompanySearch.Present
    let view: GeoBox
    let zoom: Int
    let layers: Set<Layer>
    /// The schools of the layer; none where it is not asked.
    let schools: [MapSchool]
    let words: Words

    /// Single companies are led to at once, as long as they are few.
    private static let mostLinked = 60

    /// What the script of the map is told.
    struct Answer: Encodable, Sendable {
        let status: String
        /// Where the same is a list.
        let list: String
        let groups: [Mark]
    }

    /// A group as the script draws it.
    struct Mark: Encodable, Sendable {
        let kind: String
        let key: String
        let lat: Double
        let lon: Double
        let count: String
        let weight: Int
        let label: String
        let mark: String
        let sign: String
        /// South, west, north and east.
        let box: [Double]
        /// Where it leads; nothing where one zooms in.
        let url: String?
    }

    var answer: Answer {
        let companies = companyGroups
        let groups =
            companies + (layers.contains(.recognised) ? recognisedGroups : [])
            + (layers.contains(.schools) ? schoolGroups : [])
        let total = companies.reduce(0) { $0 + $1.cluster.weight }
        return Answer(
            status: words(Word("map.inView", count: total)),
            list: query.with(.box, view.typed).url(),
            groups: groups.map(mark)
        )
    }

    /// A group as the map draws it.
    private struct Group {
        let kind: String
        let cluster: Cluster
        let label: String
        var mark = ""
        var sign = ""
        var url: String?
    }

    private func mark(_ group: Group) -> Mark {
        let center = Lambert2008.geoPoint(drawnCenter(of: group.cluster))
        let (low, high) = (group.cluster.box.low, group.cluster.box.high)
        let (southWest, northEast) = (Lambert2008.geoPoint(low), Lambert2008.geoPoint(high))
        return Mark(
            kind: group.kind,
            key: "\(group.kind).\(group.cluster.cell.column).\(group.cluster.cell.row)",
            lat: Self.degrees(center.latitude),
            lon: Self.degrees(center.longitude),
            count: Self.short(group.cluster.weight),
            weight: group.cluster.weight,
            label: group.label,
            mark: group.mark,
            sign: group.sign,
            box: [southWest.latitude, southWest.longitude, northEast.latitude, northEast.longitude].map(Self.degrees),
            url: group.url
        )
    }

    /// To a metre.
    private static func degrees(_ value: Double) -> Double { (value * 100_000).rounded() / 100_000 }

    /// Halfway to the middle of the cell, so that neighbours cover each other less; what is one point stays there.
    private func drawnCenter(of cluster: Cluster) -> MapPoint {
        if isPoint(cluster) { return cluster.center }
        let box = MapGrid(zoom: zoom).box(of: cluster.cell)
        return MapPoint(
            x: (2 * cluster.center.x + box.low.x + box.high.x) / 4,
            y: (2 * cluster.center.y + box.low.y + box.high.y) / 4
        )
    }

    /// `5,3k`: what fits in a mark on the map; its label has the whole number.
    private static func short(_ count: Int) -> String {
        if count < 1000 { return String(count) }
        if count >= 10_000 { return "\(DutchFormat.number((count + 500) / 1000))k" }
        let hundreds = (count + 50) / 100
        return "\(hundreds / 10),\(hundreds % 10)k"
    }

    private func clusters(_ filter: RegisterFilter) -> [Cluster] {
        present.companies.index.clusters(filter, in: view.cover, zoom: zoom)
    }

    private var companyGroups: [Group] {
        let clusters = clusters(question.filter)
        let marks = layers.contains(.sectors) ? largestSectors() : [:]
        let singles = clusters.count { $0.weight == 1 }
        let word: String = question.filter.kinds == [.enterprise] ? "map.enterprises" : "map.establishments"
        return clusters.map { cluster in
            let sector = marks[cluster.cell]
            let plain = words(Word(word, ["place": place(of: cluster)], count: cluster.weight))
            let mostly = sector.map { words(Word("map.mostly", ["sector": words($0.label)])) }
            return Group(
                kind: "company",
                cluster: cluster,
                label: [plain, mostly].compactMap(\.self).joined(separator: ", "),
                mark: sector?.rawValue ?? "",
                sign: sector?.sign ?? "",
                url: url(of: cluster, question.filter, isLinked: singles <= Self.mostLinked, query)
            )
        }
    }

    /// For each cell the sector with most companies in it.
    private func largestSectors() -> [GridCell: SectorGroup] {
        var best: [GridCell: (sector: SectorGroup, weight: Int)] = [:]
        for sector in SectorGroup.allCases {
            var filter = question.filter
            let codes = sector.codes
            if !filter.activities.isEmpty {
                filter.activities = filter.activities.filter { asked in codes.contains { $0.contains(asked) } }
                if filter.activities.isEmpty { continue }
            } else {
                filter.activities = codes
            }
            for cluster in clusters(filter) where cluster.weight > best[cluster.cell]?.weight ?? 0 {
                best[cluster.cell] = (sector, cluster.weight)
            }
        }
        return best.mapValues(\.sector)
    }

    /// The recognised places as the counter has them, within the same area.
    private var recognisedGroups: [Group] {
        let codes = present.recognised.postalCodes(for: question.training?.code)
        let points = Dictionary(grouping: codes) { $0 }.compactMap { code, all in
            present.gazetteer.place(of: code).flatMap { place in
                question.isAbout(place) ? WeightedPoint(place.point, weight: all.count) : nil
            }
        }
        var areas = RegisterFilter()
        areas.only = present.recognised.numbers(for: question.training?.code, of: .establishment)
        let query = CompanyQuery().with(.training, query.all(.training)).with(.recognised, "ja")
        return TandemPlaces.clusters(of: points, in: view.cover, zoom: zoom).map { cluster in
            Group(
                kind: "recognised",
                cluster: cluster,
                label: words(Word("map.recognisedIn", ["place": place(of: cluster)], count: cluster.weight)),
                sign: "✓",
                url: url(of: cluster, areas, isLinked: true, query)
            )
        }
    }

    private var schoolGroups: [Group] {
        let clusters = TandemPlaces.clusters(
            of: schools.map { WeightedPoint($0.place.point, weight: 1) },
            in: view.cover,
            zoom: zoom
        )
        let grid = MapGrid(zoom: zoom)
        let byCell = Dictionary(grouping: schools) { grid.cell(of: $0.place.point) }
        return clusters.map { cluster in
            let here = byCell[cluster.cell] ?? []
            let first = here.count == 1 || isPoint(cluster) ? here.first : nil
            return Group(
                kind: "school",
                cluster: cluster,
                label: label(of: here, at: cluster),
                sign: "⌂",
                url: first.map { query.with(.box, "").with(.around, $0.around).url() }
            )
        }
    }

    /// `Duaalschool De Klimop, Antwerpen: 35 lerenden`.
    private func label(of schools: [MapSchool], at cluster: Cluster) -> String {
        let named =
            schools.count == 1
            ? schools.first.map { Word("map.school", ["name": $0.name, "place": $0.place.municipality.nameDutch]) }
            : nil
        let plain = words(named ?? Word("map.schools", ["place": place(of: cluster)], count: schools.count))
        let learners = schools.compactMap(\.learners)
        if learners.isEmpty { return plain }
        return words(Word("map.withLearners", ["schools": plain], count: learners.reduce(0, +)))
    }

    private func isPoint(_ cluster: Cluster) -> Bool { cluster.box.low == cluster.box.high }

    /// One company opens its page, many at one point their list; others are for zooming in.
    private func url(of cluster: Cluster, _ filter: RegisterFilter, isLinked: Bool, _ query: CompanyQuery) -> String? {
        guard isPoint(cluster) else { return nil }
        if cluster.weight == 1, isLinked {
            var single = filter
            single.box = cluster.box
            if let hit = present.companies.index.search(single, limit: 1).hits.first {
                return Addresses.radarCompany.url(hit.number.digits)
            }
        }
        let (low, high) = (cluster.box.low, cluster.box.high)
        let box = GeoBox(
            Lambert2008.geoPoint(MapPoint(x: low.x - 30, y: low.y - 30)),
            Lambert2008.geoPoint(MapPoint(x: high.x + 30, y: high.y + 30))
        )
        return query.with(.box, box.typed).url()
    }

    /// The place of a group, or the one nearest to its middle.
    private func place(of cluster: Cluster) -> String {
        let nearest = present.gazetteer.places.min {
            $0.point.squaredDistance(to: cluster.center) < $1.point.squaredDistance(to: cluster.center)
        }
        guard let nearest else { return "" }
        return isPoint(cluster) ? "\(nearest.postalCode.digits) \(nearest.nameDutch)" : nearest.municipality.nameDutch
    }
}
