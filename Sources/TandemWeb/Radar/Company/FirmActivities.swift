internal import TandemRegister

/// What a company does, by edition of the classification, each code once: what is main first.
struct FirmActivities {
    let card: CompanyCard
    let names: ActivityNames

    var model: Model {
        let editions = [NaceEdition.nace2025, .nace2008, .nace2003].compactMap(table)
        return [
            "first": editions.first ?? .nothing, "others": .list(Array(editions.dropFirst())),
            "note": editions.isEmpty ? .word("firm.noActivities") : .nothing,
        ]
    }

    private func table(of edition: NaceEdition) -> Model? {
        var kinds: [NaceCode: Classification] = [:]
        for activity in card.particulars.activities where activity.code.version == edition {
            let known = kinds[activity.code]?.rawValue ?? UInt8.max
            if activity.classification.rawValue < known { kinds[activity.code] = activity.classification }
        }
        guard !kinds.isEmpty else { return nil }
        let sorted = kinds.sorted { ($0.value.rawValue, $0.key) < ($1.value.rawValue, $1.key) }
        let table = Table(
            Word("firm.activitiesOf", ["year": String(edition.year)]),
            columns: ["firm.activity", "firm.code", "firm.weight"],
            rows: sorted.map { code, kind in
                [
                    .link(
                        names.nearest(code) ?? code.dotted,
                        url: CompanyQuery().with(.activity, "\(code)").url()
                    ),
                    .text(code.dotted), .word(word(for: kind)),
                ]
            }
        )
        return [
            "table": table.model,
            "summary": .word("firm.olderActivities", ["year": String(edition.year)], count: kinds.count),
        ]
    }

    private func word(for kind: Classification) -> Word {
        switch kind {
        case .main: "firm.main"
        case .secondary: "firm.secondary"
        case .ancillary: "firm.ancillary"
        }
    }
}
