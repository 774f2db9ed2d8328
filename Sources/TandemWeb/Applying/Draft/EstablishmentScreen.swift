internal import TandemDomain
internal import TandemStore

/// `GET /aanvragen/{id}/vestiging`: where the learner will work.
struct EstablishmentScreen: DraftScreen {
    static let template = "applying/establishment"

    let presenter: Presenter
    let draft: Draft
    let establishments: [EstablishmentRecord]
    var form = Form()

    var step: BundleStep { .establishment }
    var title: Word { "draft.establishmentTitle" }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "steps": steps,
            "action": .text(Addresses.draftEstablishment.url(draft.bundle?.id ?? 0)),
            "choice": establishments.isEmpty
                ? .nothing
                : form.radios("establishment", "draft.establishment", choices: choices),
            "isFirst": .flag(establishments.isEmpty),
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

    private var choices: [Choice] {
        establishments.map { place in
            Choice(
                String(place.id.rawValue),
                .verbatim(place.name),
                hint: .verbatim("\(presenter.address(place.street, place.postalCode)) · \(place.number.formatted)")
            )
        } + [Choice(Self.new, "draft.newEstablishment", hint: "draft.newEstablishmentHint")]
    }

    /// The choice of an establishment that is not in the list.
    static let new = "new"
}
