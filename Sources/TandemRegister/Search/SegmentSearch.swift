/// Finds in one segment what meets a filter.
struct SegmentSearch {
    private let segment: Segment
    private let filter: RegisterFilter
    private let allowed: [Bool]
    private let spans: [Range<UInt32>]
    private let wanted: (EntityFlags, EntityFlags)
    private let unwelcome: [NumberSet]
    private let only: NumberSet?

    init(_ segment: Segment, _ filter: RegisterFilter, _ allowed: [Bool], dead: NumberSet?) {
        self.segment = segment
        self.filter = filter
        self.allowed = allowed
        unwelcome = [filter.except, dead].compactMap(\.self)
        only = filter.only
        spans = Self.spans(of: allowed, in: segment)
        wanted = filter.flags
    }

    func forEachMatch(_ body: (SegmentMatch) -> Void) {
        guard !filter.kinds.isDisjoint(with: [.enterprise, .establishment]) else { return }
        let codes = filter.activities.map { segment.codeKeys(in: $0) }
        if let name = filter.name, !name.allSatisfy(\.isWhitespace) {
            forEachNamed(name, codes, body)
        } else if !filter.activities.isEmpty {
            forEachActive(codes, body)
        } else {
            var place = PlaceCursor(segment)
            for span in spans { for slot in span { check(Int(slot), 0, &place, body) } }
        }
    }

    /// Slots of neighbouring places that are allowed, as few spans as can be.
    private static func spans(of allowed: [Bool], in segment: Segment) -> [Range<UInt32>] {
        var spans: [Range<UInt32>] = []
        for (place, isAllowed) in allowed.enumerated() where isAllowed {
            let span = segment.span(ofPlace: place)
            if span.isEmpty { continue }
            if let last = spans.last, last.upperBound == span.lowerBound {
                spans[spans.count - 1] = last.lowerBound..<span.upperBound
            } else {
                spans.append(span)
            }
        }
        return spans
    }

    private func forEachNamed(_ name: String, _ codes: [Range<Int>], _ body: (SegmentMatch) -> Void) {
        let active = filter.activities.isEmpty ? nil : activeSlots(codes)
        var place = PlaceCursor(segment)
        for match in NameSearch(segment).matches(name) {
            if let active, !active.contains(match.slot) { continue }
            check(match.slot, match.cost, &place, body)
        }
    }

    private func forEachActive(_ codes: [Range<Int>], _ body: (SegmentMatch) -> Void) {
        var place = PlaceCursor(segment)
        let keys = codes.reduce(0) { $0 + $1.count }
        if keys == 1, let key = codes.first(where: { !$0.isEmpty })?.lowerBound {
            for span in spans {
                for slot in segment.byCode.list(key, in: span) { check(Int(slot), 0, &place, body) }
            }
        } else if keys > 1 {
            activeSlots(codes).forEach { check($0, 0, &place, body) }
        }
    }

    private func activeSlots(_ codes: [Range<Int>]) -> SlotSet {
        var slots = SlotSet(count: segment.count)
        for key in Set(codes.flatMap(\.self)) {
            for span in spans { for slot in segment.byCode.list(key, in: span) { slots.insert(Int(slot)) } }
        }
        return slots
    }

    @inline(__always)
    private func check(_ slot: Int, _ cost: Int, _ cursor: inout PlaceCursor, _ body: (SegmentMatch) -> Void) {
        let flags = segment.flags[slot]
        guard flags.isSuperset(of: wanted.0), flags.isDisjoint(with: wanted.1) else { return }
        let stem = segment.stems[slot]
        for numbers in unwelcome where numbers.contains(stem) { return }
        if let only, !only.contains(stem) { return }
        let place = cursor.place(of: slot)
        guard allowed[place] else { return }
        body(SegmentMatch(slot: slot, place: place, cost: cost))
    }
}

extension RegisterFilter {
    /// Flags that must be there, and flags that must not.
    fileprivate var flags: (wanted: EntityFlags, unwanted: EntityFlags) {
        var flags: (wanted: EntityFlags, unwanted: EntityFlags) = ([], [])
        let conditions: [(EntityFlags, Bool?)] = [
            (
                .establishment,
                kinds.contains(.establishment) == kinds.contains(.enterprise) ? nil : kinds.contains(.establishment)
            ),
            (.employer, isEmployer), (.education, isSchool), (.naturalPerson, isNaturalPerson),
        ]
        for (flag, condition) in conditions {
            if condition == true { flags.wanted.insert(flag) }
            if condition == false { flags.unwanted.insert(flag) }
        }
        return flags
    }
}

/// Finds the place of slots that are asked for in order.
private struct PlaceCursor {
    private let starts: [UInt32]
    private var place = 0

    init(_ segment: Segment) { starts = segment.placeStarts }

    @inline(__always)
    mutating func place(of slot: Int) -> Int {
        while place + 2 < starts.count, starts[place + 1] <= slot { place += 1 }
        return place
    }
}

/// A set of slots, a bit each.
struct SlotSet {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: count / 64 + 1) }

    /// Puts a slot in, and says whether it was not there yet.
    @inline(__always) @discardableResult
    mutating func insert(_ slot: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(slot & 63)
        let isNew = words[slot >> 6] & bit == 0
        words[slot >> 6] |= bit
        return isNew
    }

    func contains(_ slot: Int) -> Bool { words[slot >> 6] & 1 << UInt64(slot & 63) != 0 }

    /// Hands over the slots in order.
    func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
