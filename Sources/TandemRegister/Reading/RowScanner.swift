/// Where a field stands in the bytes, without its quotes.
struct FieldSpan {
    var start = 0
    var end = 0
    /// Whether the field holds doubled quotes.
    var isDoubled = false
    var isQuoted = false
}

/// Finds the rows of a table of the company register and the fields in them, without copying a byte.
///
/// The dialect: commas, every text in quotes, a quote inside doubled, LF; CRLF and unquoted text are tolerated. The
/// reader of other tables (`TandemCSV`) gives every field as a string with its place, some twenty times slower.
struct RowScanner {
    private(set) var fields: [FieldSpan]
    /// How many fields the last row had; more than the table has columns is no row.
    private(set) var count = 0

    /// The longest row, in bytes, that is still believed: a lost quote must not swallow the file.
    static let longestRow = 1 << 16

    init(columns: Int) { fields = Array(repeating: FieldSpan(), count: columns) }

    /// The fields of the last row.
    @inline(__always)
    func withFields<Answer, Failure: Error>(
        _ body: (UnsafeBufferPointer<FieldSpan>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try fields.withUnsafeBufferPointer(body)
    }

    /// What stands at a place in the bytes.
    enum Outcome {
        /// A row; the next starts at `next`.
        case row(next: Int, hasCarriageReturn: Bool)
        /// A line without anything.
        case blank(next: Int)
        /// No row, seen at `at`; the next line starts at `next`.
        case fault(ScanFault, at: Int, next: Int)
        /// The row goes on behind these bytes.
        case incomplete
    }

    /// Reads the row at `start`; `isLast` says that no bytes follow these.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        count = 0
        var index = start
        while true {
            let end: FieldEnd
            if index < bytes.count, bytes[index] == .quote {
                end = scanQuoted(bytes, from: index, isLast: isLast)
            } else {
                end = scanBare(bytes, from: index, isLast: isLast)
            }
            switch end {
            case .separator(let next): index = next
            case .lineEnd(let next, let hasCarriageReturn):
                return row(bytes, from: start, next: next, hasCarriageReturn: hasCarriageReturn)
            case .fault(let fault, let place):
                return self.fault(fault, at: place, in: bytes, from: start, isLast: isLast)
            case .incomplete:
                guard bytes.count - start > Self.longestRow else { return .incomplete }
                return self.fault(.tooLong, at: start, in: bytes, from: start, isLast: isLast)
            }
        }
    }

    private enum FieldEnd {
        case separator(next: Int)
        case lineEnd(next: Int, hasCarriageReturn: Bool)
        case fault(ScanFault, at: Int)
        case incomplete
    }

    @inline(__always)
    private mutating func keep(_ span: FieldSpan) {
        if count < fields.count { fields[count] = span }
        count += 1
    }

    @inline(__always)
    private mutating func scanQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        isLast: Bool
    ) -> FieldEnd {
        var index = start + 1
        var isDoubled = false
        while true {
            while index < bytes.count, bytes[index] != .quote { index += 1 }
            guard index < bytes.count else { return isLast ? .fault(.unclosedQuote, at: start) : .incomplete }
            guard index + 1 < bytes.count, bytes[index + 1] == .quote else { break }
            isDoubled = true
            index += 2
        }
        keep(FieldSpan(start: start + 1, end: index, isDoubled: isDoubled, isQuoted: true))
        let end = scanEnd(bytes, at: index + 1, isLast: isLast)
        // Where the text before runs over lines, the quote that opened it is to blame.
        if case .fault(let fault, _) = end, bytes[start..<index].contains(.lineFeed) { return .fault(fault, at: start) }
        return end
    }

    /// What follows a closing quote.
    @inline(__always)
    private func scanEnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isLast: Bool) -> FieldEnd {
        guard index < bytes.count else {
            return isLast ? .lineEnd(next: index, hasCarriageReturn: false) : .incomplete
        }
        switch bytes[index] {
        case .comma: return .separator(next: index + 1)
        case .lineFeed: return .lineEnd(next: index + 1, hasCarriageReturn: false)
        case .carriageReturn:
            guard index + 1 < bytes.count else {
                return isLast ? .lineEnd(next: index + 1, hasCarriageReturn: true) : .incomplete
            }
            guard bytes[index + 1] == .lineFeed else { return .fault(.textAfterQuote, at: index) }
            return .lineEnd(next: index + 2, hasCarriageReturn: true)
        case _: return .fault(.textAfterQuote, at: index)
        }
    }

    @inline(__always)
    private mutating func scanBare(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> FieldEnd {
        var index = start
        while index < bytes.count, bytes[index] != .comma, bytes[index] != .lineFeed {
            guard bytes[index] != .quote else { return .fault(.quoteInBareText, at: index) }
            index += 1
        }
        guard index < bytes.count || isLast else { return .incomplete }
        let isEnd = index == bytes.count || bytes[index] == .lineFeed
        let hasCarriageReturn = isEnd && index > start && bytes[index - 1] == .carriageReturn
        keep(FieldSpan(start: start, end: hasCarriageReturn ? index - 1 : index))
        guard isEnd else { return .separator(next: index + 1) }
        return .lineEnd(next: min(index + 1, bytes.count), hasCarriageReturn: hasCarriageReturn)
    }

    private func row(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        next: Int,
        hasCarriageReturn: Bool
    ) -> Outcome {
        if count == fields.count { return .row(next: next, hasCarriageReturn: hasCarriageReturn) }
        if count == 1, !fields[0].isQuoted, fields[0].start == fields[0].end { return .blank(next: next) }
        guard bytes[next - 1] == .lineFeed || count > fields.count else {
            return .fault(.cutOff, at: start, next: next)
        }
        return .fault(.fieldCount(found: count, expected: fields.count), at: start, next: next)
    }

    /// Goes on at the line after the one that the row starts on, however far a lost quote reached.
    private func fault(
        _ fault: ScanFault,
        at place: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        isLast: Bool
    ) -> Outcome {
        var index = start
        while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
        if index < bytes.count { return .fault(fault, at: place, next: index + 1) }
        if isLast { return .fault(.cutOff, at: place, next: index) }
        return bytes.count - start > Self.longestRow ? .fault(.tooLong, at: start, next: index) : .incomplete
    }
}

/// Why bytes are no row.
enum ScanFault: Hashable {
    case unclosedQuote
    case textAfterQuote
    case quoteInBareText
    case fieldCount(found: Int, expected: Int)
    case tooLong
    /// The file ends in the middle of the row.
    case cutOff
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let zero = UInt8(ascii: "0")

    /// What a digit stands for; more than nine for anything else.
    @inline(__always) var digit: UInt8 { self &- .zero }
}

extension ScanFault {
    var refusal: Refusal {
        switch self {
        case .unclosedQuote, .textAfterQuote, .quoteInBareText: .brokenQuotes
        case .fieldCount: .wrongFieldCount
        case .tooLong: .tooLong
        case .cutOff: .wrongFieldCount
        }
    }
}
