/// The head of one part: the field it fills and, for a file, the name it had on the visitor's computer.
struct MultipartHead: Hashable, Sendable {
    let field: String
    let fileName: String?

    init(_ bytes: ArraySlice<UInt8>) throws(FormError) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badPart }
        let lines = text.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let disposition = HeaderParameters(line.drop { $0 != ":" }.dropFirst()),
            disposition.value == "form-data", let field = disposition["name"]
        else { throw .badPart }
        self.field = field
        // The folders before the name tell more about the visitor's computer than we want to know.
        fileName = disposition["filename"].map { name in
            String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
        }
    }
}

/// A header's value with its parameters: `form-data; name="file"; filename="plan.pdf"`.
struct HeaderParameters {
    /// What stands before the first semicolon, in lower case.
    let value: String
    private var parameters: [String: String] = [:]

    subscript(name: String) -> String? { parameters[name] }

    init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        value = Self.trimmed(rest.prefix { $0 != ";" }).lowercased()
        rest = rest.drop { $0 != ";" }
        while rest.popFirst() != nil {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { return }
            let name = Self.trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.popFirst() == "=", let parameter = Self.parameter(&rest), parameters[name] == nil else {
                return nil
            }
            parameters[name] = parameter
            rest = rest.drop { $0 == " " || $0 == "\t" }
            guard rest.isEmpty || rest.first == ";" else { return nil }
        }
    }

    /// A quoted text, in which browsers write a quotation mark as `%22` and others as `\"`, or a bare word.
    private static func parameter(_ rest: inout Substring) -> String? {
        guard rest.first == "\"" else {
            let word = rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
            rest = rest.dropFirst(word.count)
            return String(word)
        }
        rest = rest.dropFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == "\"" { return replacingBrowserEscapes(text) }
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                text.append(rest.removeFirst())
            } else {
                text.append(character)
            }
        }
        return nil
    }

    private static func replacingBrowserEscapes(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "%" where rest.hasPrefix("22"): result.append("\"")
            case "%" where rest.hasPrefix("0D"), "%" where rest.hasPrefix("0A"): result.append(" ")
            default:
                result.append(character)
                continue
            }
            rest = rest.dropFirst(2)
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...last]
    }
}
