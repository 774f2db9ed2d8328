/// The random numbers of one thing about one entity (SplitMix64, Steele 2014).
///
/// Every entity has a stream of its own for each purpose, so any row can be made again alone, in any order.
struct EntityRandom {
    private var state: UInt64

    /// What a stream decides; the raw value is part of the seed, so a new purpose changes no other.
    enum Purpose: UInt64 {
        case number = 1, enterprise, layout, order, establishment, branch, situation, name, address, contact
        case activity, employer, day, additional
    }

    init(seed: UInt64, _ purpose: Purpose, _ index: Int, kind: EntityKind = .enterprise, revision: Int = 0) {
        let key = purpose.rawValue << 56 | UInt64(kind.rawValue) << 52 | UInt64(revision) << 40 | UInt64(index)
        state = Self.mixed(seed &+ Self.mixed(key &+ Self.step))
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// A number from 0 up to and not including 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number from 0 up to and not including `limit`; 0 where there is none.
    mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        return Int(((next() >> 32) &* UInt64(limit)) >> 32)
    }

    /// Yes, with this probability.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// How often something happens that happens `mean` times on average (Poisson; Knuth in steps that cannot underflow).
    mutating func occurrences(mean: Double) -> Int {
        var rest = mean
        var total = 0
        while rest > 0 {
            total += occurrencesOfSmall(mean: min(rest, 30))
            rest -= 30
        }
        return total
    }

    private mutating func occurrencesOfSmall(mean: Double) -> Int {
        let limit = exponential(-mean)
        var product = unit()
        var count = 0
        while product > limit {
            product *= unit()
            count += 1
        }
        return count
    }
}
