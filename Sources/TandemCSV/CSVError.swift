/// A place in a file, counted from 1: the line, and in that line the character (a Unicode scalar).
package struct CSVPosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Why a file is not the CSV it should be, and where.
package struct CSVError: Error, Hashable, Sendable {
    package let position: CSVPosition
    package let reason: Reason

    package init(_ reason: Reason, at position: CSVPosition) {
        self.position = position
        self.reason = reason
    }

    package var line: Int { position.line }
    package var column: Int { position.column }

    /// What is wrong; the grammar first, then the shape of the table.
    package enum Reason: Hashable, Sendable {
        /// A character is not well-formed UTF-8; the position is where that character starts.
        case notUTF8
        /// A zero byte: the file is no text.
        case nulByte
        /// A carriage return outside quotes without the line feed that belongs to it.
        case bareCarriageReturn
        /// A quote inside a field that did not start with one.
        case quoteInUnquotedField
        /// Something other than a separator or a line end after the closing quote.
        case textAfterClosingQuote
        /// The file ends inside quotes; the position is that of the opening quote.
        case unclosedQuote
        /// A record longer than the reader accepts; the position is that of the field it broke off in.
        case recordTooLong(limit: Int)
        /// The record has not as many fields as the first; the position is that of the first field too many or too few.
        case wrongFieldCount(expected: Int, found: Int)
        /// The header lacks a column.
        case missingColumn(String)
        /// The header has a column nobody knows, perhaps misspelt.
        case unknownColumn(String, nearest: String?)
        /// The header names a column twice; the position is that of the second.
        case duplicateColumn(String)
    }
}
