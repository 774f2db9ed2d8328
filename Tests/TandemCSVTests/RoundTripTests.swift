internal import TandemCSV
internal import Testing

/// A repeatable source of chance (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A table whose fields are full of what CSV finds hard.
    mutating func table() -> [[String]] {
        let width = Int.random(in: 1...5, using: &self)
        return (0..<Int.random(in: 0...8, using: &self)).map { _ in (0..<width).map { _ in field() } }
    }

    private mutating func field() -> String {
        let pieces = [
            "a", "Zoë", "\"", ",", ";", "\n", "\r\n", "\r", " ", "🚲", "e\u{301}", "\u{FEFF}", "\t", "\u{7F}", "x1",
        ]
        return (0..<Int.random(in: 0...6, using: &self))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }.joined()
    }
}

@Suite struct `What a CSV writer writes` {
    static let dialects = CSVSeparator.allCases.flatMap { separator in
        [CSVWriter.LineEnding.lineFeed, .carriageReturnLineFeed].flatMap { lineEnding in
            [CSVWriter.Quoting.whereNeeded, .everyText].flatMap { quoting in
                [false, true].map { mark in
                    (
                        separator,
                        CSVWriter(
                            separator: separator,
                            lineEnding: lineEnding,
                            quoting: quoting,
                            withByteOrderMark: mark
                        )
                    )
                }
            }
        }
    }

    @Test func `has quotes where they are needed`() {
        var writer = CSVWriter()
        writer.append(["a", "b,c", "d\"e", "f\ng", "", "h;i", " j"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",,h;i, j\r\n")
    }

    @Test func `has quotes round every text where told to, but not round bare cells`() {
        var writer = CSVWriter(lineEnding: .lineFeed, quoting: .everyText)
        writer.append(["Id", "Date"])
        writer.append(cells: [.text("9.000.006.626"), .bare("01-09-1995")])
        writer.append(cells: [.text(""), .bare("")])
        #expect(
            String(decoding: writer.takeBytes(), as: UTF8.self)
                == "\"Id\",\"Date\"\n\"9.000.006.626\",01-09-1995\n\"\",\n"
        )
        #expect(writer.bytes.isEmpty)
    }

    @Test func `has no zero byte, nor a first field that looks like a byte order mark`() {
        var writer = CSVWriter(lineEnding: .lineFeed)
        writer.append(["\u{FEFF}a", "b\u{0}"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\u{FEFF}a\",\"b\u{FFFD}\"\n")
    }

    @Test(arguments: [UInt64.random(in: .min ... .max)])
    func `is read back the same, in every dialect`(seed: UInt64) throws {
        print("round trip: seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let table = generator.table()
            for (separator, dialect) in Self.dialects {
                var writer = dialect
                for fields in table { writer.append(fields) }
                let read = try CSVReader.records(of: writer.bytes, separator: separator).map(\.fields)
                #expect(read.map(bytes) == table.map(bytes), "seed \(seed)")
            }
        }
    }

    @Test(arguments: [UInt64.random(in: .min ... .max)])
    func `is read the same wherever a chunk ends`(seed: UInt64) throws {
        print("chunks: seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            var writer = CSVWriter(withByteOrderMark: Bool.random(using: &generator))
            for fields in generator.table() { writer.append(fields) }
            let whole = try CSVReader.records(of: writer.bytes)
            for cut in 0...writer.bytes.count {
                #expect(try records(of: writer.bytes, cutAt: cut) == whole, "seed \(seed), cut at \(cut)")
            }
        }
    }

    private func records(of bytes: [UInt8], cutAt cut: Int) throws -> [CSVRecord] {
        var reader = CSVReader()
        var records: [CSVRecord] = []
        for chunk in [bytes[..<cut], bytes[cut...]] {
            reader.feed(chunk)
            while let record = try reader.next() { records.append(record) }
        }
        reader.finish()
        while let record = try reader.next() { records.append(record) }
        return records
    }

    /// Strings compare by canonical equivalence; a round trip must keep the very bytes.
    private func bytes(_ fields: [String]) -> [[UInt8]] { fields.map { Array($0.utf8) } }
}
