internal import Foundation

/// `e` to the power of `value`.
func exponential(_ value: Double) -> Double { exp(value) }

/// The share of a standard normal distribution that lies below `value`.
func normalShare(below value: Double) -> Double { 0.5 * (1 + erf(value / 2.0.squareRoot())) }

/// Where a rising function reaches `target`, between two bounds.
func solve(for target: Double, between low: Double, and high: Double, _ function: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<45 {
        let middle = (low + high) / 2
        if function(middle) < target { low = middle } else { high = middle }
    }
    return (low + high) / 2
}

/// `base` to the power of `exponent`.
func powered(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
