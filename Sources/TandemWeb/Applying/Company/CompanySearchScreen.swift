internal import TandemDomain
internal import TandemStore

/// `GET /ondernemingen/zoeken`: a counsellor looks a company up by its number before he applies for it.
struct CompanySearchScreen: Screen {
    static let template = "applying/company-search"

    /// What the number led to.
    enum Outcome: Sendable {
        case nothingTyped
        case unreadable
        /// Nobody ever wrote it down here.
        case unknown(CompanyNumber)
        /// Known, but it gave the visitor's organisation no mandate.
        case withoutMandate(CompanyRecord)
        case mandated(CompanyRecord)
    }

    let outcome: Outcome
    var form = Form()

    var title: Word { "company.searchTitle" }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("applying.title", url: Addresses.home.url())] }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "action": .text(Addresses.companySearch.url()),
            "field": form.text("nummer", "company.searchField", hint: "company.searchHint", kind: .digits, width: 15),
            "found": found,
        ]
    }

    private var found: Model {
        switch outcome {
        case .nothingTyped, .unreadable: .nothing
        case .unknown(let number):
            [
                "title": .text(number.formatted), "text": .word("company.unknown"),
                "link": Link(
                    "company.fillIn",
                    url: Addresses.newCompany.url(query: [("nummer", number.formatted)]),
                    emphasis: .primary
                ).model,
            ]
        case .withoutMandate(let company):
            [
                "title": .text(company.details.name), "text": .word("company.withoutMandate"),
                "link": Link(
                    "company.addMandate",
                    url: Addresses.newMandate.url(company.id.rawValue),
                    emphasis: .primary
                ).model,
            ]
        case .mandated(let company):
            [
                "title": .text(company.details.name), "text": .word("company.mandated"),
                "start": .text(Addresses.newApplication.url(company.id.rawValue)),
                "link": Link("company.open", url: Addresses.company.url(company.id.rawValue), emphasis: .secondary)
                    .model,
            ]
        }
    }
}
