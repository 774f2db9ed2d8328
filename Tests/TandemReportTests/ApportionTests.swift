import Testing

@testable import TandemTwin

@Suite struct `Shares of a whole number` {
    @Test(
        arguments: [
            (10, [1, 1], nil, [5, 5]),
            (10, [1, 2], nil, [3, 7]),
            (3, [1, 1, 1, 1], nil, [1, 1, 1, 0]),
            (7, [0, 3], nil, [0, 7]),
            (10, [1, 1, 1], [1, 10, 10], [1, 5, 4]),
            (10, [1, 1], [2, 3], [2, 3]),
            (0, [1, 2], nil, [0, 0]),
        ] as [(Int, [Int], [Int]?, [Int])]
    )
    func `go by largest remainder, up to their caps`(_ total: Int, _ weights: [Int], _ caps: [Int]?, _ shares: [Int]) {
        #expect(apportion(total, weights: weights, caps: caps) == shares)
    }

    @Test func `add up whatever the weights`() {
        for seed in UInt64(1)...20 {
            var random = TwinRandom(seed: seed)
            let total = random.below(5_000)
            let weights = (0..<25).map { _ in random.below(900) }
            #expect(apportion(total, weights: weights).reduce(0, +) == total, "seed \(seed)")
        }
    }
}
