internal import TandemRegister

/// Numbers of the register as bytes: sorted, each by how far it is from the one before, some two bytes apiece.
enum PackedNumbers {
    static func pack(_ numbers: some Sequence<EntityNumber>) -> [UInt8] {
        var (bytes, last): ([UInt8], UInt32) = ([], 0)
        for number in Set(numbers).sorted() {
            var rest = number.stem - last
            while rest > 127 {
                bytes.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
            last = number.stem
        }
        return bytes
    }

    static func unpack(_ bytes: [UInt8]) -> Set<EntityNumber> {
        var (numbers, last, gap, shift): (Set<EntityNumber>, UInt32, UInt32, UInt32) = ([], 0, 0, 0)
        for byte in bytes {
            if shift < 32 { gap |= UInt32(byte & 127) << shift }
            shift += 7
            guard byte < 128 else { continue }
            last &+= gap
            numbers.insert(EntityNumber(stem: last))
            (gap, shift) = (0, 0)
        }
        return numbers
    }
}
