internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// `GET /radar`: all companies, searched and paged, with the map beside them.
struct SearchScreen: Screen {
    static let template = "radar/search"

    let query: CompanyQuery
    let reading: QuestionReading
    /// Nothing where the question could not be read.
    let found: FoundPage?
    let saved: SavedSearchesModel
    let map: MapModel
    let present: CompanySearch.Present
    let presenter: Presenter

    var title: Word { "find.title" }
    var errors: FormErrors { reading.errors }

    var question: CompanyQuestion { reading.question }

    /// The query with what was recognised in it: codes for names.
    var canonical: CompanyQuery {
        guard let page = query.all(.page).first else { return named }
        return named.with(.page, page)
    }

    private var named: CompanyQuery {
        query.with(
            .municipality,
            question.municipalities.map(\.code) + (reading.unread[.municipality].map { [$0] } ?? [])
        )
    }

    var model: Model {
        [
            "tabs": RadarTab.model(of: .search),
            "form": SearchForm(screen: self).model,
            "chips": .list(Chips(query: named, reading: reading, present: present, presenter: presenter).models),
            "clear": .maybe(query.isEmpty ? nil : Addresses.radar.url()),
            "results": found.map(results) ?? .nothing,
            "saved": saved.model,
            "map": map.model(for: canonical, question: question, in: present.gazetteer),
            "hints": hints,
            "source": source,
        ]
    }

    private func results(_ found: FoundPage) -> Model {
        let pagination = Pagination(
            page: question.page,
            size: CompanySearch.pageSize,
            total: min(found.total, CompanySearch.mostShown)
        ) { canonical.url(page: $0) }
        let word: String =
            question.filter.kinds == [.enterprise] ? "find.enterprises" : "find.establishments"
        return [
            "count": .word(word, count: found.total),
            "isCut": .flag(found.total > CompanySearch.mostShown),
            "order": .word(orderWord),
            "rows": RowsModel(rows: found.rows, names: present.names, presenter: presenter).model,
            "hasRows": .flag(!found.rows.isEmpty),
            "nothing": found.rows.isEmpty ? EmptyState("find.nothingTitle", "find.nothingText").model : .nothing,
            "pagination": pagination.model,
            "export": .text(canonical.with(.page, "").url(Addresses.radarExport)),
            "exportHint": .word("find.exportHint", ["most": DutchFormat.number(CompanyTable.mostRows)]),
        ]
    }

    private var orderWord: Word {
        switch question.order {
        case .name: "find.byName"
        case .relevance: "find.byFit"
        case .distance: Word("find.byDistance", ["place": question.center?.name ?? ""])
        }
    }

    /// Codes of the other edition that the same work may stand under.
    private var hints: Model {
        guard found != nil else { return .list([]) }
        return .list(
            question.hints.prefix(8).map { code in
                [
                    "label": .text(present.names.label(of: code)),
                    "url": .text(named.with(.activity, named.all(.activity) + ["\(code)"]).url()),
                ]
            }
        )
    }

    private var source: Model {
        .maybe(
            present.companies.identity.map { identity in
                Word("find.source", ["day": DutchFormat.day(identity.snapshot)])
            }
        )
    }
}

/// `GET /radar` while there is no company register.
struct NoCompaniesScreen: Screen {
    static let template = "radar/no-companies"

    var title: Word { "find.title" }

    var model: Model {
        [
            "tabs": RadarTab.model(of: .search),
            "nothing": EmptyState("find.noRegisterTitle", "find.noRegisterText").model,
        ]
    }
}
