/// The rows of a table about names, addresses or contacts, packed one behind another and found by number.
struct PackedRows {
    private var bytes: [UInt8] = []
    /// The number, and where its row starts: 28 and 36 bits.
    private var keys: [UInt64] = []
    private var isSorted = true

    var count: Int { keys.count }

    mutating func reserve(bytes: Int, rows: Int) {
        self.bytes.reserveCapacity(min(bytes, Self.mostReserved))
        keys.reserveCapacity(min(rows, Self.mostReserved / 8))
    }

    /// The size that an archive tells is not believed without end.
    static let mostReserved = 1 << 29

    /// Keeps a row of a number.
    @inline(__always)
    mutating func add(_ stem: UInt32, _ write: (inout [UInt8]) -> Void) {
        if let last = keys.last, last >> 36 > UInt64(stem) { isSorted = false }
        let start = bytes.count
        keys.append(UInt64(stem) << 36 | UInt64(start))
        bytes.append(contentsOf: [0, 0])
        write(&bytes)
        let length = bytes.count - start - 2
        bytes[start] = UInt8(truncatingIfNeeded: length)
        bytes[start + 1] = UInt8(truncatingIfNeeded: length >> 8)
    }

    /// Puts the rows in the order of their numbers; those of one number stay in the order of the file.
    mutating func sort() {
        if !isSorted { keys.sort() }
        isSorted = true
    }

    /// The numbers that have rows.
    var stems: Set<UInt32> { Set(keys.map { UInt32($0 >> 36) }) }

    /// Writes the rows of a number behind `cursor` to `target`, each once, and counts those that were there twice.
    mutating func write(_ stem: UInt32, _ cursor: inout Int, to target: inout [UInt8]) -> Int {
        while cursor < keys.count, keys[cursor] >> 36 < UInt64(stem) { cursor += 1 }
        let first = cursor
        var duplicates = 0
        while cursor < keys.count, keys[cursor] >> 36 == UInt64(stem) {
            let row = row(cursor)
            if (first..<cursor).contains(where: { bytes[self.row($0)] == bytes[row] }) {
                duplicates += 1
            } else {
                target.append(contentsOf: bytes[row])
            }
            cursor += 1
        }
        return duplicates
    }

    private func row(_ index: Int) -> Range<Int> {
        let start = Int(keys[index] & 0xF_FFFF_FFFF)
        let length = Int(bytes[start]) | Int(bytes[start + 1]) << 8
        return (start + 2)..<(start + 2 + length)
    }
}

/// One activity: a code, who registered it, and whether it is the main one.
struct ActivityEntry: Hashable, Sendable {
    /// The code in 29 bits, the group in five, the classification in two.
    let packed: UInt64

    init(packed: UInt64) { self.packed = packed }

    @inline(__always)
    init(code: NaceCode, group: UInt8, classification: Classification) {
        packed = UInt64(code.packed) << 7 | UInt64(group) << 2 | UInt64(classification.rawValue)
    }

    var code: NaceCode { NaceCode(packed: UInt32(packed >> 7)) }
    var group: UInt8 { UInt8(packed >> 2 & 31) }
    var classification: Classification { Classification(rawValue: UInt8(packed & 3)) ?? .ancillary }
}

/// The rows about activities: number and activity in one word of 64 bits.
struct PackedActivityRows {
    private var keys: [UInt64] = []
    private var isSorted = true

    var count: Int { keys.count }

    mutating func reserve(_ rows: Int) { keys.reserveCapacity(min(rows, PackedRows.mostReserved / 8)) }

    @inline(__always)
    mutating func add(_ stem: UInt32, _ entry: ActivityEntry) {
        if isSorted, let last = keys.last, last >> 36 > UInt64(stem) { isSorted = false }
        keys.append(UInt64(stem) << 36 | entry.packed)
    }

    /// Puts the rows in the order of their numbers; those of one number are in no order yet.
    mutating func sort() {
        if !isSorted { keys.sort() }
        isSorted = true
    }

    /// The numbers that have rows.
    var stems: Set<UInt32> { Set(keys.map { UInt32($0 >> 36) }) }

    /// Writes the activities of a number behind `cursor` to `target`, each once, and counts those that were there twice.
    mutating func write(_ stem: UInt32, _ cursor: inout Int, to target: inout [UInt8]) -> Int {
        while cursor < keys.count, keys[cursor] >> 36 < UInt64(stem) { cursor += 1 }
        let first = cursor
        while cursor < keys.count, keys[cursor] >> 36 == UInt64(stem) { cursor += 1 }
        guard cursor > first else { return 0 }
        let entries = keys[first..<cursor].sorted().map { ActivityEntry(packed: $0 & 0xF_FFFF_FFFF) }
        return PackedActivities.write(entries, to: &target)
    }
}
