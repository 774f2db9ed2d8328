internal import TandemCSV
internal import Testing

@Suite struct `A CSV reader` {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,", [["a", "b"], ["1", ""]]),
        ("\u{FEFF}a\n1\n", [["a"], ["1"]]),
        ("\u{FEFF}\"a\"\n", [["a"]]),
        ("！,b\n", [["！", "b"]]),
        ("", []),
        ("\u{FEFF}", []),
        ("a", [["a"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("\"\"", [[""]]),
        ("\"\"\n", [[""]]),
        (",,\n", [["", "", ""]]),
        ("\"a,b\",\"c\nd\",\"e\r\nf\"\n", [["a,b", "c\nd", "e\r\nf"]]),
        ("\"\"\"ALFA B.V.\"\"\",\"\"\"\"\n", [["\"ALFA B.V.\"", "\""]]),
        ("\"a\rb\"\n", [["a\rb"]]),
        (" a , b \n", [[" a ", " b "]]),
        ("a\tb;c\n", [["a\tb;c"]]),
        ("Zoë,🚲,ß\n", [["Zoë", "🚲", "ß"]]),
    ])
    func `reads the fields of a file`(_ text: String, _ fields: [[String]]) throws {
        #expect(try CSVReader.records(of: Array(text.utf8)).map(\.fields) == fields)
    }

    @Test func `takes a semicolon where told to`() throws {
        let records = try CSVReader.records(of: Array("a,b;c\n\"1;2\";3\n".utf8), separator: .semicolon)
        #expect(records.map(\.fields) == [["a,b", "c"], ["1;2", "3"]])
    }

    @Test func `tells where each field starts, in characters`() throws {
        let records = try CSVReader.records(of: Array("é,🚲x,c\n\"a\né\",\"b\"\"\",c\r\n1,2,3".utf8))
        let places = records.map {
            $0.positions.map { "\($0.line):\($0.column)" } + ["\($0.end.line):\($0.end.column)"]
        }
        #expect(
            places == [["1:1", "1:3", "1:6", "1:7"], ["2:1", "3:4", "3:10", "3:11"], ["4:1", "4:3", "4:5", "4:6"]]
        )
        #expect(records.map(\.line) == [1, 2, 4])
    }

    @Test func `starts a byte order mark's file at column 1`() throws {
        let records = try CSVReader.records(of: Array("\u{FEFF}a,b".utf8))
        #expect(records.first?.positions.map(\.column) == [1, 3])
    }

    @Test func `gives each record as soon as its line end is there`() throws {
        var reader = CSVReader()
        reader.feed(Array("a,b\n1,".utf8))
        #expect(try reader.next()?.fields == ["a", "b"])
        #expect(try reader.next() == nil)
        reader.feed(Array("2".utf8))
        #expect(try reader.next() == nil)
        reader.finish()
        #expect(try reader.next()?.fields == ["1", "2"])
        #expect(try reader.next() == nil)
    }
}
