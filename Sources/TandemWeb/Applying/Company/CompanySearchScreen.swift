internal import TandemDomain
internal import TandemRegister
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
        /// Nobody wrote it down here, but the company register holds it.
        case registered(RegisteredCompany)
        /// Companies of the register whose name has the words that were typed.
        case named(total: Int, [EntitySummary])
        /// Known, but it gave the visitor's organisation no mandate.
        case withoutMandate(CompanyRecord)
        case mandated(CompanyRecord)
    }

    let outcome: Outcome
    var form = Form()
    /// Whether there is a company register to search by name.
    var hasRegister = false

    var title: Word { "company.searchTitle" }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("applying.title", url: Addresses.home.url())] }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "action": .text(Addresses.companySearch.url()),
            "lead": .word(hasRegister ? "companyRegister.searchLead" : "company.searchLead"),
            "field": hasRegister
                ? form.text("nummer", "companyRegister.searchField", hint: "companyRegister.searchHint", width: 40)
                : form.text("nummer", "company.searchField", hint: "company.searchHint", kind: .digits, width: 15),
            "found": found,
            "named": named,
            "source": .flag(hasRegister),
        ]
    }

    /// The companies of the register that were found by name.
    private var named: Model {
        guard case .named(let total, let found) = outcome else { return .nothing }
        if found.isEmpty {
            return ["nothing": EmptyState("companyRegister.notFound", "companyRegister.notFoundText").model]
        }
        let table = Table(
            "companyRegister.found",
            columns: ["companyRegister.columnName", "companyRegister.columnNumber", "companyRegister.columnAddress"],
            rows: found.map { company in
                [
                    .link(
                        company.name,
                        url: Addresses.companySearch.url(query: [("nummer", company.number.formatted)])
                    ),
                    .text(company.number.formatted),
                    .text(company.isNaturalPerson ? "" : company.address?.line ?? ""),
                ]
            }
        )
        let text = Word("companyRegister.foundText", ["shown": String(found.count)], count: total)
        return ["text": .word(text), "table": table.model]
    }

    private var found: Model {
        switch outcome {
        case .nothingTyped, .unreadable, .named: .nothing
        case .registered(let company):
            [
                "title": .text(company.name), "text": .word("companyRegister.unknown"),
                "link": Link(
                    "companyRegister.check",
                    url: Addresses.newCompany.url(query: [("nummer", company.number.formatted)]),
                    emphasis: .primary
                ).model,
            ]
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
