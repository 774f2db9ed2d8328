internal import Metrics

/// Measures requests: by method, by the pattern of their route and by status, and never by what stands in them.
package struct RequestMeasures: Sendable {
    private let registry: MetricsRegistry

    package init(_ registry: MetricsRegistry) { self.registry = registry }

    package func begin() { Meter(label: MetricFamily.requestsInFlight.name, factory: registry).increment() }

    /// A request was answered.
    ///
    /// - Parameters:
    ///   - method: as it was sent; one that no route knows counts as `other`, so that nobody can make up series.
    ///   - route: the pattern of the route, or nothing where none answers.
    ///   - status: of the answer.
    ///   - duration: from its head to its answer.
    package func end(_ method: String, route: String?, status: Int, duration: Duration) {
        Meter(label: MetricFamily.requestsInFlight.name, factory: registry).decrement()
        let labels = [("method", Self.known(method)), ("route", route ?? Self.noRoute)]
        Counter(
            label: MetricFamily.requests.name,
            dimensions: labels + [("status", String(status))],
            factory: registry
        )
        .increment()
        Timer(label: MetricFamily.requestSeconds.name, dimensions: labels, factory: registry)
            .recordNanoseconds(duration.nanoseconds)
    }

    /// What stands in the place of a pattern where no route answers.
    package static let noRoute = "none"

    /// The method, where it is one of those that routes have.
    package static func known(_ method: String) -> String {
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].contains(method) ? method : "other"
    }
}

extension Duration {
    /// Whole nanoseconds, as metrics are recorded.
    package var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }

    /// Whole milliseconds, as the log shows them.
    package var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
