internal import TandemDomain

/// Writes rows of a table in the dialect of the register, straight into bytes.
///
/// Every field ends in a comma, and the end of the row turns the last one into a line feed.
struct RowWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var tally = Tally()
    private var start = 0
    /// Working storage for a text that is put together before it is written.
    var scratch: [UInt8] = []
    /// Working storage for the activities that an entity already has.
    var seen = SeenCodes()

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")

    /// Appends fields that are written as they are, each with its comma.
    mutating func raw(_ fields: [UInt8]) { bytes.append(contentsOf: fields) }

    mutating func number(_ number: RegisterNumber) {
        bytes.append(Self.quote)
        number.append(to: &bytes)
        bytes.append(Self.quote)
        bytes.append(Self.comma)
    }

    /// Appends a text in quotes; a quote inside is doubled.
    mutating func text(_ text: [UInt8]) {
        bytes.append(Self.quote)
        if text.contains(Self.quote) {
            for byte in text { bytes.append(contentsOf: byte == Self.quote ? [byte, byte] : [byte]) }
        } else {
            bytes.append(contentsOf: text)
        }
        bytes.append(Self.quote)
        bytes.append(Self.comma)
    }

    /// Appends what was put together in `scratch`, and empties it.
    mutating func scratchText() {
        text(scratch)
        scratch.removeAll(keepingCapacity: true)
    }

    /// Appends a text, or nothing between the commas where it is empty.
    mutating func textOrAbsent(_ text: [UInt8]) {
        if text.isEmpty { absent() } else { self.text(text) }
    }

    mutating func absent() { bytes.append(Self.comma) }

    /// Appends `05-10-2025`, without quotes.
    mutating func date(_ day: Day) {
        let (year, month, day) = day.parts
        for (value, divisor, mark) in [(day, 10, UInt8(ascii: "-")), (month, 10, UInt8(ascii: "-"))] {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor))
            bytes.append(UInt8(ascii: "0") + UInt8(value % divisor))
            bytes.append(mark)
        }
        for divisor in [1000, 100, 10, 1] { bytes.append(UInt8(ascii: "0") + UInt8(year / divisor % 10)) }
        bytes.append(Self.comma)
    }

    mutating func endRow() {
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
        start = bytes.count
        tally.rows += 1
    }

    /// Ends the row, and writes it a second time where `isRepeated`, as the real register does now and then.
    mutating func endRow(isRepeated: Bool) {
        let row = start..<bytes.count
        endRow()
        guard isRepeated else { return }
        bytes.append(contentsOf: Array(bytes[row]))
        endRow()
        note(.repeatedRow)
    }

    mutating func note(_ kind: DirtKind) { tally.dirt[kind.column] += 1 }
}

/// How many rows were written, and how many of them are untidy in what way.
struct Tally: Sendable {
    var rows = 0
    var dirt = [Int](repeating: 0, count: DirtKind.allCases.count)

    static func += (lhs: inout Self, rhs: Self) {
        lhs.rows += rhs.rows
        for column in lhs.dirt.indices { lhs.dirt[column] += rhs.dirt[column] }
    }
}

/// Remembers which codes were used since the last clearing; clearing takes no time.
struct SeenCodes {
    private var stamps: [[UInt32]] = []
    private var stamp: UInt32 = 0

    /// Forgets everything, and makes room for so many codes in each version.
    mutating func clear(_ sizes: [Int]) {
        if stamps.isEmpty { stamps = sizes.map { Array(repeating: 0, count: $0) } }
        stamp += 1
    }

    /// Whether the code is new; from now on it is not.
    mutating func insert(_ code: Int, version: Int) -> Bool {
        guard stamps[version][code] != stamp else { return false }
        stamps[version][code] = stamp
        return true
    }
}
