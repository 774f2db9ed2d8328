internal import TandemDomain
internal import TandemStore

extension RecognitionFormScreen {
    /// `GET /erkenningen/{id}/uitsluiting`: how far an exclusion reaches, until when, and why.
    static func exclusion(_ file: RecognitionFile, _ form: Form, _ presenter: Presenter) -> RecognitionFormScreen {
        RecognitionFormScreen(
            title: "sanctions.excludeTitle",
            file: file,
            presenter: presenter,
            action: Addresses.exclusion.url(file.id),
            lead: "sanctions.excludeLead",
            fields: [
                form.radios(
                    "scope",
                    "sanctions.scope",
                    choices: [
                        Choice(
                            ExclusionInput.Scope.establishment.rawValue,
                            Word("sanctions.scopeEstablishment", ["name": file.establishment.name])
                        ),
                        Choice(
                            ExclusionInput.Scope.company.rawValue,
                            Word("sanctions.scopeCompany", ["name": file.company.details.name])
                        ),
                    ]
                ),
                form.radios(
                    "length",
                    "sanctions.length",
                    choices: [
                        Choice(ExclusionInput.Length.temporary.rawValue, "sanctions.temporary"),
                        Choice(ExclusionInput.Length.definitive.rawValue, "sanctions.definitive"),
                    ]
                ),
                form.day("until", "sanctions.until", hint: "sanctions.untilHint", isOptional: true),
                form.ground(), form.motivation(),
            ],
            save: "sanctions.next",
            errors: form.errors
        )
    }
}

/// The question before an exclusion: every recognition that is withdrawn with it.
struct ExclusionConfirmScreen: Screen {
    static let template = "recognitions/confirm-exclusion"

    let file: RecognitionFile
    let data: FormData
    let input: ExclusionInput
    let hit: [RecognitionRecord]
    let places: [Identifier<Establishment>: String]
    let presenter: Presenter

    var title: Word { "sanctions.confirmTitle" }
    var caption: Word? { .verbatim(file.company.details.name) }
    var breadcrumbs: [Breadcrumb] {
        [
            Breadcrumb(
                .verbatim(presenter.training(file.recognition.training)),
                url: Addresses.recognition.url(file.id)
            )
        ]
    }

    var model: Model {
        let form = Form(data)
        return [
            "action": .text(Addresses.exclusion.url(file.id)),
            "facts": facts.model,
            "warning": Notice(.warning, body: Word("sanctions.confirmWarning", count: hit.count)).model,
            "table": table.model,
            "fields": .list(
                ["scope", "length", "until", "ground", "motivation"].map { form.hidden($0, data[$0]) }
            ),
            "buttons": Buttons(
                .init("sanctions.confirm", name: "confirm", emphasis: .danger),
                .init("sanctions.change", name: "change", emphasis: .secondary),
                links: [Link("recognition.cancel", url: Addresses.recognition.url(file.id))]
            ).model,
        ]
    }

    private var facts: Facts {
        Facts([
            .init("sanctions.scope", input.scope == .company ? file.company.details.name : file.establishment.name),
            .init(
                "sanctions.length",
                .word(
                    input.until.map { Word("sanctions.untilDay", ["day": DutchFormat.day($0)]) }
                        ?? "sanctions.definitive"
                )
            ),
            .init("sanctions.ground", .word(input.ground.isUrgent ? "sanctions.urgent" : "sanctions.guidance")),
            .init("sanctions.motivation", input.ground.motivation),
        ])
    }

    private var table: Table {
        Table(
            "sanctions.hit",
            columns: [
                "sanctions.training", "sanctions.establishment", "sanctions.partnership", "sanctions.validUntil",
            ],
            rows: hit.map { recognition in
                [
                    .text(presenter.training(recognition.training)),
                    .text(places[recognition.establishment] ?? ""),
                    .text(presenter.shortPartnership(recognition.partnership)),
                    .day(recognition.validity.until),
                ]
            },
            empty: "sanctions.hitNothing"
        )
    }
}
