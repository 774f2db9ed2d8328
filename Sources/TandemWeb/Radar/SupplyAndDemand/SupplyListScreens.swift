internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// `GET /radar/vraag-en-aanbod/plaatsen`: the recognised places behind a number.
struct SupplyPlacesScreen: Screen {
    static let template = "radar/supply-list"
    static let pageSize = 50

    let result: SupplyResult
    let rows: [PlaceRow]
    let count: Int
    let pagination: Pagination
    let actor: Actor

    var title: Word { "supply.placesTitle" }
    var caption: Word? { result.caption }
    var breadcrumbs: [Breadcrumb] { result.breadcrumbs }

    var model: Model {
        [
            "count": .word(Word("supply.placesCount", count: count)),
            "table": table.model, "pagination": pagination.model, "note": .nothing,
        ]
    }

    private var table: Table {
        let presenter = result.presenter
        return Table(
            "supply.placesTitle",
            columns: [
                "supply.company", "supply.establishment", "supply.municipality", "supply.training",
                "supply.validUntil",
            ],
            rows: rows.map { row in
                let subject = Subject(company: row.company, competent: row.partnership)
                let mayRead = actor.may(.readRecognition, to: subject, on: presenter.today)
                let training = presenter.training(row.training)
                return [
                    .link(row.companyName, url: Addresses.radarCompany.url(row.companyNumber.digits)),
                    .pair(row.establishmentName, row.establishmentNumber.formatted),
                    .text(presenter.place(row.postalCode)),
                    mayRead
                        ? .link(training, url: Addresses.recognition.url(row.recognition.rawValue)) : .text(training),
                    .day(row.validUntil),
                ]
            }
        )
    }
}

/// `GET /radar/vraag-en-aanbod/aanbieders`: who gives the training, and how many learners he has.
struct SupplyProvidersScreen: Screen {
    static let template = "radar/supply-list"

    let result: SupplyResult
    let offers: [EnrolmentRecord]
    let providers: Int
    let learners: Int
    let pagination: Pagination

    var title: Word { "supply.providersTitle" }
    var caption: Word? { result.caption }
    var breadcrumbs: [Breadcrumb] { result.breadcrumbs }

    var model: Model {
        [
            "count": .word(
                Word(
                    "supply.providersCount",
                    ["providers": DutchFormat.number(providers), "learners": DutchFormat.number(learners)]
                )
            ),
            "table": table.model, "pagination": pagination.model, "note": .word("supply.smallNumbers"),
        ]
    }

    private var table: Table {
        let presenter = result.presenter
        return Table(
            "supply.providersTitle",
            columns: [
                "supply.provider", "supply.municipality", "supply.training", .number("supply.learners"),
                .number("supply.plannedPlaces"), "supply.programmed",
            ],
            rows: offers.map { offer in
                let kind = presenter.reference.label(.providerKind, offer.providerKind.rawValue)
                return [
                    .pair(offer.providerName, kind ?? offer.providerKind.rawValue),
                    .text(presenter.place(offer.postalCode)),
                    .text(presenter.training(offer.training)), .number(offer.enrolled),
                    offer.planned.map { .number($0) } ?? .empty, programmed(offer).map { .word($0) } ?? .empty,
                ]
            },
            empty: "supply.noProviders"
        )
    }

    private func programmed(_ offer: EnrolmentRecord) -> Word? {
        switch (offer.programmedFrom, offer.programmedUntil) {
        case (let from?, let until?): Word("supply.programmedBetween", ["from": from.name, "until": until.name])
        case (let from?, nil): Word("supply.programmedSince", ["from": from.name])
        case (nil, let until?): Word("supply.programmedUntil", ["until": until.name])
        case (nil, nil): nil
        }
    }
}

extension SupplyResult {
    /// Which trainings, where, and on which day.
    var caption: Word {
        Word(
            "supply.caption",
            [
                "what": selectionName, "where": regionName,
                "day": DutchFormat.day(facts.day),
            ]
        )
    }

    fileprivate var breadcrumbs: [Breadcrumb] {
        [Breadcrumb("supply.title", url: Addresses.supplyAndDemand.url(query: query.narrowing))]
    }
}
