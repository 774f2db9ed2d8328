internal import Metrics

/// Counts what following the company register does on this server.
package struct FollowMeasures: Sendable {
    private let registry: MetricsRegistry

    package init(_ registry: MetricsRegistry) { self.registry = registry }

    /// How a run ended.
    package enum Outcome: String, Sendable {
        /// A new extract was followed.
        case done
        /// There was no new extract.
        case idle
        /// Another server was at it.
        case busy
        /// The extract would end more than a true one would.
        case refused
        case failed
    }

    /// A run ended, and found so many that ended and changed.
    package func ran(_ outcome: Outcome, ended: Int = 0, changed: Int = 0) {
        Counter(label: MetricFamily.followRuns.name, dimensions: [("outcome", outcome.rawValue)], factory: registry)
            .increment()
        for (news, count) in [("ended", ended), ("changed", changed)] where count > 0 {
            Counter(label: MetricFamily.followNews.name, dimensions: [("news", news)], factory: registry)
                .increment(by: count)
        }
    }
}
