internal import Metrics

/// Measures the runs of the legal clock.
package struct ClockMeasures: Sendable {
    private let registry: MetricsRegistry

    package init(_ registry: MetricsRegistry) { self.registry = registry }

    /// How a run ended.
    package enum Outcome: String, Sendable {
        case done
        /// Another server was at it.
        case busy
        case failed
    }

    /// A run ended, and did so many acts of each kind.
    package func ran(_ outcome: Outcome, acts: [String: Int] = [:]) {
        Counter(label: MetricFamily.clockRuns.name, dimensions: [("outcome", outcome.rawValue)], factory: registry)
            .increment()
        for (act, count) in acts {
            Counter(label: MetricFamily.clockActs.name, dimensions: [("act", act)], factory: registry)
                .increment(by: count)
        }
    }
}
