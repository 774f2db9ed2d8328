/// Writes records as CSV, such that `CSVReader` reads back the same fields.
///
/// Only a zero byte cannot be read back, since no CSV may hold one: it is written as U+FFFD. A large file is written in pieces: append, now and then `takeBytes()`.
package struct CSVWriter: Sendable {
    /// What has been written and not yet taken.
    package private(set) var bytes: [UInt8] = []
    private let separator: UInt8
    private let lineEnding: [UInt8]
    private let quoting: Quoting

    /// What ends a record.
    package enum LineEnding: Hashable, Sendable {
        case lineFeed, carriageReturnLineFeed
    }

    /// Which fields get quotes.
    package enum Quoting: Hashable, Sendable {
        /// Only fields that cannot do without.
        case whereNeeded
        /// Every text, as the open data of the company register (*KBO*) have it.
        case everyText
    }

    /// Starts a file; a byte order mark tells spreadsheet programs that it is UTF-8.
    package init(
        separator: CSVSeparator = .comma,
        lineEnding: LineEnding = .carriageReturnLineFeed,
        quoting: Quoting = .whereNeeded,
        withByteOrderMark: Bool = false
    ) {
        self.separator = separator.byte
        self.lineEnding =
            switch lineEnding {
            case .lineFeed: Array("\n".utf8)
            case .carriageReturnLineFeed: Array("\r\n".utf8)
            }
        self.quoting = quoting
        if withByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Writes a record of texts.
    package mutating func append(_ fields: [String]) {
        append(cells: fields.map(CSVCell.text))
    }

    /// Writes a record in which some fields stand bare.
    package mutating func append(cells: [CSVCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(separator) }
            switch cell {
            case .text(let text): append(text, quoted: quoting == .everyText || needsQuotes(text))
            case .bare(let text): append(text, quoted: needsQuotes(text))
            }
        }
        bytes.append(contentsOf: lineEnding)
    }

    /// Hands over what has been written and begins anew, without a second byte order mark.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private func needsQuotes(_ text: String) -> Bool {
        // At the start of a file a reader would take U+FEFF for the byte order mark.
        text.unicodeScalars.first == "\u{FEFF}"
            || hasSpecialByte(text)
    }

    /// A plain loop: this runs over every byte that is written.
    private func hasSpecialByte(_ text: String) -> Bool {
        for byte in text.utf8 {
            switch byte {
            case separator, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0: return true
            case _: continue
            }
        }
        return false
    }

    private mutating func append(_ text: String, quoted: Bool) {
        guard quoted else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: [byte, byte])
            case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// A field to be written.
package enum CSVCell: Hashable, Sendable {
    /// Quoted as the writer is told to.
    case text(String)
    /// Quoted only where it must be: dates, and nothing at all.
    case bare(String)
}
