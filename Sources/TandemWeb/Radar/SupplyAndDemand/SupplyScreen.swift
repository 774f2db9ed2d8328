internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// `GET /radar/vraag-en-aanbod`: where places lack and where they stand idle, on one reference date (R62).
struct SupplyScreen: Screen {
    static let template = "radar/supply"

    let result: SupplyResult
    let form: Form
    let series: SupplySeries?
    let outlines: Outlines

    var title: Word { "supply.title" }
    var errors: FormErrors { form.errors }

    var caption: Word? { result.caption }

    private var facts: SupplyFacts { result.facts }
    private var query: SupplyQuery { result.query }
    private var presenter: Presenter { result.presenter }

    var model: Model {
        [
            "tabs": RadarTab.model(of: .supplyAndDemand),
            "action": .text(Addresses.supplyAndDemand.url()),
            "selects": .list(SupplyForm(result: result).selects.map(\.model)),
            "texts": .list(SupplyForm(result: result).texts(form)),
            "notices": .list(notices.map(\.model)),
            "figures": .list(figures.map(\.model)),
            "hasRows": .flag(!result.rows.isEmpty),
            "nothing": result.rows.isEmpty ? EmptyState("supply.nothing", "supply.nothingText").model : .nothing,
            "headings": .list(headings),
            "rows": .list(result.page.map(row)),
            "pagination": result.pagination.model,
            "map": map?.model ?? .nothing,
            "areas": areas.model,
            "multiples": multiples.model,
            "series": series.map { seriesTable($0).model } ?? .nothing,
            "exports": .list(
                [
                    Link(
                        "supply.workbook",
                        url: Addresses.supplyWorkbook.url(query: query.pairs),
                        emphasis: .secondary
                    ),
                    Link("supply.csv", url: Addresses.supplyCSV.url(query: query.pairs), emphasis: .secondary),
                ].map(\.model)
            ),
            "norms": .word(
                Word(
                    "supply.aboutNorms",
                    [
                        "tight": DutchFormat.number(result.norms.tightPercent),
                        "ample": DutchFormat.number(result.norms.amplePercent),
                        "few": DutchFormat.number(result.analysis.fewProviders),
                    ]
                )
            ),
            "extract": .maybe(
                result.extract.map { Word("supply.extract", ["day": DutchFormat.day($0.snapshot)]) }
            ),
        ]
    }

    private var notices: [Notice] {
        var notices: [Notice] = []
        if !facts.hasEnrolments { notices.append(Notice(.warning, body: "supply.noEnrolments")) }
        if result.extract == nil { notices.append(Notice(.info, body: "supply.noRegister")) }
        return notices
    }

    private var figures: [Figure] {
        let total = result.analysis.total
        let planned = total.planned.map { Word("supply.planned", ["count": DutchFormat.number($0)]) }
        let free = total.freeMentorCapacity.map { Word("supply.free", ["count": DutchFormat.number($0)]) }
        let (places, providers) = (listURL(Addresses.supplyPlaces), listURL(Addresses.supplyProviders))
        let isShort = total.balance < 0
        var figures = [
            Figure("supply.providers", DutchFormat.number(total.providers), url: providers),
            Figure("supply.learners", DutchFormat.number(total.learners), note: planned, url: providers),
            Figure("supply.places", DutchFormat.number(total.places), url: places),
            Figure(
                isShort ? "supply.shortage" : "supply.idle",
                DutchFormat.number(isShort ? total.shortage : total.idlePlaces),
                note: isShort ? "supply.shortageNote" : "supply.idleNote"
            ),
            Figure("supply.mentors", DutchFormat.number(total.mentors), note: free ?? "supply.freeUnknown"),
        ]
        if let training = query.training, let count = result.candidates[training] {
            figures.append(
                Figure("supply.candidates", DutchFormat.number(count), url: query.candidatesURL(training))
            )
        }
        return figures
    }

    private func listURL(_ address: Address) -> String { address.url(query: query.narrowing) }
}

// The ranked table.
extension SupplyScreen {
    private var headings: [Model] {
        let columns: [(Word, SupplyQuery.Order?, Bool)] = [
            ("supply.training", .training, false), ("supply.providers", .providers, true),
            ("supply.learners", .learners, true), ("supply.places", .places, true),
            ("supply.balance", query.order == .shortage ? .surplus : .shortage, true),
            ("supply.mentors", .mentors, true), ("supply.candidates", nil, true), ("supply.message", nil, false),
        ]
        return columns.map { label, order, isNumber in
            [
                "label": .word(label), "isNumber": .flag(isNumber), "isPlain": .flag(order == nil),
                "url": .maybe(order.map { order in query.with { ($0.order, $0.page) = (order, 1) }.url() }),
                "sort": .maybe(order.flatMap(direction)),
            ]
        }
    }

    /// How the table is sorted by the column of this order; nothing where it is not.
    private func direction(_ order: SupplyQuery.Order) -> String? {
        switch (order, query.order) {
        case (.surplus, .shortage), (.training, .training): "ascending"
        case (.shortage, .surplus): "descending"
        case (.providers, .providers), (.learners, .learners), (.places, .places), (.mentors, .mentors): "descending"
        case (.shortage, _), (.surplus, _), (.training, _), (.providers, _), (.learners, _), (.places, _),
            (.mentors, _):
            nil
        }
    }

    private func row(_ row: SupplyRow) -> Model {
        let numbers = row.numbers
        let one = query.with { ($0.training, $0.sector, $0.page) = (row.training, nil, 1) }
        let advice = row.advice.map { advice -> Model in
            [
                "badge": advice.badge.model,
                "reason": .word(advice.reason(numbers, few: result.analysis.fewProviders)),
            ]
        }
        return [
            "training": .text(presenter.training(row.training)), "url": .text(one.url()),
            "providers": .number(numbers.providers), "learners": .number(numbers.learners),
            "places": .number(numbers.places), "balance": .text(DutchFormat.signed(numbers.balance)),
            "mentors": .number(numbers.mentors),
            "providersURL": .text(Addresses.supplyProviders.url(query: one.narrowing)),
            "placesURL": .text(Addresses.supplyPlaces.url(query: one.narrowing)),
            "planned": .maybe(numbers.planned.map { Word("supply.planned", ["count": DutchFormat.number($0)]) }),
            "free": .maybe(
                numbers.freeMentorCapacity.map { Word("supply.free", ["count": DutchFormat.number($0)]) }
            ),
            "candidates": result.candidates[row.training].map { count in
                ["number": .number(count), "url": .text(query.candidatesURL(row.training))]
            } ?? .nothing,
            "advice": .list(advice),
            "balanced": advice.isEmpty ? numbers.balanceBadge.model : .nothing,
        ]
    }
}

// The map, its table, and the small charts.
extension SupplyScreen {
    /// The provinces whose municipalities are drawn; none where the map shows provinces.
    private var drawn: Set<Province> {
        let region = query.region
        if region.circle == nil, region.municipalities.isEmpty, region.provinces.isEmpty { return [] }
        return Set(result.gazetteer.places.filter(region.contains).map(\.municipality.province))
    }

    private var map: SupplyMap? {
        let (norms, analysis) = (result.norms, result.analysis)
        let drawn = drawn
        if drawn.isEmpty { return SupplyMap(provinces: analysis.byProvince, outlines, norms: norms) }
        return SupplyMap(municipalities: analysis.byMunicipality, of: drawn, outlines, norms: norms)
    }

    private var areas: Table {
        let areas: [(name: String, url: String, numbers: SupplyAndDemand)]
        if drawn.isEmpty {
            areas = Province.allCases.compactMap { province in
                result.analysis.byProvince[province].map {
                    (province.dutchName, query.within("provincie", province.rawValue).url(), $0)
                }
            }
        } else {
            areas = result.gazetteer.municipalities.compactMap { municipality in
                result.analysis.byMunicipality[municipality.code].map {
                    (municipality.nameDutch, query.within("gemeente", municipality.code).url(), $0)
                }
            }
        }
        return Table(
            drawn.isEmpty ? "supply.byProvince" : "supply.byMunicipality",
            columns: [
                "supply.area", .number("supply.providers"), .number("supply.learners"), .number("supply.places"),
                .number("supply.balance"),
            ],
            rows: areas.sorted { ($0.numbers.balance, $0.name) < ($1.numbers.balance, $1.name) }.map { area in
                [
                    .link(area.name, url: area.url), .number(area.numbers.providers), .number(area.numbers.learners),
                    .number(area.numbers.places), .text(DutchFormat.signed(area.numbers.balance)),
                ]
            },
            empty: "supply.nothing"
        )
    }

    private var multiples: SupplyMultiples {
        series.map { SupplyMultiples($0) } ?? SupplyMultiples(result.analysis.byProvince, on: facts.day)
    }

    private func seriesTable(_ series: SupplySeries) -> Table {
        Table(
            "supply.overTime",
            columns: [
                "supply.referenceDate", .number("supply.learners"), .number("supply.places"),
                .number("supply.balance"),
            ],
            rows: series.days.map { day in
                let point = series[day]
                return [
                    .link(DutchFormat.short(day), url: query.with { $0.day = day }.url()), .number(point.learners),
                    .number(point.places), .text(DutchFormat.signed(point.places - point.learners)),
                ]
            }
        )
    }
}
