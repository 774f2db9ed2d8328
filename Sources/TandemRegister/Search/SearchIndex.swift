package import TandemPlaces

/// The index for searching, in memory: all of the last whole index, and what changed since.
///
/// It never changes; an Update makes a new one that shares the large part.
package struct SearchIndex: Sendable {
    private let whole: Segment
    /// Numbers of which the second part knows better.
    private let replaced: NumberSet
    private let changes: Segment?
    private let gazetteer: Gazetteer
    /// How many establishments there are at each place: what a map shows before anything is asked.
    private var establishments: [Int] = []

    init(whole: Segment, changes: Segment?, replaced: NumberSet, gazetteer: Gazetteer) {
        self.whole = whole
        self.changes = changes
        self.replaced = replaced
        self.gazetteer = gazetteer
        establishments = countsByPlace(RegisterFilter())
    }

    /// Counts what a filter allows, and gives a page of it in order.
    package func search(
        _ filter: RegisterFilter,
        by order: RegisterOrder = .relevance,
        skipping offset: Int = 0,
        limit: Int = 50
    ) -> RegisterHits {
        let allowed = allowedPlaces(filter)
        let ranking = Ranking(order, gazetteer, allowed: allowed)
        var best = BestHits(room: max(0, offset) + max(0, limit))
        forEachMatch(filter, allowed) { segment, match in
            best.add(firstKey: ranking.firstKey(match)) { ranking.hit(match, in: segment) }
        }
        let page = best.sorted.dropFirst(offset).prefix(limit)
        return RegisterHits(total: best.count, hits: page.map { ranking.result($0, gazetteer) })
    }

    /// How many a filter allows at each place where there are any.
    package func counts(_ filter: RegisterFilter) -> [BelgianPlace: Int] {
        let counts = countsByPlace(filter)
        return Dictionary(
            uniqueKeysWithValues: gazetteer.places.enumerated().compactMap { number, place in
                counts[number] > 0 ? (place, counts[number]) : nil
            }
        )
    }

    /// How many a filter allows in each municipality where there are any, by its code.
    package func countsByMunicipality(_ filter: RegisterFilter) -> [String: Int] {
        var sums: [String: Int] = [:]
        for (number, count) in countsByPlace(filter).enumerated() where count > 0 && number < gazetteer.count {
            sums[gazetteer.places[number].municipality.code, default: 0] += count
        }
        return sums
    }

    /// What a filter allows as clusters on a view of the map.
    package func clusters(_ filter: RegisterFilter, in view: MapBox, zoom: Int) -> [Cluster] {
        var wider = filter
        let cover = MapGrid(zoom: zoom).cover(view)
        if filter.box == nil { wider.box = cover }
        let counts = countsByPlace(wider)
        let points = gazetteer.places.enumerated().lazy.map { WeightedPoint($1.point, weight: counts[$0]) }
        return TandemPlaces.clusters(of: points, in: view, zoom: zoom)
    }

    /// How many a filter allows at each place, by its number; last those without a place.
    private func countsByPlace(_ filter: RegisterFilter) -> [Int] {
        let allowed = allowedPlaces(filter)
        if filter.isAboutPlaceAlone, !establishments.isEmpty {
            return zip(establishments, allowed).map { $1 ? $0 : 0 }
        }
        var counts = Array(repeating: 0, count: gazetteer.count + 1)
        forEachMatch(filter, allowed) { _, match in counts[match.place] += 1 }
        return counts
    }

    private func forEachMatch(
        _ filter: RegisterFilter,
        _ allowed: [Bool],
        _ body: (Segment, SegmentMatch) -> Void
    ) {
        let dead = replaced.count == 0 ? nil : replaced
        SegmentSearch(whole, filter, allowed, dead: dead).forEachMatch { body(whole, $0) }
        guard let changes else { return }
        SegmentSearch(changes, filter, allowed, dead: nil).forEachMatch { body(changes, $0) }
    }

    private func allowedPlaces(_ filter: RegisterFilter) -> [Bool] {
        guard filter.isAboutPlace else { return Array(repeating: true, count: gazetteer.count + 1) }
        return gazetteer.places.map(filter.allows) + [false]
    }
}

/// An entity of a segment that meets a filter.
struct SegmentMatch {
    let slot: Int
    let place: Int
    /// How far its name is from what was asked; nothing where no name was asked.
    let cost: Int
}
