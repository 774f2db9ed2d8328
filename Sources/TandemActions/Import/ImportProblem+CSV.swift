internal import TandemCSV

extension ImportProblem {
    /// What the reader of the format found.
    init(_ error: CSVError) {
        self.init(line: error.line, column: error.column, name: nil, kind: Kind(error.reason))
    }
}

extension ImportProblem.Kind {
    fileprivate init(_ reason: CSVError.Reason) {
        switch reason {
        case .notUTF8: self = .unreadable("not UTF-8")
        case .nulByte: self = .unreadable("zero byte")
        case .bareCarriageReturn: self = .unreadable("carriage return without line feed")
        case .quoteInUnquotedField: self = .unreadable("quote in an unquoted field")
        case .textAfterClosingQuote: self = .unreadable("text after a closing quote")
        case .unclosedQuote: self = .unreadable("quote that is never closed")
        case .recordTooLong(let limit): self = .unreadable("line longer than \(limit) bytes")
        case .wrongFieldCount(let expected, let found): self = .wrongFieldCount(expected: expected, found: found)
        case .missingColumn(let name): self = .missingColumn(name)
        case .unknownColumn(let name, let nearest): self = .unknownColumn(name, nearest: nearest)
        case .duplicateColumn(let name): self = .duplicateColumn(name)
        }
    }
}

extension CSVError {
    /// Whether the lines behind it can still be read.
    var isOfOneLine: Bool {
        switch reason {
        case .wrongFieldCount: true
        case .notUTF8, .nulByte, .bareCarriageReturn, .quoteInUnquotedField, .textAfterClosingQuote, .unclosedQuote,
            .recordTooLong, .missingColumn, .unknownColumn, .duplicateColumn:
            false
        }
    }
}
