/// Finds names by words: whole, begun, with typing errors, written together or apart.
///
/// Begun words are taken with the whole ones. Only where that finds little are errors allowed, and only where that
/// finds nothing may one of three words or more be missing.
struct NameSearch {
    private let segment: Segment
    private static let mostWords = 8
    private static let enough = 20

    init(_ segment: Segment) { self.segment = segment }

    /// A slot whose names have the words, and how far they are from them; in the order of the slots.
    struct Match {
        let slot: Int
        let cost: Int
    }

    func matches(_ text: String) -> [Match] {
        let words = Self.words(of: text)
        guard !words.isEmpty, segment.count > 0 else { return [] }
        var found = NamedSlots()
        found.add(slots(with: words.map(begun)), extra: 0)
        if found.count < Self.enough { addSimilar(words, to: &found) }
        if found.count == 0, words.count > 2 {
            for missing in words.indices {
                let rest = words.indices.filter { $0 != missing }
                found.add(slots(with: rest.map { similar(words[$0]) }), extra: 4)
            }
        }
        return found.sorted.map { slot, cost in
            Match(slot: slot, cost: cost << 8 | Int(segment.wordCounts[slot]))
        }
    }

    /// The words that are asked for: those of one letter only where there are no others.
    static func words(of text: String) -> [[UInt8]] {
        var folding = NameFolding()
        folding.fold(text)
        let words = folding.tellingWords.map(Array.init)
        let long = words.filter { $0.count > 1 }
        return Array((long.isEmpty ? words : long).prefix(mostWords))
    }

    private func addSimilar(_ words: [[UInt8]], to found: inout NamedSlots) {
        for alternative in rewritten(words) { found.add(slots(with: alternative.map(begun)), extra: 1) }
        found.add(slots(with: words.map(similar)), extra: 0)
    }

    /// The same words with two written as one, or with one written as two, where the register has those words.
    private func rewritten(_ words: [[UInt8]]) -> [[[UInt8]]] {
        var alternatives: [[[UInt8]]] = []
        for (index, word) in words.enumerated() {
            if index + 1 < words.count, exists(word + words[index + 1]) {
                alternatives.append(words[..<index] + [word + words[index + 1]] + words[(index + 2)...])
            }
            for place in 3..<max(3, word.count - 2) where exists(Array(word[..<place])) && exists(Array(word[place...]))
            {
                alternatives.append(
                    words[..<index] + [Array(word[..<place]), Array(word[place...])] + words[(index + 1)...]
                )
            }
        }
        return alternatives
    }

    private func exists(_ word: [UInt8]) -> Bool { segment.words.number(of: word[...]) != nil }

    /// The lists of names with the word itself and with words that begin with it.
    private func begun(_ word: [UInt8]) -> [NameList] {
        let exact = segment.words.number(of: word[...])
        var lists = exact.map { [NameList(slots: segment.byWord.list($0), cost: 0)] } ?? []
        guard word.count >= 3 else { return lists }
        for number in segment.words.words(startingWith: word[...]) where number != exact {
            lists.append(NameList(slots: segment.byWord.list(number), cost: 1))
        }
        return lists
    }

    /// The same lists, and those with words that differ by typing errors.
    private func similar(_ word: [UInt8]) -> [NameList] {
        begun(word)
            + SimilarWords(segment.words).similar(to: word).map { number, errors in
                NameList(slots: segment.byWord.list(number), cost: 1 + errors)
            }
    }

    /// The slots that are in a list of each word, and what that costs together; the rarest word is taken first.
    private func slots(with words: [[NameList]]) -> [NamedSlot] {
        let rarestFirst = words.sorted { $0.reduce(0) { $0 + $1.slots.count } < $1.reduce(0) { $0 + $1.slots.count } }
        guard var slots = rarestFirst.first.map({ union($0) }) else { return [] }
        for lists in rarestFirst.dropFirst() where !slots.isEmpty { slots = slots.thatAre(in: lists) }
        return slots
    }

    private func union(_ lists: [NameList]) -> [NamedSlot] {
        if lists.count == 1, let list = lists.first { return list.slots.map { NamedSlot(slot: $0, cost: list.cost) } }
        guard !lists.isEmpty else { return [] }
        var all = SlotSet(count: segment.count)
        var costs = [UInt8](repeating: 0, count: segment.count)
        for list in lists {
            for slot in list.slots where all.insert(Int(slot)) { costs[Int(slot)] = UInt8(min(255, list.cost)) }
        }
        var slots: [NamedSlot] = []
        all.forEach { slots.append(NamedSlot(slot: UInt32($0), cost: Int(costs[$0]))) }
        return slots
    }
}

/// The slots of names that have a word, and how far that word is from the one that was asked.
private struct NameList {
    let slots: ArraySlice<UInt32>
    let cost: Int
}

private struct NamedSlot {
    let slot: UInt32
    var cost: Int
}

extension [NamedSlot] {
    /// Those that are in one of the lists, the nearest first; `self` is sorted.
    fileprivate func thatAre(in lists: [NameList]) -> [NamedSlot] {
        var costs = [Int](repeating: -1, count: count)
        for list in lists {
            if list.slots.count < count {
                forEachCommon(of: list.slots) { if costs[$0] < 0 { costs[$0] = list.cost } }
            } else {
                for (index, named) in enumerated() where costs[index] < 0 && list.slots.containsSorted(named.slot) {
                    costs[index] = list.cost
                }
            }
        }
        return indices.compactMap { index in
            costs[index] < 0 ? nil : NamedSlot(slot: self[index].slot, cost: self[index].cost + costs[index])
        }
    }

    /// Hands over the place of each slot of a short list that is here.
    private func forEachCommon(of slots: ArraySlice<UInt32>, _ body: (Int) -> Void) {
        for slot in slots {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if self[middle].slot < slot { low = middle + 1 } else { high = middle }
            }
            if low < count, self[low].slot == slot { body(low) }
        }
    }
}

extension ArraySlice<UInt32> {
    fileprivate func containsSorted(_ value: UInt32) -> Bool {
        let place = lowerBound(self, value)
        return place < endIndex && self[place] == value
    }
}

/// Slots that were found in several ways, each at the least cost.
private struct NamedSlots {
    private var costs: [UInt32: Int] = [:]
    private var first: [NamedSlot] = []

    var count: Int { max(costs.count, first.count) }

    mutating func add(_ slots: [NamedSlot], extra: Int) {
        // The first and largest answer needs no table as long as no other comes.
        if first.isEmpty, costs.isEmpty, extra == 0 { return first = slots }
        if costs.isEmpty { costs = Dictionary(first.map { ($0.slot, $0.cost) }) { min($0, $1) } }
        for named in slots { costs[named.slot] = min(costs[named.slot] ?? .max, named.cost + extra) }
    }

    /// In the order of the slots.
    var sorted: [(Int, Int)] {
        if costs.isEmpty { return first.map { (Int($0.slot), $0.cost) } }
        return costs.map { (Int($0.key), $0.value) }.sorted { $0.0 < $1.0 }
    }
}
