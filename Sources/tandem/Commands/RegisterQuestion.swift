internal import ArgumentParser
internal import TandemCSV
internal import TandemPlaces
internal import TandemRegister

/// A question of `tandem register ask`: a row of its file.
struct Question {
    private let filter: RegisterFilter
    private let center: MapPoint?
    /// The zoom of the map, where clusters are asked for.
    private let zoom: Int?

    private static let columns = [
        "kind", "name", "latitude", "longitude", "kilometres", "activity", "south", "west", "north", "east", "zoom",
    ]

    /// - Throws: a usage error that names line and column, or ``CSVError``.
    static func all(in bytes: [UInt8]) throws -> [Question] {
        let records = try CSVReader.records(of: bytes)
        guard let first = records.first else { throw ValidationError("The file of questions is empty.") }
        let header = try CSVHeader(first, required: columns)
        return try records.dropFirst().map { try Question(QuestionRow(record: $0, header: header)) }
    }

    private init(_ row: QuestionRow) throws {
        var filter = RegisterFilter()
        let name = try row["name"]
        filter.name = name.isEmpty ? nil : name
        filter.activities = try row.activity().map { [$0] } ?? []
        center = try row.point("latitude", "longitude")
        if let center, let kilometres = try row.number("kilometres") {
            filter.circle = MapCircle(center: center, radius: Int(kilometres * 1000))
        }
        if let south = try row.point("south", "west"), let north = try row.point("north", "east") {
            filter.box = MapBox(south, north)
        }
        self.filter = filter
        switch try row["kind"] {
        case "search": zoom = nil
        case "clusters":
            zoom = try row.number("zoom").map { Int($0) }
            if zoom == nil || filter.box == nil { throw row.problem("zoom", "clusters need a zoom and a box") }
        case let kind: throw row.problem("kind", "'\(kind)' is neither search nor clusters")
        }
    }

    /// What a question was answered, and how long that took.
    struct Answer {
        let total: Int
        let first: [String]
        let metres: [Int]
        let duration: Duration

        /// The columns of the answer, behind the number of the question.
        var fields: [String] {
            let (seconds, attoseconds) = duration.components
            return [
                String(total), first.joined(separator: " "), metres.map { String($0) }.joined(separator: " "),
                String(seconds * 1_000_000 + attoseconds / 1_000_000_000_000),
            ]
        }
    }

    func answer(_ index: SearchIndex, except: NumberSet?, limit: Int) -> Answer {
        var filter = filter
        filter.except = except
        let start = ContinuousClock.now
        if let zoom, let box = filter.box {
            let clusters = index.clusters(filter, in: box, zoom: zoom)
            let duration = ContinuousClock.now - start
            let weights = clusters.map(\.weight)
            return Answer(
                total: weights.reduce(0, +),
                first: weights.map { String($0) },
                metres: [],
                duration: duration
            )
        }
        let order = center.map { RegisterOrder.distance(from: $0) } ?? .relevance
        let hits = index.search(filter, by: order, limit: limit)
        let duration = ContinuousClock.now - start
        return Answer(
            total: hits.total,
            first: hits.hits.map(\.number.formatted),
            metres: hits.hits.compactMap(\.distance),
            duration: duration
        )
    }
}

/// A row of the file, whose fields are read with the position of what is wrong.
private struct QuestionRow {
    let record: CSVRecord
    let header: CSVHeader

    subscript(column: String) -> String { get throws { try header[record, column] } }

    func problem(_ column: String, _ what: String) -> ValidationError {
        ValidationError("Line \(record.line), column \(column): \(what).")
    }

    func number(_ column: String) throws -> Double? {
        let text = try self[column]
        if text.isEmpty { return nil }
        guard let number = Double(text) else { throw problem(column, "'\(text)' is no number") }
        return number
    }

    func point(_ latitude: String, _ longitude: String) throws -> MapPoint? {
        guard let north = try number(latitude), let east = try number(longitude) else { return nil }
        return Lambert2008.point(GeoPoint(latitude: north, longitude: east))
    }

    func activity() throws -> NaceCode? {
        let text = try self["activity"]
        if text.isEmpty { return nil }
        let parts = text.split(separator: ":")
        guard parts.count == 2, let edition = Int(parts[0]).flatMap({ NaceEdition(year: $0) }),
            let code = NaceCode(edition, parts[1])
        else { throw problem("activity", "'\(text)' is no code such as 2025:43211") }
        return code
    }
}
