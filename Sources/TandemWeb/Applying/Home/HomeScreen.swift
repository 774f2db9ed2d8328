internal import TandemDomain
internal import TandemStore

/// `GET /`: where a counsellor finds his companies, and what waits for him.
struct HomeScreen: Screen {
    static let template = "applying/home"

    let presenter: Presenter
    /// What was searched for; empty where nothing was.
    let search: String
    let companies: [CompanyRecord]
    /// Whether there are more companies than the page shows.
    let hasMore: Bool
    let drafts: [DraftLine]
    let files: [ApplicantFile]

    var title: Word { "applying.title" }

    var model: Model {
        let waiting = files.filter { $0.application.status.nextMove == .applicant }
        let open = files.filter { $0.application.status.nextMove == .handler }
        return [
            "start": Link("applying.start", url: Addresses.companySearch.url(), emphasis: .primary).model,
            "waiting": waiting.isEmpty
                ? .nothing : presenter.table(of: waiting, "applying.waiting", showsCompany: true).model,
            "drafts": drafts.isEmpty ? .nothing : presenter.table(of: drafts, showsCompany: true).model,
            "open": open.isEmpty ? .nothing : presenter.table(of: open, "applying.open", showsCompany: true).model,
            "search": Form(filled: ["zoek": search]).text("zoek", "applying.search", kind: .search, width: 40),
            "action": .text(Addresses.home.url()),
            "companies": companies.isEmpty ? .nothing : table.model,
            "more": .flag(hasMore),
            "nothingFound": companies.isEmpty && !search.isEmpty
                ? Notice(.info, body: Word("applying.nothingFound", ["text": search])).model : .nothing,
            "nothing": companies.isEmpty && search.isEmpty ? empty.model : .nothing,
        ]
    }

    private var table: Table {
        Table(
            "applying.companies",
            columns: ["applying.columnCompany", "applying.columnNumber", "applying.columnAddress"],
            rows: companies.map { company in
                [
                    .link(company.details.name, url: Addresses.company.url(company.id.rawValue)),
                    .text(company.number.formatted),
                    .text(presenter.place(company.details.postalCode)),
                ]
            }
        )
    }

    private var empty: EmptyState {
        EmptyState(
            "applying.noCompanies",
            "applying.noCompaniesText",
            link: Link("applying.start", url: Addresses.companySearch.url(), emphasis: .primary)
        )
    }
}
