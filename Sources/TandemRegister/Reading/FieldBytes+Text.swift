internal import TandemDomain

extension FieldBytes {
    /// A day written `dd-mm-yyyy`; nothing where it is empty or the year 1800 that stands for unknown.
    ///
    /// A day that is none is counted as a repair.
    func day(_ tally: inout TableTally) -> Int32? {
        guard !isEmpty else { return nil }
        guard count == 10, self[2] == UInt8(ascii: "-"), self[5] == UInt8(ascii: "-"),
            let day = number(0, 2), let month = number(3, 2), let year = number(6, 4),
            let read = Day(year, month, day)
        else {
            tally.add(.day)
            return nil
        }
        return (year, month, day) == (1800, 1, 1) ? nil : read.number
    }

    private func number(_ start: Int, _ length: Int) -> Int? {
        var value = 0
        for index in start..<(start + length) {
            guard self[index].digit <= 9 else { return nil }
            value = value * 10 + Int(self[index].digit)
        }
        return value
    }

    /// The text without spaces at its ends, with single quotes for doubled and spaces for line breaks.
    ///
    /// - Throws: a refusal where it is no text.
    func append(to target: inout [UInt8], _ tally: inout TableTally) throws(Refusal) -> Int {
        let trimmed = trimmedSpan(&tally)
        guard trimmed.count <= Self.longestText else { throw .tooLong }
        let isPlain = try checkText(trimmed, &tally)
        guard !isPlain || span.isDoubled else {
            target.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[trimmed]))
            return trimmed.count
        }
        let before = target.count
        var index = trimmed.lowerBound
        while index < trimmed.upperBound {
            let byte = bytes[index]
            target.append(byte == .lineFeed || byte == .carriageReturn ? UInt8(ascii: " ") : byte)
            index += byte == .quote && span.isDoubled ? 2 : 1
        }
        return target.count - before
    }

    /// Names have 320 characters at most, and all other texts fewer; each character has at most four bytes.
    private static let longestText = 4 * 320

    /// The text as a string, for small tables.
    func text() -> String {
        var tally = TableTally()
        var target: [UInt8] = []
        guard (try? append(to: &target, &tally)) != nil else { return "" }
        return String(decoding: target, as: UTF8.self)
    }

    private func trimmedSpan(_ tally: inout TableTally) -> Range<Int> {
        var (start, end) = (span.start, span.end)
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        if end - start < count { tally.add(.spaces) }
        return start..<end
    }

    /// Whether the text can be taken as it is: no line breaks.
    private func checkText(_ range: Range<Int>, _ tally: inout TableTally) throws(Refusal) -> Bool {
        var high: UInt8 = 0
        var least: UInt8 = 0xFF
        for index in range {
            high |= bytes[index]
            least = min(least, bytes[index])
        }
        guard least > 0 else { throw .notText }
        if high >= 0x80, !isUTF8(UnsafeBufferPointer(rebasing: bytes[range])) { throw .notUTF8 }
        guard least < UInt8(ascii: " ") else { return true }
        let hasBreak = range.contains { bytes[$0] == .lineFeed || bytes[$0] == .carriageReturn }
        if hasBreak { tally.add(.lineBreak) }
        return !hasBreak
    }
}

/// Whether the bytes are well-formed UTF-8.
private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue: continue
        case .emptyInput: return true
        case .error: return false
        }
    }
}
