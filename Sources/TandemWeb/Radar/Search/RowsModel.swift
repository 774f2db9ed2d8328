internal import TandemDomain
internal import TandemRegister

/// Rows of what was found, as every list of the radar shows them: `{{#rows}}{{>radar/rows}}{{/rows}}`.
struct RowsModel: Sendable {
    let rows: [FoundRow]
    let names: ActivityNames
    let presenter: Presenter

    var model: Model { .list(rows.map(row)) }

    private func row(_ row: FoundRow) -> Model {
        let (summary, municipality) = (row.summary, row.hit.place?.municipality)
        let place = row.hit.place.map { "\($0.postalCode.digits) \(municipality?.nameDutch ?? $0.nameDutch)" }
        return [
            "name": .text(summary.name.isEmpty ? "\(summary.number)" : summary.name),
            "url": .text(Addresses.radarCompany.url(summary.number.digits)),
            "number": .text("\(summary.number)"),
            "activity": summary.mainActivity.map { .text(names.inShort($0)) } ?? .nothing,
            "code": .maybe(summary.mainActivity.map { "\($0.dotted) (NACE \($0.version.year))" }),
            "place": .maybe(place ?? summary.address?.line),
            "distance": .maybe(row.distance.map(DutchFormat.kilometres)),
            "trainings": .list(row.trainings.prefix(2).map { .text(presenter.training($0)) }),
            "more": row.trainings.count > 2 ? .word("find.moreTrainings", count: row.trainings.count - 2) : .nothing,
            "isRecognised": .flag(!row.trainings.isEmpty),
            "isEmployer": .flag(row.hit.isEmployer),
        ]
    }
}
