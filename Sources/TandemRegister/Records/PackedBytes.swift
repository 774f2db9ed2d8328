extension [UInt8] {
    /// Writes a number that is seldom large: seven bits a byte, the last without the high bit.
    @inline(__always)
    mutating func append(varint value: Int) {
        var rest = UInt64(value)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    mutating func append(int32 value: Int32) {
        let bits = UInt32(bitPattern: value)
        for shift: UInt32 in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
}

/// Reads packed bytes from front to back; where they end too soon it reads zeros.
struct PackedReader {
    let bytes: ArraySlice<UInt8>
    private(set) var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index >= bytes.endIndex }

    mutating func byte() -> UInt8 {
        guard index < bytes.endIndex else { return 0 }
        defer { index += 1 }
        return bytes[index]
    }

    mutating func varint() -> Int {
        var (value, shift) = (0, 0)
        while shift < 63 {
            let next = byte()
            value |= Int(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return value
    }

    mutating func uint32() -> UInt32 {
        var value: UInt32 = 0
        for shift: UInt32 in [0, 8, 16, 24] { value |= UInt32(byte()) << shift }
        return value
    }

    mutating func slice(_ count: Int) -> ArraySlice<UInt8> {
        let end = Swift.min(index + Swift.max(0, count), bytes.endIndex)
        defer { index = end }
        return bytes[index..<end]
    }

    /// A text with its length before it.
    mutating func text() -> ArraySlice<UInt8> { slice(varint()) }
}
