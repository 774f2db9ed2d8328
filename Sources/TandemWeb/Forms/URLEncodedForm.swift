/// Reads `application/x-www-form-urlencoded`: `name=Anna+Peeters&town=Li%C3%A8ge`.
enum URLEncodedForm {
    static func read(_ bytes: some Sequence<UInt8>, limits: FormLimits = FormLimits()) throws(FormError) -> FormData {
        var data = FormData()
        let pairs = Array(bytes).split(separator: UInt8(ascii: "&"))
        guard pairs.count <= limits.parts else { throw .tooManyParts }
        for pair in pairs {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try text(halves[0])
            let value = halves.count > 1 ? try text(halves[1]) : ""
            guard value.utf8.count <= limits.textBytes else { throw .textTooLong(field: name) }
            data.append(value, to: name)
        }
        return data
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(FormError) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(nibble), let low = rest.popFirst().flatMap(nibble) else {
                    throw .badText
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .badText }
        return text
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
