internal import Crypto
internal import TandemSQL

/// What a table holds, in a few bytes: equal where it holds the same rows, in whichever order they are read.
struct TableContent: Hashable, Sendable {
    private(set) var rows = 0
    /// The digests of all rows, added up.
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func add(_ row: SQLRow) {
        var bytes: [UInt8] = []
        for value in row.values { Self.append(value, to: &bytes) }
        let digest = Array(SHA256.hash(data: bytes))
        rows += 1
        high &+= Self.number(digest[0..<8])
        low &+= Self.number(digest[8..<16])
    }

    /// Kind, length and bytes, so that no two rows look the same.
    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number): append(1, UInt64(bitPattern: number), to: &bytes)
        case .real(let number): append(2, number.bitPattern, to: &bytes)
        case .text(let text):
            append(3, UInt64(text.utf8.count), to: &bytes)
            bytes += text.utf8
        case .blob(let blob):
            append(4, UInt64(blob.count), to: &bytes)
            bytes += blob
        }
    }

    private static func append(_ kind: UInt8, _ number: UInt64, to bytes: inout [UInt8]) {
        bytes.append(kind)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

extension SQLRow {
    /// About how much memory the row takes.
    var size: Int {
        values.reduce(0) { size, value in
            switch value {
            case .null, .integer, .real: size + 16
            case .text(let text): size + 16 + text.utf8.count
            case .blob(let blob): size + 16 + blob.count
            }
        }
    }
}
