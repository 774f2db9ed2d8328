/// Gathers entities and makes a segment of them; enterprises come first, and each with all of its establishments.
///
/// An enterprise and its establishments lend each other what they lack: an establishment is found by the names of its
/// enterprise too, and by its activities where it has none of its own, and the reverse.
struct SegmentBuilder {
    private let gazetteer: Gazetteer
    private let placeCount: Int
    private var stems: [UInt32] = []
    private var owners: [UInt32] = []
    private var places: [UInt16] = []
    private var flags: [EntityFlags] = []
    private var words = WordTable()
    private var wordKeys = EntityKeys()
    private var codes: [UInt32: UInt32] = [:]
    private var codeKeys = EntityKeys()
    private var names = DisplayNames()
    private var folding = NameFolding()
    private var found: [UInt32] = []

    private static let noOwner = UInt32.max

    init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        placeCount = gazetteer.count
    }

    /// Takes an enterprise; in the order of their numbers.
    mutating func add(enterprise stem: UInt32, isNaturalPerson: Bool, _ record: EntityRecord) {
        let flags: EntityFlags = isNaturalPerson ? .naturalPerson : []
        add(stem, owner: Self.noOwner, flags, record)
    }

    /// Takes an establishment; in the order of their numbers, after all enterprises.
    mutating func add(establishment stem: UInt32, of enterprise: UInt32, _ record: EntityRecord) {
        let owner = lowerBound(stems[...], enterprise)
        let isKnown = owner < stems.count && stems[owner] == enterprise
        let inherited = isKnown ? flags[owner].intersection(.naturalPerson) : []
        add(stem, owner: isKnown ? UInt32(owner) : Self.noOwner, inherited.union(.establishment), record)
    }

    private mutating func add(_ stem: UInt32, owner: UInt32, _ flags: EntityFlags, _ record: EntityRecord) {
        stems.append(stem)
        owners.append(owner)
        places.append(UInt16(gazetteer.place(of: record.addresses) ?? placeCount))
        addNames(record, owner: owner, prefersCommercial: !flags.isEmpty)
        self.flags.append(flags.union(addActivities(record)))
    }

    private mutating func addNames(_ record: EntityRecord, owner: UInt32, prefersCommercial: Bool) {
        found.removeAll(keepingCapacity: true)
        if owner != Self.noOwner { found.append(contentsOf: wordKeys[Int(owner)]) }
        let packed = PackedName.all(in: record.names[...])
        for name in packed {
            folding.fold(name.text)
            for word in folding.tellingWords {
                let number = words.number(of: word)
                if !found.contains(number) { found.append(number) }
            }
        }
        wordKeys.append(found)
        if let display = packed.displayed(prefersCommercial: prefersCommercial) {
            folding.fold(display.text)
            names.append(folding.folded)
        } else {
            names.append(of: owner == Self.noOwner ? nil : Int(owner))
        }
    }

    private mutating func addActivities(_ record: EntityRecord) -> EntityFlags {
        found.removeAll(keepingCapacity: true)
        var flags: EntityFlags = []
        PackedActivities.forEachCode(in: record.activities[...]) { code, rows in
            for row in rows {
                if row >> 2 == ActivityRegistrar.employers.number { flags.insert(.employer) }
                if row >> 2 == ActivityRegistrar.education.number { flags.insert(.education) }
            }
            guard code.version != .nace2003 else { return }
            let key = codes[code.packed] ?? newKey(of: code)
            if found.last != key { found.append(key) }
        }
        codeKeys.append(found)
        return flags
    }

    private mutating func newKey(of code: NaceCode) -> UInt32 {
        let key = UInt32(codes.count)
        codes[code.packed] = key
        return key
    }
}

extension SegmentBuilder {
    /// Makes the segment; `gaps` gives, for what changed, the rank of the name that comes before in the whole index.
    consuming func segment(gaps: [UInt32: UInt32]? = nil) -> Segment {
        let nameRanks = gaps.map { gaps in names.ranks(after: stems.map { gaps[$0] ?? 0 }) } ?? names.ranks()
        names = DisplayNames()
        lend()
        let order = (0..<stems.count).map { UInt64(places[$0]) << 32 | UInt64($0) }.sorted()
            .map { UInt32(truncatingIfNeeded: $0) }
        let (sortedCodes, renameCodes) = sortedCodes()
        let byCode = codeKeys.postings(order: order, rename: renameCodes)
        codeKeys = EntityKeys()
        let (wordIndex, renameWords) = WordIndex.sorting(words)
        words = WordTable()
        let wordCounts = order.map { UInt8(min(255, wordKeys[Int($0)].count)) }
        let byWord = wordKeys.postings(order: order, rename: renameWords)
        wordKeys = EntityKeys()
        return Segment(
            stems: order.map { stems[Int($0)] },
            placeStarts: placeStarts(),
            flags: order.map { flags[Int($0)] },
            ranks: order.map { nameRanks[Int($0)] },
            wordCounts: wordCounts,
            codes: sortedCodes,
            byCode: byCode,
            words: wordIndex,
            byWord: byWord
        )
    }

    /// Gives enterprises and establishments of each other what they lack.
    private mutating func lend() {
        var lent: [Int: [UInt32]] = [:]
        for (entity, owner) in owners.enumerated() where owner != Self.noOwner {
            let enterprise = Int(owner)
            if codeKeys[enterprise].isEmpty, !codeKeys[entity].isEmpty {
                lent[enterprise, default: []].append(contentsOf: codeKeys[entity])
            }
            if flags[entity].contains(.employer) { flags[enterprise].insert(.employer) }
        }
        var keys = EntityKeys()
        for (entity, owner) in owners.enumerated() {
            if owner != Self.noOwner, flags[Int(owner)].contains(.employer) { flags[entity].insert(.employer) }
            if owner != Self.noOwner, codeKeys[entity].isEmpty {
                keys.append(codeKeys[Int(owner)])
            } else if let taken = lent[entity] {
                keys.append(Set(taken).sorted())
            } else {
                keys.append(codeKeys[entity])
            }
        }
        codeKeys = keys
    }

    private func sortedCodes() -> (sorted: [UInt32], rename: [UInt32]) {
        let sorted = codes.keys.sorted()
        var rename = [UInt32](repeating: 0, count: codes.count)
        for (place, code) in sorted.enumerated() { rename[Int(codes[code] ?? 0)] = UInt32(place) }
        return (sorted, rename)
    }

    private func placeStarts() -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: placeCount + 2)
        for place in places { starts[Int(place) + 1] += 1 }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        return starts
    }
}

/// The folded names that entities are shown by, to sort by.
private struct DisplayNames {
    private var bytes: [UInt8] = []
    private var spans: [UInt64] = []

    mutating func append(_ name: [UInt8]) {
        spans.append(UInt64(bytes.count) << 16 | UInt64(min(name.count, 0xFFFF)))
        bytes.append(contentsOf: name)
    }

    /// Takes the name of another entity, or none.
    mutating func append(of other: Int?) { spans.append(other.map { spans[$0] } ?? 0) }

    /// The place of each entity among all, by name and then by number, with room between for names to come.
    func ranks() -> [UInt32] {
        var ranks = [UInt32](repeating: 0, count: spans.count)
        for (place, entity) in order().enumerated() { ranks[Int(entity)] = UInt32(place + 1) << NameRank.shift }
        return ranks
    }

    /// The place of each entity in the gap that it comes in.
    func ranks(after gaps: [UInt32]) -> [UInt32] {
        var ranks = gaps
        var last: [UInt32: UInt32] = [:]
        for entity in order() {
            let gap = gaps[Int(entity)]
            let place = min((last[gap] ?? 0) + 1, (1 << NameRank.shift) - 1)
            last[gap] = place
            ranks[Int(entity)] = gap + place
        }
        return ranks
    }

    private func order() -> [UInt32] {
        var order = spans.indices.map { SortKey(head: head(name($0)), number: UInt32($0)) }
        order.sort { isBefore($0, $1) }
        return order.map(\.number)
    }

    private func isBefore(_ first: SortKey, _ second: SortKey) -> Bool {
        guard first.head == second.head else { return first.head < second.head }
        guard spans[Int(first.number)] != spans[Int(second.number)] else { return first.number < second.number }
        let (name, other) = (name(Int(first.number)), name(Int(second.number)))
        return name == other ? first.number < second.number : precedes(name, other)
    }

    private func name(_ entity: Int) -> ArraySlice<UInt8> {
        let start = Int(spans[entity] >> 16)
        return bytes[start..<(start + Int(spans[entity] & 0xFFFF))]
    }
}

/// Ranks of names: those of a whole index lie this far apart, so that names that come later fit between two.
enum NameRank {
    static let shift: UInt32 = 9
    static let step: UInt32 = 1 << shift
}

extension [PackedName] {
    /// The name to show: of an establishment or a person rather the commercial one; rather in Dutch.
    func displayed(prefersCommercial: Bool) -> PackedName? {
        let types: [NameType] =
            prefersCommercial
            ? [.commercial, .legal, .branch, .abbreviation] : [.legal, .commercial, .branch, .abbreviation]
        for type in types {
            let named = filter { $0.type == type }
            if let name = named.first(where: { $0.language == .dutch }) ?? named.first { return name }
        }
        return nil
    }
}
