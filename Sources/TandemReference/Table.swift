internal import TandemCSV
internal import TandemDomain

/// The rows of a reference file, checked for what every file must obey.
struct Table {
    let file: ReferenceFile
    let rows: [Row]

    init(_ file: ReferenceFile, bytes: [UInt8], log: ProblemLog) {
        self.file = file
        rows = Self.read(file, bytes, log)
        for row in rows {
            row.checkDates()
            if row["source"].isEmpty { row.note("de bron ontbreekt", at: "source") }
        }
        for group in Dictionary(grouping: rows, by: { row in file.key.map { row[$0] } }).values {
            Self.checkSuccession(of: group, file.succession)
        }
    }

    /// The values that `make` reads from the rows; rows with a problem give none.
    func values<Value>(_ make: (Row) -> Value?) -> [Value] { rows.compactMap(make) }

    private static func read(_ file: ReferenceFile, _ bytes: [UInt8], _ log: ProblemLog) -> [Row] {
        var reader = CSVReader(bytes)
        do {
            guard let first = try reader.next() else {
                log.note("het bestand is leeg", in: file, at: CSVPosition(line: 1, column: 1))
                return []
            }
            let header = try CSVHeader(first, required: file.columns)
            var columns: [String: CSVColumn] = [:]
            for name in file.columns { columns[name] = try header.column(name) }
            return records(from: &reader, of: file, log).map { Row($0, of: file, columns: columns, log: log) }
        } catch {
            log.note(error, in: file)
            return []
        }
    }

    private static func records(
        from reader: inout CSVReader,
        of file: ReferenceFile,
        _ log: ProblemLog
    ) -> [CSVRecord] {
        var records: [CSVRecord] = []
        while true {
            do {
                guard let record = try reader.next() else { return records }
                records.append(record)
            } catch {
                log.note(error, in: file)
                // A row with too few or too many fields is passed over; after any other error there is no next row.
                guard case .wrongFieldCount = error.reason else { return records }
            }
        }
    }

    private static func checkSuccession(of rows: [Row], _ succession: Succession) {
        let dated = rows.compactMap { row in row.period.map { (row: row, period: $0) } }
            .sorted { ($0.period.from, $0.row.line) < ($1.period.from, $1.row.line) }
        if case .once = succession { return checkOnce(rows) }
        for (earlier, later) in zip(dated, dated.dropFirst()) {
            check(later.row, later.period, after: earlier.row, earlier.period, succession)
        }
        if case .seamless = succession, let last = dated.last, last.period.until != nil {
            last.row.note("loopt af en heeft geen opvolger", at: "valid_to")
        }
    }

    private static func checkOnce(_ rows: [Row]) {
        guard let first = rows.first else { return }
        for row in rows.dropFirst() {
            row.note("dubbel: staat ook op regel \(first.line)", at: row.file.key.last ?? "source")
        }
    }

    private static func check(
        _ later: Row,
        _ laterPeriod: Period,
        after earlier: Row,
        _ earlierPeriod: Period,
        _ succession: Succession
    ) {
        switch (defects(in: [earlierPeriod, laterPeriod]).first, succession) {
        case (.overlap, _):
            let text = earlierPeriod == laterPeriod ? "dubbel: staat ook op" : "overlapt met"
            later.note("\(text) regel \(earlier.line)", at: "valid_from")
        case (.gap(let from, let until), .seamless):
            later.note("geen waarde van \(from) tot en met \(until)", at: "valid_from")
        case (.gap, .once), (.gap, .withoutOverlap), (nil, _):
            return
        }
    }
}
