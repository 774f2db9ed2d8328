/// Takes the rows of `activity.csv`, of which there are ten times as many as of all others: eight bytes each.
struct ActivitySink: RowSink {
    static let columns = ["EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification"]

    let known: NumberSet
    private(set) var rows = PackedActivityRows()

    init(known: NumberSet, expectedBytes: Int = 0) {
        self.known = known
        rows.reserve(expectedBytes / 40)
    }

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let stem = try row.known(0, in: known, &tally)
        let group = try row.code(1, in: 1...31, &tally)
        guard let version = version(row[2]) else { throw FieldRefusal(.unknownCode, 2) }
        let code = try code(row[3], version, &tally)
        guard let classification = classification(row[4]) else { throw FieldRefusal(.unknownCode, 4) }
        rows.add(stem, ActivityEntry(code: code, group: UInt8(group), classification: classification))
        return true
    }

    @inline(__always)
    private func version(_ field: FieldBytes) -> NaceEdition? {
        switch field.digits()?.value {
        case 2025: .nace2025
        case 2008: .nace2008
        case 2003: .nace2003
        case _: nil
        }
    }

    /// A code; of 2008 and 2025 only five and seven digits occur, so that a lost zero can be put back.
    @inline(__always)
    private func code(
        _ field: FieldBytes,
        _ version: NaceEdition,
        _ tally: inout TableTally
    ) throws(FieldRefusal) -> NaceCode {
        guard let (value, length) = field.digits(), (2...7).contains(length) else {
            throw FieldRefusal(.unknownCode, 3)
        }
        let hasLostZero = length == 6 || (length == 4 && version != .nace2003)
        if hasLostZero { tally.add(.lostZeros) }
        return NaceCode(version: version, value: value, length: hasLostZero ? length + 1 : length)
    }

    @inline(__always)
    private func classification(_ field: FieldBytes) -> Classification? {
        guard field.count == 4 else { return nil }
        switch field[0] {
        case UInt8(ascii: "M") where field.equals("MAIN"): return .main
        case UInt8(ascii: "S") where field.equals("SECO"): return .secondary
        case UInt8(ascii: "A") where field.equals("ANCI"): return .ancillary
        case _: return nil
        }
    }
}

/// Takes the one column of a file of an Update that lists what goes.
struct KeySink<Column: KeyColumn>: RowSink {
    static var columns: [String] { [Column.name] }

    private(set) var stems: [UInt32] = []

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        stems.append(try row.number(0, &tally))
        return true
    }
}

/// How the column with the keys is called.
protocol KeyColumn {
    static var name: String { get }
}

enum EnterpriseKey: KeyColumn { static let name = "EnterpriseNumber" }
enum EstablishmentKey: KeyColumn { static let name = "EstablishmentNumber" }
enum BranchKey: KeyColumn { static let name = "Id" }
enum EntityKey: KeyColumn { static let name = "EntityNumber" }
