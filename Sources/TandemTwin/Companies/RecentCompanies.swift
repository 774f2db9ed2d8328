/// A company of which recognitions were approved in the last school year, before it has a sector.
struct RecentCompany: Sendable {
    let size: Int
    /// The number of recognitions at each of its establishments, none of them zero.
    var sites: [Int]

    var files: Int { sites.reduce(0, +) }
}

/// Builds the companies of table 5: per size class as many companies, establishments and recognitions as printed.
enum RecentCompanies {
    /// No more recognitions at one establishment in one year, so that the trainings suffice.
    private static let mostPerSite = 9

    static func build(
        _ sizes: [TwinSize],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) -> [RecentCompany] {
        var companies: [RecentCompany] = []
        for (index, size) in sizes.enumerated() {
            let table = cells.approvedBySize
            let first = companies.count
            let count = try table.required(size.code, "companies")
            let sites = try table.required(size.code, "establishments")
            let files = try table.required(size.code, "recognitions")
            guard count > 0, sites >= count, (sites...sites * mostPerSite).contains(files) else {
                throw .doesNotFit("table 5 \(size.code)", cards: files, places: sites)
            }
            companies += Array(repeating: RecentCompany(size: index, sites: [1]), count: count)
            for _ in count..<sites { companies[first + random.below(count)].sites.append(1) }
            spread(files - sites, over: &companies, first..<companies.count, &random)
        }
        return companies
    }

    /// Adds recognitions one by one at random establishments that have room.
    private static func spread(
        _ extra: Int,
        over companies: inout [RecentCompany],
        _ range: Range<Int>,
        _ random: inout TwinRandom
    ) {
        let places = range.flatMap { company in companies[company].sites.indices.map { (company, $0) } }
        var rest = extra
        while rest > 0, let (company, site) = random.element(of: places) {
            guard companies[company].sites[site] < mostPerSite else { continue }
            companies[company].sites[site] += 1
            rest -= 1
        }
    }
}

/// Puts things of different sizes into bins, so that each bin is exactly full.
///
/// The large ones go first and things of size one close the gaps, of which there must be enough.
struct ExactFilling {
    private(set) var room: [Int]

    init(room: [Int]) { self.room = room }

    /// The bin for a thing of this size, more often one with much room; nothing where none is left.
    mutating func bin(for size: Int, allowed: (Int) -> Bool, _ random: inout TwinRandom) -> Int? {
        let weights = room.indices.map { room[$0] >= size && allowed($0) ? room[$0] : 0 }
        guard let bin = random.index(weights: weights) else { return nil }
        room[bin] -= size
        return bin
    }
}
