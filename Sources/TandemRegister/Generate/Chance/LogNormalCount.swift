internal import Foundation

/// Whole numbers from 1 to a maximum that are spread as a log-normal distribution: many small, few large.
struct LogNormalCount: Sendable {
    private let table: AliasTable

    /// Finds the distribution with this mean.
    init(mean: Double, spread: Double, maximum: Int) {
        let centre = solve(for: mean, between: -4, and: 8) { centre in
            let shares = Self.shares(centre: centre, spread: spread, maximum: maximum)
            return shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        }
        table = AliasTable(Self.shares(centre: centre, spread: spread, maximum: maximum))
    }

    func draw(_ random: inout EntityRandom) -> Int { table.draw(&random) + 1 }

    private static func shares(centre: Double, spread: Double, maximum: Int) -> [Double] {
        let bounds = (1..<maximum).map { normalShare(below: (log(Double($0) + 0.5) - centre) / spread) }
        return zip(bounds + [1], [0] + bounds).map { $0 - $1 }
    }
}
