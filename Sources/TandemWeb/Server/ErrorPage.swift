/// The page of a request that cannot be answered: what is wrong, and the way on.
struct ErrorPage: Screen {
    static let template = "error"

    let title: Word
    let text: Word
    /// The number under which the log holds what went wrong; only for a fault of ours.
    var reference: String?
    private let signIn: Link?

    init(_ explanation: Explanation) {
        title = explanation.kind.title
        text = explanation.text
        signIn =
            explanation.kind == .notSignedIn
            ? Link("layout.signIn", url: Addresses.signIn.url(), emphasis: .primary) : nil
    }

    /// A fault of ours: the visitor learns its number and nothing else.
    init(reference: String) {
        title = "error.fault.title"
        text = "error.fault.body"
        self.reference = reference
        signIn = nil
    }

    var model: Model { ["text": .word(text), "reference": .maybe(reference), "signIn": signIn?.model ?? .nothing] }
}
