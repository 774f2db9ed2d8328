/// Takes the rows of `meta.csv`.
struct MetaSink: RowSink {
    static let columns = ["Variable", "Value"]

    private(set) var values: [String: String] = [:]

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        values[row[0].text().lowercased()] = row[1].text()
        return true
    }
}

/// Takes the rows of `code.csv`.
struct CodeSink: RowSink {
    static let columns = ["Category", "Code", "Language", "Description"]

    private(set) var labels: [CodeLabel] = []
    private var known: Set<[String]> = []

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let texts = try row.texts(4, &tally)
        for (field, text) in texts.enumerated() where text.isEmpty { throw FieldRefusal(.empty, field) }
        guard known.insert(Array(texts[0...2])).inserted else {
            tally.add(.duplicate)
            return false
        }
        labels.append(CodeLabel(category: texts[0], code: texts[1], language: texts[2], text: texts[3]))
        return true
    }
}

extension Row {
    fileprivate func texts(_ count: Int, _ tally: inout TableTally) throws(FieldRefusal) -> [String] {
        var texts: [String] = []
        for field in 0..<count {
            var bytes: [UInt8] = []
            _ = try append(field, to: &bytes, &tally)
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
        return texts
    }
}
