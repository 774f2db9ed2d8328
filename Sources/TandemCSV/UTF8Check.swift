/// Judges byte by byte whether text is well-formed UTF-8, after table 3-7 of the Unicode standard.
struct UTF8Check: Hashable, Sendable {
    private var missing = 0
    private var allowed = anyContinuation

    private static let anyContinuation: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether the last character still lacks bytes.
    var isMidCharacter: Bool { missing > 0 }

    /// Takes the next byte; false where it cannot stand here.
    mutating func accepts(_ byte: UInt8) -> Bool {
        guard isMidCharacter else { return startsCharacter(byte) }
        guard allowed.contains(byte) else { return false }
        missing -= 1
        allowed = Self.anyContinuation
        return true
    }

    private mutating func startsCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
