internal import TandemDomain
internal import TandemStore

/// `GET /brieven/{id}`: a letter as the company received it, ready to print.
struct LetterScreen: Screen {
    static let template = "letters/letter"

    let letter: LetterRecord
    let presenter: Presenter
    let fileURL: String?
    /// Whether the reader may see all letters of the partnership.
    let showsOutbox: Bool

    var title: Word { .verbatim(letter.subject) }
    var caption: Word? { Word("letter.caption", ["day": DutchFormat.day(letter.madeOn)]) }

    var breadcrumbs: [Breadcrumb] {
        showsOutbox
            ? [Breadcrumb("outbox.title", url: Addresses.outbox.url())]
            : [Breadcrumb("letter.home", url: Addresses.home.url())]
    }

    var model: Model {
        [
            "paragraphs": .list(paragraphs.map { ["lines": .list($0.map(Model.text))] }),
            "facts": facts.model,
            "links": .list(links.map(\.model)),
        ]
    }

    /// Paragraphs, each line by line: addresses and lists keep their lines.
    private var paragraphs: [[String]] {
        letter.body.split(separator: "\n\n").map { paragraph in
            paragraph.split(separator: "\n").map(String.init)
        }
    }

    private var facts: Facts {
        Facts([
            .init("letter.addressee", letter.addressee),
            .init("letter.date", DutchFormat.day(letter.madeOn)),
            .init("letter.partnership", presenter.partnership(letter.partnership)),
        ])
    }

    private var links: [Link] {
        let file = fileURL.map { Link("letter.toFile", url: $0) }
        let recognition = letter.recognition.map {
            Link("letter.toRecognition", url: Addresses.recognition.url($0.rawValue))
        }
        return [file, recognition].compactMap(\.self)
    }
}
