/// For each key a sorted list of slots, all lists one behind another.
struct Postings: Sendable, Equatable {
    /// Where the list of each key starts, and at the end where the last ends.
    let starts: [UInt32]
    let slots: [UInt32]

    init(starts: [UInt32], slots: [UInt32]) {
        self.starts = starts.isEmpty ? [0] : starts
        self.slots = slots
    }

    var keys: Int { starts.count - 1 }

    func list(_ key: Int) -> ArraySlice<UInt32> { slots[Int(starts[key])..<Int(starts[key + 1])] }

    /// The part of a list that lies in a span of slots.
    func list(_ key: Int, in span: Range<UInt32>) -> ArraySlice<UInt32> {
        let list = list(key)
        let low = lowerBound(list, span.lowerBound)
        return list[low..<lowerBound(list[low...], span.upperBound)]
    }
}

/// Keys of entities, one behind another: what ``Postings`` is made from.
struct EntityKeys {
    private(set) var ends: [UInt32] = []
    private(set) var keys: [UInt32] = []

    mutating func append(_ keys: some Sequence<UInt32>) {
        self.keys.append(contentsOf: keys)
        ends.append(UInt32(self.keys.count))
    }

    subscript(entity: Int) -> ArraySlice<UInt32> {
        keys[(entity == 0 ? 0 : Int(ends[entity - 1]))..<Int(ends[entity])]
    }

    /// Turns the keys round: for each key the slots that have it, in order.
    ///
    /// `order` is the entity of each slot, `rename` the place of each key among the sorted keys.
    func postings(order: [UInt32], rename: [UInt32]) -> Postings {
        var starts = [UInt32](repeating: 0, count: rename.count + 1)
        for key in keys { starts[Int(rename[Int(key)]) + 1] += 1 }
        for key in 1..<max(1, starts.count) { starts[key] += starts[key - 1] }
        var next = starts
        var slots = [UInt32](repeating: 0, count: keys.count)
        for (slot, entity) in order.enumerated() {
            for key in self[Int(entity)] {
                let place = Int(rename[Int(key)])
                slots[Int(next[place])] = UInt32(slot)
                next[place] += 1
            }
        }
        return Postings(starts: starts, slots: slots)
    }
}

/// The first place in a sorted list whose number is not below `value`.
func lowerBound(_ list: ArraySlice<UInt32>, _ value: UInt32) -> Int {
    var (low, high) = (list.startIndex, list.endIndex)
    while low < high {
        let middle = (low + high) / 2
        if list[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}
