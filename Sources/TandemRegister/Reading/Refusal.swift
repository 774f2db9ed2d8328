/// Why a row is left out of the register.
///
/// What identifies is refused, what describes is repaired.
package enum Refusal: String, Error, CaseIterable, Sendable, Codable {
    /// A quote that is not closed, stands in bare text, or is followed by text.
    case brokenQuotes = "broken_quotes"
    case wrongFieldCount = "wrong_field_count"
    /// More than 65,536 bytes without an end, or a text four times as long as the longest.
    case tooLong = "too_long"
    case notUTF8 = "not_utf8"
    /// A zero byte.
    case notText = "not_text"
    case notANumber = "not_a_number"
    /// The last two digits do not belong to the others.
    case wrongCheckDigits = "wrong_check_digits"
    /// A number of another kind than the column holds.
    case wrongKind = "wrong_kind"
    /// The enterprise, establishment or branch is not in the extract.
    case unknownEntity = "unknown_entity"
    /// The number is there already, with other facts.
    case twice
    /// A code that the table of codes cannot hold.
    case unknownCode = "unknown_code"
    /// Nothing where the row is about something.
    case empty
}

/// What was put right in a row that is kept.
package enum Repair: String, CaseIterable, Sendable, Codable {
    case byteOrderMark = "byte_order_mark"
    case carriageReturn = "carriage_return"
    case blankLine = "blank_line"
    /// Zeros that a spreadsheet took from the front of a code or a number.
    case lostZeros = "lost_zeros"
    /// Spaces before or after a text.
    case spaces
    /// Line breaks inside a text, now spaces.
    case lineBreak = "line_break"
    /// A day that is none; now unknown.
    case day
    /// A describing code that cannot be read; now absent.
    case code
    /// The same row again; kept once.
    case duplicate
}

/// A row that was left out, and where it stood.
package struct RefusedRow: Sendable, Hashable, Codable {
    package let file: String
    package let line: Int
    /// The character in that line, counted from 1.
    package let column: Int
    package let reason: Refusal

    package init(file: String, line: Int, column: Int, reason: Refusal) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }
}

/// What became of the rows of one file.
package struct TableTally: Sendable, Hashable {
    package internal(set) var read = 0
    package internal(set) var stored = 0
    private var repairs = Array(repeating: 0, count: Repair.allCases.count)
    private var refusals = Array(repeating: 0, count: Refusal.allCases.count)

    package init() {}

    package subscript(repair: Repair) -> Int { repairs[Self.index(of: repair)] }

    package subscript(refusal: Refusal) -> Int { refusals[Self.index(of: refusal)] }

    package var refused: Int { refusals.reduce(0, +) }

    mutating func add(_ repair: Repair, _ count: Int = 1) { repairs[Self.index(of: repair)] += count }

    mutating func add(_ refusal: Refusal) { refusals[Self.index(of: refusal)] += 1 }

    private static func index<Case: CaseIterable & Equatable>(of item: Case) -> Int
    where Case.AllCases == [Case] {
        Case.allCases.firstIndex(of: item) ?? 0
    }
}

extension TableTally: Encodable {
    private enum Keys: String, CodingKey {
        case read, stored, repaired, refused
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(read, forKey: .read)
        try container.encode(stored, forKey: .stored)
        try container.encode(counts(Repair.allCases) { self[$0] }, forKey: .repaired)
        try container.encode(counts(Refusal.allCases) { self[$0] }, forKey: .refused)
    }

    private func counts<Case: RawRepresentable<String>>(_ cases: [Case], _ count: (Case) -> Int) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: cases.map { ($0.rawValue, count($0)) }).filter { $0.value > 0 }
    }
}
