internal import TandemCSV
internal import Testing

@Suite struct `A CSV header` {
    @Test func `finds columns in any order`() throws {
        let records = try CSVReader.records(of: Array("name,number,note\nAlfa,1,x\n".utf8))
        let header = try CSVHeader(records[0], required: ["number", "name"], optional: ["note", "street"])
        #expect(try header[records[1], "number"] == "1")
        #expect(records[1][try header.column("name")] == "Alfa")
        #expect(try header.column("note").index == 2)
        #expect(records[1].position(of: try header.column("number")) == CSVPosition(line: 2, column: 6))
    }

    @Test func `reads an optional column the file lacks as empty`() throws {
        let records = try CSVReader.records(of: Array("name\nAlfa\n".utf8))
        let header = try CSVHeader(records[0], required: ["name"], optional: ["street"])
        let street = try header.column("street")
        #expect(!street.isPresent)
        #expect(records[1][street].isEmpty)
    }

    @Test(arguments: [
        ("name,number", 1, 12, CSVError.Reason.missingColumn("street")),
        ("name", 1, 5, .missingColumn("number")),
        ("name,numbr,street", 1, 6, .unknownColumn("numbr", nearest: "number")),
        ("NAME,number,street", 1, 1, .unknownColumn("NAME", nearest: "name")),
        ("name,number,street,colour", 1, 20, .unknownColumn("colour", nearest: nil)),
        ("name,number,street,names", 1, 20, .unknownColumn("names", nearest: nil)),
        ("name,number,nots,street", 1, 13, .unknownColumn("nots", nearest: "note")),
        ("\"\",name,number,street", 1, 1, .unknownColumn("", nearest: nil)),
        ("name,number,street,name", 1, 20, .duplicateColumn("name")),
    ])
    func `refuses names it does not expect`(
        _ text: String,
        _ line: Int,
        _ column: Int,
        _ reason: CSVError.Reason
    ) throws {
        let record = try #require(try CSVReader.records(of: Array(text.utf8)).first)
        let error = #expect(throws: CSVError.self) {
            try CSVHeader(record, required: ["name", "number", "street"], optional: ["note"])
        }
        #expect(error == CSVError(reason, at: CSVPosition(line: line, column: column)))
    }

    @Test func `refuses to look up a column nobody declared`() throws {
        let record = try #require(try CSVReader.records(of: Array("name".utf8)).first)
        let header = try CSVHeader(record, required: ["name"])
        #expect(throws: CSVError(.missingColumn("nam"), at: CSVPosition(line: 1, column: 1))) {
            try header.column("nam")
        }
    }
}

@Suite struct `The nearest word` {
    static let words = ["ondernemingsnummer", "naam", "straat", "postcode", "id"]

    @Test(
        arguments: [
            ("naam", "naam"), ("NAAM", "naam"), ("nam", "naam"), ("anam", "naam"), ("naaam", "naam"),
            ("strat", "straat"), ("straten", nil), ("post-code", "postcode"),
            ("ondernemersnumer", "ondernemingsnummer"), ("i", nil),
            ("ondrnemgsnumer", "ondernemingsnummer"), ("idd", "id"), ("nr", nil), ("", nil), ("kleur", nil),
            ("wijk", nil),
        ] as [(String, String?)]
    )
    func `is near enough to be meant`(_ typed: String, _ meant: String?) {
        #expect(nearest(typed, among: Self.words) == meant)
    }

    @Test func `is nobody's where there are no words`() {
        #expect(nearest("naam", among: []) == nil)
    }
}
