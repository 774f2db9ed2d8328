internal import TandemStore
internal import TandemDomain
internal import TandemRegister

/// The form above the page: which trainings, where, on which reference date.
struct SupplyForm {
    let result: SupplyResult

    private var query: SupplyQuery { result.query }
    private var reference: Reference { result.presenter.reference }

    var selects: [FilterSelect] { [training, sector, referenceDate, region, province] }

    private var training: FilterSelect {
        FilterSelect(
            name: "opleiding",
            label: "supply.training",
            all: "supply.allTrainings",
            chosen: query.training?.rawValue ?? "",
            choices: reference.trainings(on: result.facts.day)
                .map { Choice($0.code.rawValue, .verbatim(result.presenter.training($0.code))) }
        )
    }

    private var sector: FilterSelect {
        FilterSelect(
            name: "sector",
            label: "supply.sector",
            all: "supply.allSectors",
            chosen: query.sector?.rawValue ?? "",
            choices: reference.partnerships(on: result.facts.day).map { Choice($0.code.rawValue, .verbatim($0.name)) }
        )
    }

    private var referenceDate: FilterSelect {
        let days = result.facts.counts.map(\.referenceDate)
        let all = days.contains(result.facts.day) ? days : [result.facts.day] + days
        return FilterSelect(
            name: "op",
            label: "supply.referenceDate",
            chosen: result.facts.day.iso,
            choices: all.map { Choice($0.iso, .verbatim(DutchFormat.day($0))) }
        )
    }

    private var region: FilterSelect {
        FilterSelect(
            name: "gewest",
            label: "supply.region",
            all: "supply.allRegions",
            chosen: query.region.regions.first?.rawValue ?? "",
            choices: Region.allCases.map { Choice($0.rawValue, .verbatim($0.dutchName)) }
        )
    }

    private var province: FilterSelect {
        FilterSelect(
            name: "provincie",
            label: "supply.province",
            all: "supply.allProvinces",
            chosen: query.region.provinces.first?.rawValue ?? "",
            choices: Province.allCases.map { Choice($0.rawValue, .verbatim($0.dutchName)) }
        )
    }

    /// The fields in which one types.
    func texts(_ form: Form) -> [Model] {
        [
            form.text("gemeente", "supply.municipalities", hint: "supply.municipalitiesHint"),
            form.text("rond", "supply.around", hint: "supply.aroundHint"),
            form.text("straal", "supply.radius", kind: .digits, width: 5),
        ]
    }

    /// What goes into these fields: as it was typed where it was not understood, else as people write it.
    static func typed(_ data: FormData, _ query: SupplyQuery, _ gazetteer: Gazetteer, isRefused: Bool) -> FormData {
        if isRefused { return data }
        let names = gazetteer.municipalities.filter { query.region.municipalities.contains($0.code) }
        return FormData(values: [
            "gemeente": [names.map(\.nameDutch).joined(separator: ", ")],
            "rond": [query.typed.first { $0.name == "rond" }?.value ?? ""],
            "straal": [query.typed.first { $0.name == "straal" }?.value ?? ""],
        ])
    }
}
