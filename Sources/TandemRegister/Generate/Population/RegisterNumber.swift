/// A number of the register: eight digits and the two that check them, as `TandemDomain` checks them too.
struct RegisterNumber: Hashable, Sendable {
    /// All ten digits as one number.
    let value: Int

    init(stem: Int) { value = stem * 100 + 97 - stem % 97 }

    /// Appends `0123.456.749`; where the first digit is 2 or more, `2.123.456.749`.
    func append(to bytes: inout [UInt8]) {
        var rest = value
        var digits: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &digits) { buffer in
            for place in stride(from: 9, through: 0, by: -1) {
                buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            let cuts = buffer[0] >= UInt8(ascii: "2") ? (1, 4, 7) : (4, 7, 7)
            for place in 0..<10 {
                if place == cuts.0 || place == cuts.1 || (place == cuts.2 && cuts.2 != cuts.1) {
                    bytes.append(UInt8(ascii: "."))
                }
                bytes.append(buffer[place])
            }
        }
    }
}
