/// A row of a table, valid while it is being taken.
struct Row {
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: UnsafeBufferPointer<FieldSpan>

    @inline(__always) subscript(field: Int) -> FieldBytes { FieldBytes(bytes: bytes, span: fields[field]) }
}

/// Why a row is refused, and which of its fields is to blame.
struct FieldRefusal: Error {
    let reason: Refusal
    let field: Int

    init(_ reason: Refusal, _ field: Int) {
        self.reason = reason
        self.field = field
    }
}

/// Takes the rows of one table.
protocol RowSink {
    /// The names of the columns, in their order.
    static var columns: [String] { get }

    /// Keeps a row, and says whether it did: a row that is there already is counted as a repair.
    ///
    /// - Throws: a refusal, with the field to blame.
    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool
}

/// Reads one table from its chunks and hands its rows to a sink.
struct TableReading<Sink: RowSink> {
    let file: String
    var sink: Sink
    private(set) var tally = TableTally()
    private(set) var refused: [RefusedRow] = []
    private var scanner = RowScanner(columns: Sink.columns.count)
    private var place = LinePlace()
    private var isPastHeader = false

    /// How many refused rows are told one by one; the others are counted.
    static var toldRefusals: Int { 1000 }

    init(_ file: String, into sink: Sink) {
        self.file = file
        self.sink = sink
    }

    /// Takes as many rows as these bytes hold, and says how many bytes that were; the rest is to be given again.
    ///
    /// - Throws: ``ExtractProblem`` where the header is wrong or too much is refused.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ExtractProblem) -> Int {
        var index = try passHeader(bytes, isLast: isLast)
        guard isPastHeader else { return 0 }
        loop: while index < bytes.count {
            switch scanner.scan(bytes, from: index, isLast: isLast) {
            case .row(let next, let hasCarriageReturn):
                if hasCarriageReturn { tally.add(.carriageReturn) }
                take(rowAt: index, in: bytes)
                index = next
            case .blank(let next):
                tally.add(.blankLine)
                index = next
            case .fault(.cutOff, let offset, _):
                let (line, column) = place.position(of: offset, in: bytes)
                throw .cutOff(file: file, line: line, column: column)
            case .fault(let fault, let place, let next):
                tally.read += 1
                refuse(fault.refusal, at: place, lineOf: index, in: bytes)
                index = next
            case .incomplete: break loop
            }
        }
        place.pass(bytes, upTo: index)
        try checkRefusals()
        return index
    }

    @inline(__always)
    private mutating func take(rowAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        tally.read += 1
        do throws(FieldRefusal) {
            let isNew = try scanner.withFields { fields throws(FieldRefusal) in
                try sink.take(Row(bytes: bytes, fields: fields), &tally)
            }
            if isNew { tally.stored += 1 }
        } catch {
            let span = scanner.fields[error.field]
            refuse(error.reason, at: span.isQuoted ? span.start - 1 : span.start, lineOf: start, in: bytes)
        }
    }

    private mutating func refuse(
        _ reason: Refusal,
        at offset: Int,
        lineOf start: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        tally.add(reason)
        guard refused.count < Self.toldRefusals else { return }
        let (line, column) = place.position(of: offset, in: bytes)
        refused.append(RefusedRow(file: file, line: line, column: column, reason: reason))
    }

    /// A file in which one row of fifty is refused, and more than a hundred, is not what it should be.
    private func checkRefusals() throws(ExtractProblem) {
        let count = tally.refused
        guard count > 100, count * 50 > tally.read else { return }
        throw .tooManyRefused(file: file, refused: count, read: tally.read, first: refused.first)
    }
}

extension TableReading {
    private mutating func passHeader(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool
    ) throws(ExtractProblem) -> Int {
        if isPastHeader { return 0 }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = hasMark ? 3 : 0
        switch scanner.scan(bytes, from: start, isLast: isLast) {
        case .incomplete: return 0
        case .row(let next, _):
            try checkHeader(bytes)
            isPastHeader = true
            if hasMark { tally.add(.byteOrderMark) }
            return next
        case .blank: throw header(0, found: "")
        case .fault(.fieldCount(let found, let expected), _, _):
            try checkHeader(bytes)
            throw header(min(found, expected - 1), found: found < expected ? "" : "more columns")
        case .fault: throw header(0, found: "no header")
        }
    }

    private func checkHeader(_ bytes: UnsafeBufferPointer<UInt8>) throws(ExtractProblem) {
        for (index, name) in Sink.columns.enumerated() where index < scanner.count {
            let found = FieldBytes(bytes: bytes, span: scanner.fields[index]).text()
            guard found == name else { throw header(index, found: found) }
        }
    }

    private func header(_ column: Int, found: String) -> ExtractProblem {
        .header(file: file, column: column + 1, expected: Sink.columns[column], found: found)
    }
}

/// How many lines lie behind, to name the line of a fault.
private struct LinePlace {
    private var lines = 0

    mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) { lines += lineFeeds(bytes[0..<end]) }

    /// Line and character of a byte, both from 1.
    func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        let before = bytes[0..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        let column = before[lineStart...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return (lines + lineFeeds(before) + 1, column)
    }

    private func lineFeeds(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var count = 0
        for byte in UnsafeBufferPointer(rebasing: bytes) where byte == .lineFeed { count &+= 1 }
        return count
    }
}

/// Reads a whole table: the next chunk is unpacked while the rows of this one are taken.
///
/// - Throws: ``ExtractProblem``.
func readTable<Sink: RowSink>(
    _ reader: EntryReader,
    _ reading: inout TableReading<Sink>,
    progress: (_ bytes: Int) -> Void
) async throws {
    var bytes: [UInt8] = []
    var upcoming = try await reader.next()
    while let chunk = upcoming {
        async let following = reader.next()
        bytes += chunk
        let used = try bytes.withUnsafeBufferPointer { buffer throws(ExtractProblem) in
            try reading.take(buffer, isLast: false)
        }
        bytes.removeFirst(used)
        progress(chunk.count)
        upcoming = try await following
    }
    _ = try bytes.withUnsafeBufferPointer { buffer throws(ExtractProblem) in try reading.take(buffer, isLast: true) }
}
