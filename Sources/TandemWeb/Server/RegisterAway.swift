internal import HTTPTypes
internal import Hummingbird
internal import TandemSQL

/// The page of a request that the register did not answer: nothing was stored, and how to try again.
struct RegisterAwayScreen: Screen {
    static let template = "register-away"

    /// Where the request went, and where it goes again.
    let url: String
    /// What was sent, to be sent again; nothing where nothing was, or where it cannot be trusted.
    let form: FormData?
    let wasSent: Bool

    var title: Word { "away.title" }

    var model: Model {
        [
            "lead": .word(wasSent ? "away.sent" : "away.asked"),
            "resend": form.map(resend) ?? .nothing,
            "again": wasSent ? .nothing : Link("away.again", url: url, emphasis: .primary).model,
            "isLost": .flag(wasSent && form == nil),
        ]
    }

    /// The same form with the same fields; its secret is that of the page.
    private func resend(_ form: FormData) -> Model {
        let fields = form.values.filter { $0.key != "csrf" }.sorted { $0.key < $1.key }
            .flatMap { field in field.value.map { Form().hidden(field.key, $0) } }
        let files = form.files.values.flatMap(\.self).map(\.name).filter { !$0.isEmpty }.sorted()
        return [
            "url": .text(url),
            "fields": .list(fields),
            "files": .list(files.map { .text($0) }),
            "hasFiles": .flag(!files.isEmpty),
            "buttons": Buttons(.init("away.resend")).model,
        ]
    }
}

extension SQLError {
    /// How many seconds to wait before trying again; nothing for an error that waiting does not mend.
    var secondsToWait: Int? {
        switch self {
        case .busy: 5
        case .unavailable: 30
        case .unknownOutcome, .unique, .check, .foreignKey, .unexpectedRow, .other: nil
        }
    }
}

extension Request {
    /// Its own address on this counter, to go there again; never that of another.
    var ownURL: String {
        let path = uri.path
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\") else { return Addresses.home.url() }
        return path + (uri.query.map { "?\($0)" } ?? "")
    }
}
