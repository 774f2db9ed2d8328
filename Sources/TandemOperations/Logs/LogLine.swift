internal import Logging

/// One line of the log before it is written.
struct LogLine {
    let time: String
    let level: String
    let label: String
    let message: String
    let metadata: [(key: String, value: LogValue)]

    func written(as format: LogFormat) -> String {
        switch format {
        case .text: text
        case .json: json
        }
    }

    /// `2026-11-22T13:05:09.042Z info tandem: request method=GET status=200`.
    private var text: String {
        let pairs = metadata.map { "\(bare($0.key))=\(bare($0.value.flat))" }
        let shown = message.unicodeScalars.contains(where: isControl) ? quoted(message) : message
        return (["\(time) \(level) \(bare(label)): \(shown)"] + pairs).joined(separator: " ")
    }

    private var json: String {
        let pairs = metadata.map { "\(quoted($0.key)):\($0.value.json)" }
        let parts = [
            "\"time\":\(quoted(time))", "\"level\":\(quoted(level))", "\"label\":\(quoted(label))",
            "\"message\":\(quoted(message))", "\"metadata\":{\(pairs.joined(separator: ","))}",
        ]
        return "{\(parts.joined(separator: ","))}"
    }
}

/// What a piece of metadata holds: a number stays one in JSON.
indirect enum LogValue {
    case text(String)
    case number(String)
    case list([LogValue])
    case object([(key: String, value: LogValue)])

    init(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .stringConvertible(let value):
            self = value is any BinaryInteger ? .number(value.description) : .text(value.description)
        case .array(let values): self = .list(values.map(LogValue.init))
        case .dictionary(let values):
            self = .object(values.sorted { $0.key < $1.key }.map { ($0.key, LogValue($0.value)) })
        }
    }

    var json: String {
        switch self {
        case .text(let text): quoted(text)
        case .number(let number): number
        case .list(let values): "[\(values.map(\.json).joined(separator: ","))]"
        case .object(let pairs): "{\(pairs.map { "\(quoted($0.key)):\($0.value.json)" }.joined(separator: ","))}"
        }
    }

    /// As it stands behind the sign of equality in a line of text.
    var flat: String {
        switch self {
        case .text(let text), .number(let text): text
        case .list, .object: json
        }
    }
}

/// A word as it is, or between quotation marks where it would not stay one word of one line.
private func bare(_ text: String) -> String {
    let isOneWord =
        !text.isEmpty && !text.unicodeScalars.contains { " \"=\\".unicodeScalars.contains($0) || isControl($0) }
    return isOneWord ? text : quoted(text)
}

/// A string of JSON; no control character and no separator of lines is left in it.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case _ where isControl(scalar): result += escape(scalar)
        case _: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

/// Control characters of both ranges, and what some programs take for the end of a line.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
}

private func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
