/// A set of numbers of the register that answers in a nanosecond: a bit for each number from the least to the greatest.
package struct NumberSet: Sendable, Hashable {
    private var words: [UInt64] = []
    private var firstWord = 0
    package private(set) var count = 0

    package init() {}

    package init(_ numbers: some Sequence<EntityNumber>) {
        let stems = numbers.map(\.stem)
        self.init(from: stems.min() ?? 0, to: stems.max() ?? 0)
        for stem in stems { insert(stem) }
    }

    /// An empty set with room for the numbers of a span.
    init(from least: UInt32, to greatest: UInt32) {
        firstWord = Int(least >> 6)
        words = Array(repeating: 0, count: Int(greatest >> 6) - firstWord + 1)
    }

    package func contains(_ number: EntityNumber) -> Bool { contains(number.stem) }

    func contains(_ stem: UInt32) -> Bool {
        let word = Int(stem >> 6) - firstWord
        guard words.indices.contains(word) else { return false }
        return words[word] & (1 << UInt64(stem & 63)) != 0
    }

    /// Puts a number in that lies within the span, and says whether it was not there yet.
    @discardableResult
    mutating func insert(_ stem: UInt32) -> Bool {
        let word = Int(stem >> 6) - firstWord
        let bit: UInt64 = 1 << UInt64(stem & 63)
        guard words.indices.contains(word), words[word] & bit == 0 else { return false }
        words[word] |= bit
        count += 1
        return true
    }

    /// Takes a number out.
    mutating func remove(_ stem: UInt32) {
        guard contains(stem) else { return }
        words[Int(stem >> 6) - firstWord] &= ~(1 << UInt64(stem & 63))
        count -= 1
    }
}
