/// Divides a whole number over weights, by largest remainders, with no share above its cap.
///
/// Shares add up to `total` wherever the caps allow it.
func apportion(_ total: Int, weights: [Int], caps: [Int]? = nil) -> [Int] {
    var shares = [Int](repeating: 0, count: weights.count)
    var rest = total
    var open = weights.indices.filter { weights[$0] > 0 }
    while rest > 0, !open.isEmpty {
        let weightSum = open.reduce(0) { $0 + weights[$1] }
        let full = open.filter { index in caps.map { rest * weights[index] / weightSum >= $0[index] } ?? false }
        if full.isEmpty {
            give(rest, to: open, weights, weightSum, &shares)
            return shares
        }
        for index in full { shares[index] = caps?[index] ?? 0 }
        rest -= full.reduce(0) { $0 + shares[$1] }
        open.removeAll { full.contains($0) }
    }
    return shares
}

/// Gives everybody the whole part of their share, and one more each to the largest remainders.
private func give(_ rest: Int, to open: [Int], _ weights: [Int], _ weightSum: Int, _ shares: inout [Int]) {
    for index in open { shares[index] = rest * weights[index] / weightSum }
    let left = rest - open.reduce(0) { $0 + shares[$1] }
    let remainders = open.map { (index: $0, size: rest * weights[$0] % weightSum) }
    for (index, _) in remainders.sorted(by: { ($1.size, $0.index) < ($0.size, $1.index) }).prefix(left) {
        shares[index] += 1
    }
}

/// So many cards of each kind, by index.
func cards(_ counts: [Int]) -> [Int] {
    counts.enumerated().flatMap { [Int](repeating: $0.offset, count: max(0, $0.element)) }
}
