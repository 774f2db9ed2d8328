/// The grammar of RFC 4180 as a state machine: takes bytes, and says when a record is complete.
///
/// It can stop after any byte and go on in the next chunk; all it keeps is the record under way.
struct RecordScanner: Sendable {
    private let separator: UInt8
    private let limit: Int
    private var state = State.fieldStart
    private var utf8 = UTF8Check()
    private var line = 1
    private var column = 1
    private var length = 0
    private var field: [UInt8] = []
    private var fieldStart = CSVPosition(line: 1, column: 1)
    private var fields: [String] = []
    private var positions: [CSVPosition] = []

    private enum State {
        /// Before the first byte of a field.
        case fieldStart
        /// In a field without quotes.
        case plain
        /// Between quotes.
        case quoted
        /// After a quote that closes the field, unless another follows.
        case afterQuote
        /// After a carriage return, which must be followed by a line feed.
        case afterCarriageReturn
    }

    init(separator: CSVSeparator, limit: Int) {
        self.separator = separator.byte
        self.limit = limit
    }

    /// Takes bytes from `index` on up to the end of a record; nothing where the chunk ends first.
    mutating func scan(_ chunk: [UInt8], from index: inout Int) throws(CSVError) -> CSVRecord? {
        while index < chunk.count {
            takeOrdinaryText(chunk, from: &index)
            guard length <= limit else { throw CSVError(.recordTooLong(limit: limit), at: fieldStart) }
            guard index < chunk.count else { break }
            let byte = chunk[index]
            index += 1
            length += 1
            if let record = try take(byte) { return record }
        }
        return nil
    }

    /// Closes the last record, which may lack its line end; nothing where none is under way.
    mutating func finish() throws(CSVError) -> CSVRecord? {
        guard !utf8.isMidCharacter else { throw CSVError(.notUTF8, at: position(back: 1)) }
        switch state {
        case .quoted: throw CSVError(.unclosedQuote, at: fieldStart)
        case .afterCarriageReturn: throw CSVError(.bareCarriageReturn, at: position(back: 1))
        case .fieldStart where fields.isEmpty: return nil
        case .fieldStart, .plain, .afterQuote:
            endField()
            return takeRecord(end: position())
        }
    }

    /// Takes in one go the printable ASCII that means nothing to the grammar: most of any file.
    private mutating func takeOrdinaryText(_ chunk: [UInt8], from index: inout Int) {
        guard state == .plain || state == .quoted, !utf8.isMidCharacter else { return }
        let start = index
        chunk.withUnsafeBufferPointer { bytes in
            while index < bytes.count, isOrdinary(bytes[index]) { index += 1 }
            field.append(contentsOf: bytes[start..<index])
        }
        column += index - start
        length += index - start
    }

    private func isOrdinary(_ byte: UInt8) -> Bool {
        byte &- 0x20 < 0x5F && byte != separator && byte != UInt8(ascii: "\"")
    }

    private mutating func take(_ byte: UInt8) throws(CSVError) -> CSVRecord? {
        let here = position()
        try takePlace(byte)
        switch state {
        case .quoted: takeQuoted(byte)
        case .fieldStart, .plain, .afterQuote: return try takeUnquoted(byte, at: here)
        case .afterCarriageReturn:
            guard byte == UInt8(ascii: "\n") else { throw CSVError(.bareCarriageReturn, at: position(back: 2)) }
            return takeRecord(end: position(back: 2))
        }
        return nil
    }

    private mutating func takeQuoted(_ byte: UInt8) {
        guard byte != UInt8(ascii: "\"") else { return state = .afterQuote }
        field.append(byte)
        if byte == UInt8(ascii: "\n") { startLine() }
    }

    private mutating func takeUnquoted(_ byte: UInt8, at here: CSVPosition) throws(CSVError) -> CSVRecord? {
        switch byte {
        case UInt8(ascii: "\""): try takeQuote(at: here)
        case separator: endField()
        case UInt8(ascii: "\r"):
            endField()
            state = .afterCarriageReturn
        case UInt8(ascii: "\n"):
            endField()
            return takeRecord(end: here)
        default:
            guard state != .afterQuote else { throw CSVError(.textAfterClosingQuote, at: here) }
            state = .plain
            field.append(byte)
        }
        return nil
    }

    private mutating func takeQuote(at here: CSVPosition) throws(CSVError) {
        guard state != .plain else { throw CSVError(.quoteInUnquotedField, at: here) }
        if state == .afterQuote { field.append(UInt8(ascii: "\"")) }
        state = .quoted
    }
}

extension RecordScanner {
    /// Moves the position past `byte`, and refuses what no text holds.
    private mutating func takePlace(_ byte: UInt8) throws(CSVError) {
        guard byte >= 0x80 || utf8.isMidCharacter else {
            guard byte != 0 else { throw CSVError(.nulByte, at: position()) }
            column += 1
            return
        }
        let isContinuation = utf8.isMidCharacter
        guard utf8.accepts(byte) else { throw CSVError(.notUTF8, at: position(back: isContinuation ? 1 : 0)) }
        if !isContinuation { column += 1 }
    }

    private func position(back characters: Int = 0) -> CSVPosition {
        CSVPosition(line: line, column: column - characters)
    }

    private mutating func startLine() {
        line += 1
        column = 1
    }

    private mutating func endField() {
        fields.append(String(decoding: field, as: UTF8.self))
        positions.append(fieldStart)
        field.removeAll(keepingCapacity: true)
        fieldStart = position()
        state = .fieldStart
    }

    private mutating func takeRecord(end: CSVPosition) -> CSVRecord {
        let record = CSVRecord(fields: fields, positions: positions, end: end)
        startLine()
        fieldStart = position()
        state = .fieldStart
        length = 0
        fields = []
        positions = []
        fields.reserveCapacity(record.fields.count)
        positions.reserveCapacity(record.fields.count)
        return record
    }
}
