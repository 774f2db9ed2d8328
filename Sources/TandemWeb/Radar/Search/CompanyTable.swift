internal import TandemDomain
internal import TandemRegister

/// What was found, as a table for a spreadsheet: legal persons alone, without contacts.
struct CompanyTable {
    /// Beyond so many rows a list is no list to work through.
    static let mostRows = 5000

    let rows: [FoundRow]
    let names: ActivityNames
    let presenter: Presenter

    /// CSV with commas, quoted where it must be; a text that a spreadsheet would take for a formula is held back.
    var text: String {
        let header = [
            "nummer", "onderneming", "naam", "adres", "gemeente", "nis", "activiteit", "omschrijving", "werkgever",
            "erkend_voor", "meter",
        ]
        return ([header] + rows.map(cells)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private func cells(_ row: FoundRow) -> [String] {
        let summary = row.summary
        let municipality = row.hit.place?.municipality
        return [
            "\(summary.number)", summary.enterprise.map { "\($0)" } ?? "", summary.name, summary.address?.line ?? "",
            municipality?.nameDutch ?? "", municipality?.code ?? "",
            summary.mainActivity.map { "\($0)" } ?? "", summary.mainActivity.flatMap(names.nearest) ?? "",
            row.hit.isEmployer ? "ja" : "nee", row.trainings.map(presenter.training).joined(separator: "; "),
            row.distance.map { String($0) } ?? "",
        ]
    }

    private static func cell(_ text: String) -> String {
        let held = text.first.map { "=+-@\t".contains($0) } == true ? "'\(text)" : text
        guard held.contains(where: { ",\"\r\n".contains($0) }) else { return held }
        return "\"\(held.replacing("\"", with: "\"\""))\""
    }
}
