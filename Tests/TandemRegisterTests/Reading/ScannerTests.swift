import Testing

@testable import TandemRegister

@Suite struct `The rows of a table` {
    /// What the scanner says about a text, told in words; with chunks of this many bytes.
    private func told(_ text: String, columns: Int, chunk: Int = .max) -> [String] {
        var scanner = RowScanner(columns: columns)
        var told: [String] = []
        let bytes = Array(text.utf8)
        var (start, end) = (0, min(chunk, bytes.count))
        while true {
            let isLast = end == bytes.count
            let outcome = bytes[start..<end].withUnsafeBufferPointer { buffer in
                (scanner.scan(buffer, from: 0, isLast: isLast), buffer.count)
            }
            switch outcome.0 {
            case .row(let next, _):
                told.append(
                    scanner.fields.map { field in
                        bytes[start..<end].withUnsafeBufferPointer { FieldBytes(bytes: $0, span: field).text() }
                    }
                    .joined(separator: "|")
                )
                start += next
            case .blank(let next):
                told.append("blank")
                start += next
            case .fault(let fault, let place, let next):
                told.append("\(fault == .cutOff ? "cut off" : fault.refusal.rawValue) at \(start + place)")
                start += next
            case .incomplete:
                if isLast { return told }
                end = min(end + chunk, bytes.count)
            }
            if start == bytes.count { return told }
        }
    }

    static let cases: [(String, [String])] = [
        ("\"a\",\"b\"\n", ["a|b"]), ("\"a\",\"b\"", ["a|b"]), ("\"a\",\"b\"\r\n\"c\",\"d\"\r\n", ["a|b", "c|d"]),
        ("a,b\nc,d\n", ["a|b", "c|d"]), (",\n", ["|"]), ("\"\",\n", ["|"]), ("\"a,b\",\"c\"\n", ["a,b|c"]),
        ("\"\"\"ALFA \"\"B.V.\"\"\"\"\",\"c\"\n", ["\"ALFA \"B.V.\"\"|c"]), ("\"a\nb\",\"c\"\n", ["a b|c"]),
        ("\n\"a\",\"b\"\n", ["blank", "a|b"]), ("\"a\"\n\"b\",\"c\"\n", ["wrong_field_count at 0", "b|c"]),
        ("\"a\",\"b\",\"c\"\n\"d\",\"e\"\n", ["wrong_field_count at 0", "d|e"]),
        ("\"a\"x,\"b\"\n\"c\",\"d\"\n", ["broken_quotes at 3", "c|d"]),
        ("a\"x,b\nc,d\n", ["broken_quotes at 1", "c|d"]),
        ("\"a,b\n\"c\",\"d\"\n", ["broken_quotes at 0", "c|d"]),
        ("\"a\",\"b\n", ["broken_quotes at 4"]), ("\"a\",\"b", ["cut off at 4"]), ("\"a\"", ["cut off at 0"]),
        ("a,b\nc", ["a|b", "cut off at 4"]), ("a,b\nc,", ["a|b", "c|"]),
    ]

    @Test(arguments: cases, [1, 2, 3, 7, Int.max])
    func `are found in any chunks, and a broken one costs one line`(_ given: (String, [String]), _ chunk: Int) {
        #expect(told(given.0, columns: 2, chunk: chunk) == given.1)
    }

    @Test func `end after 65,536 bytes, so that a lost quote does not swallow the file`() {
        let text = "\"a,b\n" + String(repeating: "c,d\n", count: 20_000)
        let said = told(text, columns: 2, chunk: 4096)
        #expect(said.first == "too_long at 0")
        #expect(said.dropFirst() == Array(repeating: "c|d", count: 20_000)[...])
    }
}
