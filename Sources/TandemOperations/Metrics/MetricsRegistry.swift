package import Metrics

internal import Synchronization

/// Keeps what is measured and shows it when it is asked for: the back of swift-metrics that writes no further.
///
/// A name stands for one kind; what is made under it as another kind measures into nothing that is shown.
package final class MetricsRegistry: MetricsFactory {
    private let families: [String: MetricFamily]
    private let known = Mutex<[String: Measured]>([:])

    /// The series of one family.
    private struct Measured {
        let family: MetricFamily
        var series: [MetricLabels: any MetricSeries] = [:]
    }

    /// - Parameter families: says of each name what it tells; a name that is not among them is shown without a help.
    package init(_ families: [MetricFamily]) {
        self.families = Dictionary(families.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Everything that was measured so far.
    package func snapshot() -> [MetricSnapshot] {
        let measured = known.withLock { Array($0.values) }
        return measured.map { MetricSnapshot($0.family, $0.series.mapValues { $0.value }) }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, .counter, dimensions) { _ in CountSeries() }
    }

    package func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, .counter, dimensions) { _ in CountSeries() }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, .gauge, dimensions) { _ in GaugeSeries() }
    }

    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        aggregate
            ? series(label, .histogram, dimensions) { HistogramSeries(bounds: $0.buckets) }
            : series(label, .gauge, dimensions) { _ in GaugeSeries() }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, .histogram, dimensions) { HistogramSeries(bounds: $0.buckets) }
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }

    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { forget(handler) }

    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }

    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }

    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    /// The series of these labels, made where there is none yet.
    private func series<Series: MetricSeries>(
        _ label: String,
        _ kind: MetricFamily.Kind,
        _ dimensions: [(String, String)],
        _ make: (MetricFamily) -> Series
    ) -> Series {
        let labels = MetricLabels(dimensions)
        let family = families[label] ?? MetricFamily(label, kind, buckets: MetricFamily.seconds, "")
        return known.withLock { known in
            if let found = known[label]?.series[labels] as? Series { return found }
            let made = make(family)
            guard family.kind == kind, known[label, default: Measured(family: family)].family.kind == kind else {
                return made
            }
            known[label, default: Measured(family: family)].series[labels] = made
            return made
        }
    }

    private func forget(_ handler: AnyObject) {
        known.withLock { known in
            known = known.mapValues { Measured(family: $0.family, series: $0.series.filter { $0.value !== handler }) }
        }
    }
}

extension MetricFamily {
    /// Bounds for durations in seconds, from a statement on an index to what nobody waits for.
    package static let seconds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
}
