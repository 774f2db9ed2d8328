/// Reads the records of a CSV file strictly after RFC 4180, chunk by chunk.
///
/// Feed a chunk, ask for records until there are none, feed the next; `finish()` after the last:
///
///     var reader = CSVReader()
///     for chunk in chunks {
///         reader.feed(chunk)
///         while let record = try reader.next() { … }
///     }
///     reader.finish()
///     while let record = try reader.next() { … }
///
/// Line ends may be LF or CRLF, the last may be missing, and a byte order mark is skipped. An empty line is a record
/// of one empty field. Inside quotes everything is text, line ends as they are.
package struct CSVReader: Sendable {
    private var scanner: RecordScanner
    private var chunk: [UInt8] = []
    private var index = 0
    private var isPastMark = false
    private var isFinished = false
    private var fieldCount: Int?
    private var failure: CSVError?

    /// The longest record, in bytes, that is still believed: a lost quote must not swallow a whole file.
    package static let longestRecord = 1 << 20

    /// A reader that waits for chunks.
    package init(separator: CSVSeparator = .comma, longestRecord: Int = Self.longestRecord) {
        scanner = RecordScanner(separator: separator, limit: longestRecord)
    }

    /// A reader that has the whole file already.
    package init(_ bytes: [UInt8], separator: CSVSeparator = .comma) {
        self.init(separator: separator)
        feed(bytes)
        finish()
    }

    /// Takes the next bytes of the file.
    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        chunk.removeFirst(index)
        index = 0
        chunk.append(contentsOf: bytes)
    }

    /// Says that the file ends here.
    package mutating func finish() { isFinished = true }

    /// The next record, or nothing until more is fed; after `finish()` nothing means the end.
    ///
    /// A record with the wrong number of fields can be passed over by asking again; any other error is for good.
    package mutating func next() throws(CSVError) -> CSVRecord? {
        if let failure { throw failure }
        let record: CSVRecord?
        do {
            record = try scan()
        } catch {
            failure = error
            throw error
        }
        guard let record else { return nil }
        try checkFieldCount(of: record)
        return record
    }

    /// All records of a file small enough to hold.
    package static func records(
        of bytes: [UInt8],
        separator: CSVSeparator = .comma
    ) throws(CSVError) -> [CSVRecord] {
        var reader = CSVReader(bytes, separator: separator)
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    private mutating func scan() throws(CSVError) -> CSVRecord? {
        guard passMark() else { return nil }
        if let record = try scanner.scan(chunk, from: &index) { return record }
        return isFinished ? try scanner.finish() : nil
    }

    /// Skips a byte order mark; false while too few bytes are here to know.
    private mutating func passMark() -> Bool {
        if isPastMark { return true }
        guard chunk.count >= 3 || isFinished else { return false }
        isPastMark = true
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        return true
    }

    private mutating func checkFieldCount(of record: CSVRecord) throws(CSVError) {
        let (found, expected) = (record.fields.count, fieldCount ?? record.fields.count)
        fieldCount = expected
        guard found == expected else {
            throw CSVError(
                .wrongFieldCount(expected: expected, found: found),
                at: record.position(of: min(found, expected))
            )
        }
    }
}
