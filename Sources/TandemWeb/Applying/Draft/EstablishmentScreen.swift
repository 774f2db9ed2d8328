internal import TandemDomain
internal import TandemStore

/// `GET /aanvragen/{id}/vestiging`: where the learner will work.
struct EstablishmentScreen: DraftScreen {
    static let template = "applying/establishment"

    let presenter: Presenter
    let draft: Draft
    let establishments: [EstablishmentRecord]
    /// What the company register has besides.
    let registered: [RegisteredPlace]
    var form = Form()

    var step: BundleStep { .establishment }
    var title: Word { "draft.establishmentTitle" }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "steps": steps,
            "action": .text(Addresses.draftEstablishment.url(draft.bundle?.id ?? 0)),
            "choice": isFirst
                ? .nothing
                : form.radios("establishment", "draft.establishment", choices: choices),
            "isFirst": .flag(isFirst),
            "newFields": [
                form.text(
                    "number",
                    "draft.establishmentNumber",
                    hint: "draft.establishmentNumberHint",
                    kind: .digits,
                    width: 15
                ),
                form.text("name", "draft.establishmentName"),
                form.text("street", "company.street", hint: "company.streetHint", autocomplete: .street),
                form.text(
                    "postalCode",
                    "company.postalCode",
                    hint: "draft.postalCodeHint",
                    kind: .digits,
                    autocomplete: .postalCode,
                    width: 4
                ),
            ],
            "buttons": Buttons(.init("draft.next"), links: [Link("draft.later", url: draft.home.url)]).model,
        ]
    }

    private var isFirst: Bool { establishments.isEmpty && registered.isEmpty }

    private var choices: [Choice] {
        establishments.map { place in
            Choice(
                String(place.id.rawValue),
                .verbatim(place.name),
                hint: .verbatim("\(presenter.address(place.street, place.postalCode)) · \(place.number.formatted)")
            )
        } + registered.map(choice) + [Choice(Self.new, "draft.newEstablishment", hint: "draft.newEstablishmentHint")]
    }

    private func choice(_ place: RegisteredPlace) -> Choice {
        let address = "\(presenter.address(place.street, place.postalCode)) · \(place.number.formatted)"
        return Choice(
            Self.registered + place.number.digits,
            .verbatim(place.name),
            hint: Word("companyRegister.placeHint", ["address": address])
        )
    }

    /// Before the number of an establishment that only the company register has.
    static let registered = "kbo-"
    /// The choice of an establishment that is not in the list.
    static let new = "new"
}
