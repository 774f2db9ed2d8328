internal import TandemDomain
internal import TandemStore

/// A form about one recognition: what it does, its fields, and the way back.
struct RecognitionFormScreen: Screen {
    static let template = "recognitions/form"

    let title: Word
    let file: RecognitionFile
    let presenter: Presenter
    let action: String
    let lead: Word
    var warning: Notice?
    let fields: [Model]
    let save: Word
    var isDangerous = false
    /// What is asked before it is sent; nothing where no question is.
    var question: Word?
    var errors: FormErrors

    var caption: Word? {
        Word(
            "recognition.formCaption",
            [
                "training": presenter.training(file.recognition.training), "company": file.company.details.name,
                "establishment": file.establishment.name,
            ]
        )
    }

    var breadcrumbs: [Breadcrumb] {
        [Breadcrumb(.verbatim(presenter.training(file.recognition.training)), url: back)]
    }

    private var back: String { Addresses.recognition.url(file.id) }

    var model: Model {
        [
            "lead": .word(lead), "warning": warning?.model ?? .nothing, "action": .text(action),
            "question": .maybe(question), "fields": .list(fields),
            "buttons": Buttons(
                .init(save, emphasis: isDangerous ? .danger : .primary),
                links: [Link("recognition.cancel", url: back)]
            ).model,
        ]
    }
}
