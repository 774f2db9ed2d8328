/// All words of names, sorted, and again sorted by their letters from the last to the first.
struct WordIndex: Sendable, Equatable {
    /// The words one behind another.
    let bytes: [UInt8]
    /// Where each word starts, and at the end where the last ends.
    let starts: [UInt32]
    /// The words in the order of their endings.
    let byEnding: [UInt32]

    var count: Int { max(0, starts.count - 1) }

    func word(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    func length(_ number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

    /// The words that start with these letters.
    func words(startingWith prefix: ArraySlice<UInt8>) -> Range<Int> {
        let low = bound { precedes(word($0), prefix) }
        let high = bound { precedes(word($0), prefix) || word($0).starts(with: prefix) }
        return low..<high
    }

    /// The number of a word.
    func number(of word: ArraySlice<UInt8>) -> Int? {
        let place = bound { precedes(self.word($0), word) }
        return place < count && self.word(place) == word ? place : nil
    }

    /// The words that end with these letters.
    func words(endingWith suffix: ArraySlice<UInt8>) -> ArraySlice<UInt32> {
        let end = suffix.reversed()
        let low = bound { reversedWord($0).lexicographicallyPrecedes(end) }
        let high = bound {
            let word = reversedWord($0)
            return word.lexicographicallyPrecedes(end) || word.starts(with: end)
        }
        return byEnding[low..<high]
    }

    private func reversedWord(_ place: Int) -> ReversedCollection<ArraySlice<UInt8>> {
        word(Int(byEnding[place])).reversed()
    }

    /// The first place that is not before.
    private func bound(_ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension WordIndex {
    /// Sorts the words of a table, and tells which place each got.
    static func sorting(_ table: WordTable) -> (index: WordIndex, rename: [UInt32]) {
        var order = (0..<table.count).map { SortKey(head: head(table.word($0)), number: UInt32($0)) }
        order.sort { first, second in
            guard first.head == second.head else { return first.head < second.head }
            return precedes(table.word(Int(first.number)), table.word(Int(second.number)))
        }
        var rename = [UInt32](repeating: 0, count: table.count)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(table.bytes.count)
        var starts: [UInt32] = [0]
        for (place, key) in order.enumerated() {
            rename[Int(key.number)] = UInt32(place)
            bytes.append(contentsOf: table.word(Int(key.number)))
            starts.append(UInt32(bytes.count))
        }
        let sorted = WordIndex(bytes: bytes, starts: starts, byEnding: [])
        return (WordIndex(bytes: bytes, starts: starts, byEnding: sorted.orderOfEndings()), rename)
    }

    private func orderOfEndings() -> [UInt32] {
        var order = (0..<count).map { SortKey(head: head(word($0).reversed()), number: UInt32($0)) }
        order.sort { first, second in
            guard first.head == second.head else { return first.head < second.head }
            let (word, other) = (word(Int(first.number)), word(Int(second.number)))
            return word.reversed().lexicographicallyPrecedes(other.reversed())
        }
        return order.map(\.number)
    }
}

/// The first eight bytes of a text as a number, so that most comparisons are one.
struct SortKey {
    let head: UInt64
    let number: UInt32
}

func head(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var (head, count): (UInt64, UInt64) = (0, 0)
    for byte in bytes.prefix(8) {
        head = head << 8 | UInt64(byte)
        count += 1
    }
    return count == 8 ? head : head << (8 * (8 - count))
}
