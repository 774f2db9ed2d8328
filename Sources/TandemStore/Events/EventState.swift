internal import TandemSQL

/// What an event says of a row, as canonical JSON: the columns in their fixed order, nothing else.
///
/// Two states are equal exactly when their texts are, so the text can be digested and compared.
struct EventState {
    /// The state of a row that was removed.
    static let removed = "null"

    static func text(of row: SQLRow, from offset: Int = 0, as audited: Audited) -> String {
        var json: [UInt8] = [UInt8(ascii: "{")]
        for (index, name) in audited.names.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            append(quoted: name, to: &json)
            json.append(UInt8(ascii: ":"))
            let value = row.values[offset + index]
            append(index < audited.plainCount ? value : digested(value), to: &json)
        }
        json.append(UInt8(ascii: "}"))
        return String(decoding: json, as: UTF8.self)
    }

    /// Free text by its digest; absence stays absence.
    private static func digested(_ value: SQLValue) -> SQLValue {
        guard case .text(let text) = value else { return value }
        return .text(hexadecimal(digest(of: text.utf8).prefix(16)))
    }

    private static func append(_ value: SQLValue, to json: inout [UInt8]) {
        switch value {
        case .null: json += "null".utf8
        case .integer(let number): json += String(number).utf8
        case .real(let number): json += String(number).utf8
        case .text(let text): append(quoted: text, to: &json)
        case .blob(let bytes): append(quoted: hexadecimal(bytes), to: &json)
        }
    }

    private static func append(quoted text: String, to json: inout [UInt8]) {
        json.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
            case 0..<32: json += "\\u00\(hexadecimal([byte]))".utf8
            case _: json.append(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
    }
}
