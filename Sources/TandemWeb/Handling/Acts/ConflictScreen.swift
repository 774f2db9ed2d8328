internal import TandemDomain
internal import TandemStore

/// Somebody, or the law, was first: who did what, and what was typed, so that nothing is lost.
struct ConflictScreen: Screen {
    static let template = "handling/conflict"

    let file: ApplicationRecord
    let presenter: Presenter
    let act: Word
    let text: Word
    /// The newest events of the file, oldest first.
    let events: [EventRecord]
    /// What was typed in text fields.
    let typed: [String]

    var title: Word { "handlingActs.conflictTitle" }
    var caption: Word? { fileTitle(file, presenter) }
    var breadcrumbs: [Breadcrumb] {
        [
            Breadcrumb("handling.title", url: Addresses.worklist.url()),
            Breadcrumb(
                Word("handlingFile.crumb", ["number": presenter.fileNumber(file.id)]),
                url: Addresses.dossier.url(file.id.rawValue)
            ),
        ]
    }

    var model: Model {
        let open = Link("handlingActs.conflictOpen", url: Addresses.dossier.url(file.id.rawValue), emphasis: .primary)
        return [
            "text": .word(text),
            "buttons": Buttons(links: [open]).model,
            "hasTyped": .flag(!typed.isEmpty),
            "typed": .list(
                typed.enumerated().map { index, text in
                    ["number": .text(String(index + 1)), "label": .word(act), "text": .text(text)]
                }
            ),
            "timeline": presenter.timeline(events.suffix(3), showsNames: true).model,
        ]
    }
}
