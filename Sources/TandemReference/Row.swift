internal import TandemCSV
internal import TandemDomain

/// A row of a reference file; reading a field that is not what it should be notes the problem.
struct Row {
    let file: ReferenceFile
    private let record: CSVRecord
    private let columns: [String: CSVColumn]
    private let log: ProblemLog

    init(_ record: CSVRecord, of file: ReferenceFile, columns: [String: CSVColumn], log: ProblemLog) {
        self.record = record
        self.file = file
        self.columns = columns
        self.log = log
    }

    var line: Int { record.line }

    func note(_ text: String, at column: String) { log.note(text, in: file, at: position(column)) }

    /// The text as it stands; empty where the column has none.
    subscript(column: String) -> String { columns[column].map { record[$0] } ?? "" }

    private func position(_ column: String) -> CSVPosition {
        columns[column].map { record.position(of: $0) } ?? record.end
    }

    /// A text that must not be empty.
    func text(_ column: String) -> String? {
        if !self[column].isEmpty { return self[column] }
        note("\(column) is leeg", at: column)
        return nil
    }

    /// What `read` makes of a text that must be there; notes `what` where it makes nothing.
    func value<Value>(_ column: String, _ what: String, read: (String) -> Value?) -> Value? {
        guard let text = text(column) else { return nil }
        if let value = read(text) { return value }
        note("\(text) is geen \(what)", at: column)
        return nil
    }

    /// As `value`, but an empty field is nothing, and fine.
    func optional<Value>(_ column: String, _ what: String, read: (String) -> Value?) -> Value?? {
        self[column].isEmpty ? .some(nil) : value(column, what, read: read).map { .some($0) }
    }

    func day(_ column: String) -> Day? { value(column, "dag (jjjj-mm-dd)") { Day(iso: $0) } }

    func integer(_ column: String) -> Int? { value(column, "geheel getal") { Int($0) } }

    func number(_ column: String) -> Double? { value(column, "getal") { Double($0) } }

    func isYes(_ column: String) -> Bool? {
        value(column, "ja of nee") { ["ja": true, "nee": false][$0] }
    }

    func committee(_ column: String) -> JointCommitteeNumber? {
        value(column, "nummer van een paritair comité") { JointCommitteeNumber($0) }
    }

    func postalCode(_ column: String) -> PostalCode? { value(column, "postcode") { PostalCode($0) } }

    /// The number of an establishment; an empty field is nothing, and fine.
    func establishment(_ column: String) -> EstablishmentNumber?? {
        optional(column, "vestigingseenheidsnummer") { try? EstablishmentNumber($0) }
    }

    /// One of the words of a closed list.
    func choice<Choice: RawRepresentable & CaseIterable>(_ column: String) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(column) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let near = nearest(text, among: Choice.allCases.map(\.rawValue))
        note("onbekende code \(text)" + suggestion(near), at: column)
        return nil
    }

    /// As `choice`, but an empty field is nothing, and fine.
    func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ column: String) -> Choice??
    where Choice.RawValue == String {
        self[column].isEmpty ? .some(nil) : (choice(column) as Choice?).map { .some($0) }
    }

    /// The days on which the row holds.
    var period: Period? {
        guard let from = Day(iso: self["valid_from"]) else { return nil }
        if self["valid_to"].isEmpty { return Period(from: from, until: nil) }
        return Day(iso: self["valid_to"]).flatMap { Period(from: from, until: $0) }
    }

    /// Notes what is wrong with the columns that every file has.
    func checkDates() {
        guard let from = day("valid_from") else { return }
        if case .some(.some(let until)) = optional("valid_to", "dag (jjjj-mm-dd)", read: { Day(iso: $0) }),
            until < from
        {
            note("valid_to ligt voor valid_from", at: "valid_to")
        }
    }
}
