internal import TandemDomain

/// What an extract is called and what its `meta.csv` says.
struct ExtractName: Hashable, Sendable {
    let number: Int
    /// The day on which it is made; the register that it shows is that of the day before.
    let day: Day
    let kind: Kind

    /// The whole register, or what changed in a day.
    enum Kind: String, Sendable {
        case full, update
    }

    /// Extracts are daily from this number on; before, the name has no day.
    static let firstDaily = 140

    /// `KboOpenData_0140_2025_10_05_Full`, or `KboOpenData_0139_2025_09_Full` as it was before.
    var text: String {
        let (year, month, day) = day.parts
        var bytes = Array("KboOpenData_".utf8)
        bytes.append(number: number, width: 4)
        bytes.append(UInt8(ascii: "_"))
        bytes.append(number: year)
        for part in number >= Self.firstDaily ? [month, day] : [month] {
            bytes.append(UInt8(ascii: "_"))
            bytes.append(number: part, width: 2)
        }
        return String(decoding: bytes, as: UTF8.self) + (kind == .full ? "_Full" : "_Update")
    }

    /// The file of a table; the monthly extracts called one of them `Branch.CSV`.
    func file(_ table: RegisterTable) -> String {
        table == .branch && number < Self.firstDaily ? "Branch.CSV" : "\(table.rawValue).csv"
    }

    var meta: [UInt8] {
        var row = RowWriter()
        func variable(_ name: String, _ value: (inout RowWriter) -> Void) {
            row.raw(Field.text(name))
            value(&row)
            row.scratchText()
            row.endRow()
        }
        variable("SnapshotDate") { Self.write(day.adding(days: -1), to: &$0.scratch) }
        variable("ExtractTimestamp") {
            Self.write(day, to: &$0.scratch)
            $0.scratch += Array(" 09:00:00".utf8)
        }
        variable("ExtractType") { $0.scratch += Array(kind.rawValue.utf8) }
        variable("ExtractNumber") { $0.scratch.append(number: number) }
        variable("Version") { $0.scratch += Array("1.0.0".utf8) }
        return RegisterTable.header(RegisterTable.meta.columns) + row.bytes
    }

    private static func write(_ day: Day, to text: inout [UInt8]) {
        let (year, month, day) = day.parts
        text.append(number: day, width: 2)
        text.append(UInt8(ascii: "-"))
        text.append(number: month, width: 2)
        text.append(UInt8(ascii: "-"))
        text.append(number: year)
    }
}
