internal import TandemDomain
internal import TandemStore

/// The form for what a company says of itself: of a known company, or of one that is new to the register.
struct CompanyDetailsScreen: Screen {
    static let template = "applying/company-details"

    let presenter: Presenter
    /// Nothing where the company is new.
    let company: CompanyRecord?
    /// The number of the company as it was typed.
    let number: CompanyNumber
    var form = Form()
    /// Whether the form was filled from the company register.
    var isRegistered = false

    var title: Word { company == nil ? "company.newTitle" : "company.detailsTitle" }
    var caption: Word? { Word("company.number", ["number": number.formatted]) }
    var errors: FormErrors { form.errors }

    var breadcrumbs: [Breadcrumb] {
        let home = Breadcrumb("applying.title", url: Addresses.home.url())
        guard let company else {
            return [home, Breadcrumb("company.searchTitle", url: Addresses.companySearch.url())]
        }
        return [home, Breadcrumb(.verbatim(company.details.name), url: Addresses.company.url(company.id.rawValue))]
    }

    private var lead: Word {
        if company != nil { return "company.detailsLead" }
        return isRegistered ? "companyRegister.newLead" : "company.newLead"
    }

    var model: Model {
        let action = company.map { Addresses.companyDetails.url($0.id.rawValue) } ?? Addresses.newCompany.url()
        let back = company.map { Addresses.company.url($0.id.rawValue) } ?? Addresses.companySearch.url()
        return [
            "lead": .word(lead),
            "source": .flag(isRegistered),
            "action": .text(action),
            "hidden": [
                form.hidden("version", String(company?.version ?? 0)), form.hidden("nummer", number.formatted),
            ],
            "fields": .list(CompanyForm(presenter: presenter, form: form).fields),
            "buttons": Buttons(
                .init(company == nil ? "company.add" : "company.save"),
                links: [Link("applying.cancel", url: back)]
            ).model,
        ]
    }
}
