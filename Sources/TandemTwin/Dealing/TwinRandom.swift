/// A generator of random numbers that gives the same for the same seed on every machine (SplitMix64, Steele 2014).
///
/// The methods are its own as well: those of the standard library may change from version to version.
struct TwinRandom: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to and not including `limit`; 0 where there is none.
    mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        return Int(truncatingIfNeeded: (next() >> 33) % UInt64(limit))
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// Yes, so many times in a hundred.
    mutating func percent(_ chance: Int) -> Bool { below(100) < chance }

    mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    mutating func shuffle<Element>(_ elements: inout [Element]) {
        var last = elements.count - 1
        while last > 0 {
            elements.swapAt(last, below(last + 1))
            last -= 1
        }
    }

    /// An index, each as often as its weight says; nothing where all weights are zero.
    mutating func index(weights: [Int]) -> Int? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var rest = below(total)
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return nil
    }
}
