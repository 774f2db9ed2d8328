/// Draws an index, each as often as its weight says, in constant time (Walker 1977, Vose 1991).
struct AliasTable: Sendable {
    private let threshold: [UInt32]
    private let alias: [Int32]

    /// Weights may be anything but negative; where all are zero, every index is as likely.
    init(_ weights: [Double]) {
        let total = weights.reduce(0, +)
        let count = Double(weights.count)
        var share = weights.map { total > 0 ? $0 / total * count : 1 }
        var alias = Array(0..<Int32(weights.count))
        var small = share.indices.filter { share[$0] < 1 }
        var large = share.indices.filter { share[$0] >= 1 }
        while let poor = small.popLast(), let rich = large.last {
            alias[poor] = Int32(rich)
            share[rich] -= 1 - share[poor]
            if share[rich] < 1 {
                large.removeLast()
                small.append(rich)
            }
        }
        for left in small + large where alias[left] == Int32(left) { share[left] = 1 }
        threshold = share.map { UInt32(max(0, min($0, 1)) * Double(UInt32.max)) }
        self.alias = alias
    }

    var count: Int { threshold.count }

    func draw(_ random: inout EntityRandom) -> Int {
        let bits = random.next()
        let slot = Int(((bits >> 32) &* UInt64(threshold.count)) >> 32)
        return UInt32(truncatingIfNeeded: bits) <= threshold[slot] ? slot : Int(alias[slot])
    }
}
