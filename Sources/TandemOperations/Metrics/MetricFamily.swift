/// What a metric is: its name, what it tells, and how it is shown.
package struct MetricFamily: Sendable, Hashable {
    /// How the values of a family are to be read.
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    package let name: String
    package let help: String
    package let kind: Kind
    /// The upper bounds of a histogram, from small to large; what is larger still falls in the last, `+Inf`.
    package let buckets: [Double]

    package init(_ name: String, _ kind: Kind, buckets: [Double] = [], _ help: String) {
        self.name = name
        self.help = help
        self.kind = kind
        self.buckets = buckets
    }
}

/// The labels of one series, in the order of their names.
package struct MetricLabels: Sendable, Hashable, Comparable {
    package let pairs: [Pair]

    package struct Pair: Sendable, Hashable, Comparable {
        package let name: String
        package let value: String

        package static func < (lhs: Self, rhs: Self) -> Bool { (lhs.name, lhs.value) < (rhs.name, rhs.value) }
    }

    package init(_ pairs: [(String, String)] = []) {
        self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }.sorted()
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.pairs.lexicographicallyPrecedes(rhs.pairs) }
}

/// What a series holds at one moment.
package enum MetricValue: Sendable, Hashable {
    case number(Double)
    /// How many observations fell in each bucket, with those above the last bound behind them, and their sum.
    case histogram(counts: [Int], sum: Double)
}

/// A family with its series at one moment.
package struct MetricSnapshot: Sendable {
    package let family: MetricFamily
    package let series: [MetricLabels: MetricValue]

    package init(_ family: MetricFamily, _ series: [MetricLabels: MetricValue]) {
        self.family = family
        self.series = series
    }

    /// A family of one series without labels.
    package init(_ family: MetricFamily, _ number: Double) {
        self.init(family, [MetricLabels(): .number(number)])
    }
}
