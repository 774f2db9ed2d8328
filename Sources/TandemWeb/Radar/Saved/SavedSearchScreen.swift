internal import TandemDomain
internal import TandemStore

/// `GET /radar/bewaard/{id}`: a saved search, with what is new in it since it was seen.
struct SavedSearchScreen: Screen {
    static let template = "radar/saved-search"
    static let mostRows = 100

    let record: SavedSearchRecord
    let query: CompanyQuery
    let reading: QuestionReading
    /// Nothing where the search cannot be read any more, or finds too much.
    let news: SavedSearches.News?
    let rows: RowsModel
    let present: CompanySearch.Present
    let presenter: Presenter
    let errors: FormErrors
    let typed: String

    var title: Word { .verbatim(record.name) }
    var caption: Word? { "saved.caption" }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("find.title", url: Addresses.radar.url())] }

    var model: Model {
        let chips = Chips(query: query, reading: reading, present: present, presenter: presenter)
        let form = Form(FormData(values: ["naam": [typed]]), errors: errors)
        return [
            "asked": .list(chips.models),
            "open": Link("saved.open", url: query.url(), emphasis: .primary).model,
            "since": .word("saved.since", ["moment": DutchFormat.instant(record.seenAt)]),
            "unreadable": news == nil ? Notice(.warning, body: "saved.cannotTell").model : .nothing,
            "news": newsModel,
            "name": form.text("naam", "saved.name", width: 40),
            "isRenaming": .flag(!errors.isEmpty),
            "rename": .text(Addresses.savedSearchName.url(record.id)),
            "remove": .text(Addresses.savedSearchRemoval.url(record.id)),
        ]
    }

    private var newsModel: Model {
        guard let news else { return .nothing }
        return [
            "count": .word("saved.newCount", count: news.new.count),
            "now": .word("saved.nowCount", count: news.now.count),
            "gone": news.gone == 0 ? .nothing : .word("saved.goneCount", count: news.gone),
            "rows": rows.model, "hasRows": .flag(!rows.rows.isEmpty),
            "isCut": news.new.count > rows.rows.count ? .word("saved.firstOnly", count: rows.rows.count) : .nothing,
            "isOther": .flag(!news.new.isEmpty || news.gone > 0),
            "seen": .text(Addresses.savedSearchSeen.url(record.id)),
        ]
    }
}
