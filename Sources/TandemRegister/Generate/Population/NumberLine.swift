/// Spreads numbers in ascending order over the ranges that the register uses, with random gaps.
///
/// A number has eight digits that are given out and two that check them: 97 less the eight modulo 97.
struct NumberLine: Sendable {
    /// A range of numbers and the part of the entities in it.
    struct Range: Sendable {
        let first: Int
        let count: Int
        let share: Double
    }

    private struct Segment: Sendable {
        let range: Range
        let indices: Swift.Range<Int>
    }

    private let segments: [Segment]
    private let seed: UInt64
    private let kind: EntityKind
    private let count: Int
    /// Where the numbers of newer entities begin.
    private let next: Int

    init(_ ranges: [Range], count: Int, kind: EntityKind, seed: UInt64) {
        self.count = count
        self.kind = kind
        self.seed = seed
        var share = 0.0
        segments = ranges.map { range in
            let first = Int((share * Double(count)).rounded())
            share += range.share
            return Segment(range: range, indices: first..<max(first, Int((share * Double(count)).rounded())))
        }
        next = ranges.last.map { $0.first + $0.count } ?? 0
    }

    /// The eight digits of an entity; those beyond the count come after all others.
    func stem(_ index: Int) -> Int {
        var random = EntityRandom(seed: seed, .number, index, kind: kind)
        guard index < count, let segment = segments.first(where: { $0.indices.contains(index) }) else {
            return next + (index - count) * 3 + random.below(3)
        }
        let place = index - segment.indices.lowerBound
        let low = place * segment.range.count / segment.indices.count
        let high = (place + 1) * segment.range.count / segment.indices.count
        return segment.range.first + low + random.below(high - low)
    }

    /// Few old numbers are left, natural persons came in from 05 on, and 10 is being given out.
    static func enterprises(count: Int, seed: UInt64) -> Self {
        let shares = [0.022, 0.006, 0.232, 0.085, 0.095, 0.235, 0.195, 0.05]
        var ranges = [Range(first: 2_000_657, count: 999_343, share: shares[0])]
        for (offset, share) in shares.dropFirst().enumerated() {
            ranges.append(Range(first: 3_000_000 + offset * 1_000_000, count: 1_000_000, share: share))
        }
        ranges.append(Range(first: 10_000_000, count: 300_000, share: 1 - shares.reduce(0, +)))
        return Self(ranges, count: count, kind: .enterprise, seed: seed)
    }

    static func establishments(count: Int, seed: UInt64) -> Self {
        let range = Range(first: 20_000_001, count: 3_900_000, share: 1)
        return Self([range], count: count, kind: .establishment, seed: seed)
    }

    static func branches(count: Int, seed: UInt64) -> Self {
        Self([Range(first: 90_000_001, count: 9_900, share: 1)], count: count, kind: .branch, seed: seed)
    }

    /// The part of the enterprises whose numbers begin with 02, 03 or 04, from before natural persons got one.
    static let oldShare = 0.26
}
