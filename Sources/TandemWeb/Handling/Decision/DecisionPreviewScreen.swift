internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The letters of a decision as they will be sent, before anything is decided.
struct DecisionPreviewScreen: Screen {
    static let template = "handling/decision-preview"

    let file: ApplicationRecord
    let company: CompanyRecord
    let verdict: Verdict
    /// The files to decide on, each with its letter.
    let letters: [(file: ApplicationRecord, text: LetterText)]
    /// What was chosen, sent along again unseen.
    let data: FormData
    let presenter: Presenter

    var title: Word { "handlingDecision.previewTitle" }
    var caption: Word? {
        Word(
            "handlingDecision.caption",
            ["number": presenter.fileNumber(file.id), "company": company.details.name]
        )
    }
    var breadcrumbs: [Breadcrumb] { decisionBreadcrumbs(file, presenter) }

    var model: Model {
        [
            "action": .text(Addresses.decision.url(file.id.rawValue)),
            "intro": .word(intro),
            "hidden": .list(hidden),
            "letters": .list(letters.map(letter)),
            "buttons": Buttons(
                Buttons.Submit("handlingDecision.send", name: "confirm"),
                Buttons.Submit("handlingDecision.change", name: "change", emphasis: .secondary)
            )
            .model,
        ]
    }

    private var intro: Word {
        switch verdict {
        case .approve: Word("handlingDecision.introApprove", count: letters.count)
        case .reject: Word("handlingDecision.introReject", count: letters.count)
        }
    }

    /// The fields of the form, so that the second step decides exactly what the first one showed.
    private var hidden: [Model] {
        ["verdict", "mainReason", "furtherReasons", "motivation", "files", "seen"].flatMap { name in
            data.all(name).map { Form().hidden(name, $0) }
        }
    }

    private func letter(_ letter: (file: ApplicationRecord, text: LetterText)) -> Model {
        [
            "file": .word(fileTitle(letter.file, presenter)),
            "addressee": .text(company.details.name),
            "subject": .text(letter.text.subject),
            "paragraphs": .list(paragraphs(of: letter.text.body)),
        ]
    }

    /// Paragraphs, each line by line, as the letter will be shown.
    private func paragraphs(of body: String) -> [Model] {
        body.split(separator: "\n\n").map { paragraph in
            ["lines": .list(paragraph.split(separator: "\n").map { .text(String($0)) })]
        }
    }
}
