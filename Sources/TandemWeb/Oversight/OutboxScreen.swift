internal import TandemDomain
internal import TandemStore

/// `GET /uitgaand`: the letters that were made, the newest first.
struct OutboxScreen: Screen {
    static let template = "oversight/outbox"
    static let pageSize = 50

    let letters: [LetterRecord]
    let companies: [Identifier<Company>: String]
    let partnership: PartnershipCode?
    let showsFilter: Bool
    let isFirstPage: Bool
    /// The last letter of this page, where older ones follow.
    let last: Int64?
    let presenter: Presenter

    var title: Word { "outbox.title" }
    var caption: Word? { partnership.map { .verbatim(presenter.partnership($0)) } }

    var model: Model {
        [
            "filter": showsFilter
                ? PartnershipFilter(address: Addresses.outbox, chosen: partnership, presenter: presenter).model
                : .nothing,
            "table": letters.isEmpty ? .nothing : table.model,
            "nothing": letters.isEmpty ? EmptyState("outbox.nothing", "outbox.nothingText").model : .nothing,
            "newest": .maybe(isFirstPage ? nil : url(before: nil)),
            "older": .maybe(last.map { url(before: $0) }),
        ]
    }

    private func url(before id: Int64?) -> String {
        Addresses.outbox.url(query: [("partnerschap", partnership?.rawValue ?? ""), ("voor", id.map { "\($0)" } ?? "")])
    }

    private var table: Table {
        Table(
            "outbox.table",
            columns: ["outbox.madeOn", "outbox.letter", "outbox.addressee", "outbox.partnership"],
            rows: letters.map { letter in
                [
                    .text(DutchFormat.shortInstant(letter.madeAt)),
                    .link(letter.subject, url: Addresses.letter.url(letter.id)),
                    .text(companies[letter.company] ?? letter.addressee),
                    .text(presenter.shortPartnership(letter.partnership)),
                ]
            }
        )
    }
}
