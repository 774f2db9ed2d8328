/// A question before an act that cannot be undone.
struct ConfirmScreen: Screen {
    static let template = "applying/confirm"

    let title: Word
    let caption: Word?
    let breadcrumbs: [Breadcrumb]
    let text: Word
    let action: String
    let yes: Word
    let no: Link
    /// The version of the file that the person saw, where it may change meanwhile.
    var version: Int?

    var model: Model {
        [
            "text": .word(text), "action": .text(action),
            "version": .maybe(version.map { String($0) }),
            "buttons": Buttons(.init(yes, emphasis: .danger), links: [no]).model,
        ]
    }
}
