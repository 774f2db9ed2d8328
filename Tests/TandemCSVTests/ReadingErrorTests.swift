internal import TandemCSV
internal import Testing

/// A file that must be refused, and the refusal.
struct BadFile: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let line: Int
    let column: Int
    let reason: CSVError.Reason

    init(_ text: String, _ line: Int, _ column: Int, _ reason: CSVError.Reason) {
        self.init(Array(text.utf8), line, column, reason)
    }

    init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ reason: CSVError.Reason) {
        (self.bytes, self.line, self.column, self.reason) = (bytes, line, column, reason)
    }

    var testDescription: String { "\(String(decoding: bytes, as: UTF8.self).debugDescription) → \(reason)" }

    static let all: [Self] = grammar + encoding + shape

    private static let grammar = [
        Self("a\"b,c\n", 1, 2, .quoteInUnquotedField),
        Self("a,b\n1, \"2\"\n", 2, 4, .quoteInUnquotedField),
        Self("\"a\"b\n", 1, 4, .textAfterClosingQuote),
        Self("\"a\" ,b\n", 1, 4, .textAfterClosingQuote),
        Self("\"a\"é\n", 1, 4, .textAfterClosingQuote),
        Self("a,b\n1,\"2\n3,4\n", 2, 3, .unclosedQuote),
        Self("\"", 1, 1, .unclosedQuote),
        Self("\"a\"\"", 1, 1, .unclosedQuote),
        Self("a\rb\n", 1, 2, .bareCarriageReturn),
        Self("a\r\r\n", 1, 2, .bareCarriageReturn),
        Self("a\ré\n", 1, 2, .bareCarriageReturn),
        Self("\"a\"\r", 1, 4, .bareCarriageReturn),
        Self("a,b\n1,2\r", 2, 4, .bareCarriageReturn),
        Self("\r", 1, 1, .bareCarriageReturn),
        Self("a,b\n1,\u{0}2\n", 2, 3, .nulByte),
        Self("\"é\u{0}\"\n", 1, 3, .nulByte),
    ]

    private static let encoding = [
        Self([0x61, 0x0A, 0x62, 0xE9, 0x63, 0x0A], 2, 2, .notUTF8),
        Self([0xC3, 0xA9, 0x80], 1, 2, .notUTF8),
        Self([0xFF, 0xFE, 0x61, 0x00], 1, 1, .notUTF8),
        Self([0x22, 0xC3, 0xA9, 0x0A, 0xC3, 0x22], 2, 1, .notUTF8),
        Self([0x61, 0xF0, 0x9F, 0x9A], 1, 2, .notUTF8),
        Self([0xEF, 0xBB], 1, 1, .notUTF8),
        Self([0x61, 0xC0, 0x80], 1, 2, .notUTF8),
        Self([0x61, 0xE0, 0x9F, 0xBF], 1, 2, .notUTF8),
        Self([0x61, 0xED, 0xA0, 0x80], 1, 2, .notUTF8),
        Self([0x61, 0xF0, 0x8F, 0xBF, 0xBF], 1, 2, .notUTF8),
        Self([0x61, 0xF4, 0x90, 0x80, 0x80], 1, 2, .notUTF8),
        Self([0x61, 0xF5, 0x80, 0x80, 0x80], 1, 2, .notUTF8),
        Self([0x61, 0xC3, 0x2C, 0x62], 1, 2, .notUTF8),
    ]

    private static let shape = [
        Self("a,b\n1,2,3,4\n", 2, 5, .wrongFieldCount(expected: 2, found: 4)),
        Self("a,b,c\n1,2\n", 2, 4, .wrongFieldCount(expected: 3, found: 2)),
        Self("a,b,c\r\n1,2\r\n", 2, 4, .wrongFieldCount(expected: 3, found: 2)),
        Self("a,b\n1,2\n\n", 3, 1, .wrongFieldCount(expected: 2, found: 1)),
        Self("a,b\n\"1\né\"", 3, 3, .wrongFieldCount(expected: 2, found: 1)),
    ]
}

@Suite struct `A CSV reader that meets an error` {
    @Test(arguments: BadFile.all)
    func `says what is wrong and where`(_ file: BadFile) {
        let error = #expect(throws: CSVError.self) { try CSVReader.records(of: file.bytes) }
        #expect(error == CSVError(file.reason, at: CSVPosition(line: file.line, column: file.column)))
    }

    @Test(arguments: BadFile.all)
    func `says the same when the file comes byte by byte`(_ file: BadFile) {
        let error = #expect(throws: CSVError.self) {
            var reader = CSVReader()
            for byte in file.bytes {
                reader.feed([byte])
                while try reader.next() != nil {}
            }
            reader.finish()
            while try reader.next() != nil {}
        }
        #expect(error == CSVError(file.reason, at: CSVPosition(line: file.line, column: file.column)))
    }

    @Test func `gives the records before it first, and then the same error for good`() throws {
        var reader = CSVReader(Array("a\nb\nc\"\nd\n".utf8))
        #expect(try reader.next()?.fields == ["a"])
        #expect(try reader.next()?.fields == ["b"])
        let error = CSVError(.quoteInUnquotedField, at: CSVPosition(line: 3, column: 2))
        #expect(throws: error) { try reader.next() }
        #expect(throws: error) { try reader.next() }
    }

    @Test func `can pass over a record with the wrong number of fields`() throws {
        var reader = CSVReader(Array("a,b\n1\n2,3\n".utf8))
        _ = try reader.next()
        #expect(throws: CSVError.self) { try reader.next() }
        #expect(try reader.next()?.fields == ["2", "3"])
    }

    @Test func `believes in any number of short ones`() throws {
        var reader = CSVReader(longestRecord: 8)
        for _ in 1...10 { reader.feed(Array("1,2,3\r\n".utf8)) }
        for line in 1...10 { #expect(try reader.next()?.line == line) }
    }

    @Test func `does not believe in endless records`() {
        let lost = Array("a,b\n1,\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 100)
        for chunk in [1, 7, lost.count] {
            var reader = CSVReader(longestRecord: 64)
            let error = #expect(throws: CSVError.self) {
                for start in stride(from: 0, to: lost.count, by: chunk) {
                    reader.feed(lost[start..<min(start + chunk, lost.count)])
                    while try reader.next() != nil {}
                }
            }
            #expect(error == CSVError(.recordTooLong(limit: 64), at: CSVPosition(line: 2, column: 3)))
        }
    }
}
