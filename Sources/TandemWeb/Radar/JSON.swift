internal import Hummingbird
internal import NIOCore

/// What scripts of ours are answered, printed without reflection and with its names in order.
enum JSON: Hashable, Sendable {
    case text(String)
    case number(Int)
    case degrees(Double)
    case flag(Bool)
    case list([JSON])
    case object([(String, JSON)])
    case nothing

    static func == (lhs: JSON, rhs: JSON) -> Bool { lhs.printed == rhs.printed }

    func hash(into hasher: inout Hasher) { hasher.combine(printed) }

    var printed: String {
        var text = ""
        print(to: &text)
        return text
    }

    private func print(to text: inout String) {
        switch self {
        case .text(let value): Self.quote(value, to: &text)
        case .number(let value): text += String(value)
        case .degrees(let value): text += String((value * 100_000).rounded() / 100_000)
        case .flag(let value): text += value ? "true" : "false"
        case .nothing: text += "null"
        case .list(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.print(to: &text)
            }
            text += "]"
        case .object(let pairs):
            text += "{"
            for (index, pair) in pairs.enumerated() {
                if index > 0 { text += "," }
                Self.quote(pair.0, to: &text)
                text += ":"
                pair.1.print(to: &text)
            }
            text += "}"
        }
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            case _: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension Response {
    /// An answer to a script.
    init(json: JSON) {
        self.init(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: json.printed))
        )
    }
}
