/// One field of a row: a view of the bytes, valid as long as the row is.
struct FieldBytes {
    let bytes: UnsafeBufferPointer<UInt8>
    let span: FieldSpan

    @inline(__always) var isEmpty: Bool { span.start == span.end }
    @inline(__always) var count: Int { span.end - span.start }

    @inline(__always) subscript(index: Int) -> UInt8 { bytes[span.start + index] }

    /// Whether the field is just this word.
    func equals(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != word.utf8Start[index] { return false }
        return true
    }

    /// The digits of a number of the register, dots left out; one lost zero is put back and counted.
    @inline(__always)
    func number(_ tally: inout TableTally) throws(Refusal) -> UInt32 {
        var value: UInt64 = 0
        var digits = 0
        for index in span.start..<span.end {
            let digit = bytes[index].digit
            if digit <= 9 {
                value = value &* 10 &+ UInt64(digit)
                digits += 1
            } else if bytes[index] != UInt8(ascii: ".") {
                throw .notANumber
            }
        }
        guard digits == 10 else { return try shortNumber(value, digits: digits, &tally) }
        return try checked(value)
    }

    /// A number after which only the check is to be done.
    @inline(__always)
    private func checked(_ value: UInt64) throws(Refusal) -> UInt32 {
        let stem = UInt32(value / 100)
        guard 97 - stem % 97 == UInt32(value % 100) else { throw .wrongCheckDigits }
        return stem
    }

    private func shortNumber(_ value: UInt64, digits: Int, _ tally: inout TableTally) throws(Refusal) -> UInt32 {
        guard digits == 9 else { throw .notANumber }
        tally.add(.lostZeros)
        return try checked(value)
    }

    /// A number of up to nine digits, and how many they are; nothing where it is empty or anything else.
    @inline(__always)
    func digits() -> (value: UInt32, length: Int)? {
        guard count > 0, count <= 9 else { return nil }
        var value: UInt32 = 0
        for index in span.start..<span.end {
            let digit = bytes[index].digit
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ UInt32(digit)
        }
        return (value, count)
    }

    /// A code of three digits; lost zeros are counted.
    @inline(__always)
    func threeDigits(_ tally: inout TableTally) -> UInt16? {
        guard let (value, length) = digits(), length <= 3 else { return nil }
        if length < 3 { tally.add(.lostZeros) }
        return UInt16(value)
    }

    /// A describing code of three digits: absent where it is empty, and where it cannot be read, which is counted.
    func describingCode(_ tally: inout TableTally) -> UInt16? {
        guard !isEmpty else { return nil }
        let code = threeDigits(&tally)
        if code == nil { tally.add(.code) }
        return code
    }
}
