/// Gives every different word a number, in the order in which they come.
struct WordTable {
    private(set) var bytes: [UInt8] = []
    /// Where each word ends in `bytes`.
    private(set) var ends: [UInt32] = []
    /// For each place of the table the number of a word and one, or zero where it is free.
    private var table = [UInt32](repeating: 0, count: 1 << 12)

    var count: Int { ends.count }

    func word(_ number: Int) -> ArraySlice<UInt8> {
        bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }

    /// The number of a word, given now where it is new.
    mutating func number(of word: ArraySlice<UInt8>) -> UInt32 {
        var place = Int(truncatingIfNeeded: hash(word)) & (table.count - 1)
        while table[place] != 0 {
            let number = table[place] - 1
            if self.word(Int(number)) == word { return number }
            place = (place + 1) & (table.count - 1)
        }
        bytes.append(contentsOf: word)
        ends.append(UInt32(bytes.count))
        table[place] = UInt32(ends.count)
        if ends.count * 2 > table.count { grow() }
        return UInt32(ends.count - 1)
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: table.count * 2)
        for number in 0..<ends.count {
            var place = Int(truncatingIfNeeded: hash(word(number))) & (table.count - 1)
            while table[place] != 0 { place = (place + 1) & (table.count - 1) }
            table[place] = UInt32(number + 1)
        }
    }

    /// FNV-1a, with its high bits folded down.
    private func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ hash >> 32
    }
}

/// Whether a word comes before another, byte by byte.
func precedes(_ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    word.lexicographicallyPrecedes(other)
}
