internal import Metrics
internal import Synchronization

/// The values of one family under one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    var value: MetricValue { get }
}

/// Counts, and never goes back but to nothing.
final class CountSeries: MetricSeries, CounterHandler, FloatingPointCounterHandler {
    private let total = Mutex(0.0)

    var value: MetricValue { .number(total.withLock { $0 }) }

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func increment(by amount: Double) {
        guard amount > 0 else { return }
        total.withLock { $0 += amount }
    }

    func reset() { total.withLock { $0 = 0 } }
}

/// Holds what was last set.
final class GaugeSeries: MetricSeries, MeterHandler, RecorderHandler {
    private let current = Mutex(0.0)

    var value: MetricValue { .number(current.withLock { $0 }) }

    func set(_ value: Int64) { set(Double(value)) }

    func set(_ value: Double) { current.withLock { $0 = value } }

    func increment(by amount: Double) { current.withLock { $0 += amount } }

    func decrement(by amount: Double) { current.withLock { $0 -= amount } }

    func record(_ value: Int64) { set(Double(value)) }

    func record(_ value: Double) { set(value) }
}

/// Counts observations by size; durations are kept in seconds.
final class HistogramSeries: MetricSeries, TimerHandler, RecorderHandler {
    private let bounds: [Double]
    private let state: Mutex<(counts: [Int], sum: Double)>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex((Array(repeating: 0, count: bounds.count + 1), 0))
    }

    var value: MetricValue {
        let (counts, sum) = state.withLock { $0 }
        return .histogram(counts: counts, sum: sum)
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += value
        }
    }
}
