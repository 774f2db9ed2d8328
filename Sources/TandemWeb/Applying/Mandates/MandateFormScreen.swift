internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The form with which a signed mandate is registered.
struct MandateFormScreen: Screen {
    static let template = "applying/mandate-form"

    let presenter: Presenter
    let company: CompanyRecord
    /// The organisation that gets the mandate; nothing where the company chooses one.
    let holder: Organisation?
    var form = Form()

    var title: Word { "mandate.newTitle" }
    var caption: Word? {
        Word("company.nameAndNumber", ["name": company.details.name, "number": company.number.formatted])
    }
    var breadcrumbs: [Breadcrumb] {
        [
            Breadcrumb("applying.title", url: Addresses.home.url()),
            Breadcrumb("mandate.title", url: Addresses.mandates.url()),
        ]
    }
    var errors: FormErrors { form.errors }

    var model: Model {
        let id = company.id.rawValue
        return [
            "action": .text(Addresses.newMandate.url(id)),
            "holderName": .maybe(holder.map { presenter.organisation($0) }),
            "print": Link("mandate.print", url: Addresses.mandateText.url(id)).model,
            "holder": holder == nil
                ? form.select("holder", "mandate.holder", choices: holders, hint: "mandate.holderHint") : .nothing,
            "fields": [
                form.file("file", "mandate.file", hint: "papers.fileHint", mostBytes: Upload.largest),
                form.day("from", "mandate.fromField"),
                form.day("until", "mandate.untilField", hint: "mandate.untilHint", isOptional: true),
            ],
            "buttons": Buttons(
                .init("mandate.register"),
                links: [Link("applying.cancel", url: Addresses.mandates.url())]
            ).model,
        ]
    }

    /// Providers and sectors that exist today, by name.
    private var holders: [Choice] {
        let providers = presenter.reference.providers(on: presenter.today).sorted { $0.name < $1.name }
            .map { Choice(Organisation.provider($0.code).stored, .verbatim($0.name)) }
        let sectors = presenter.reference.partnerships(on: presenter.today).filter { $0.kind == .sectoral }
            .map { Choice(Organisation.partnership($0.code).stored, Word("mandate.sector", ["name": $0.name])) }
        return sectors + providers
    }
}

/// The text of a mandate, to print and to sign.
struct MandateTextScreen: Screen {
    static let template = "applying/mandate-text"

    let presenter: Presenter
    let company: CompanyRecord
    let holder: Organisation?

    var title: Word { "mandate.textTitle" }
    var breadcrumbs: [Breadcrumb] {
        [Breadcrumb("mandate.newTitle", url: Addresses.newMandate.url(company.id.rawValue))]
    }

    var model: Model {
        [
            "facts": Facts([
                .init("company.name", company.details.name),
                .init("company.numberLabel", company.number.formatted),
                .init(
                    "company.address",
                    presenter.address(company.details.street, company.details.postalCode)
                ),
            ]).model,
            "holder": .maybe(holder.map { presenter.organisation($0) }),
            "isBlank": .flag(holder == nil),
        ]
    }
}
