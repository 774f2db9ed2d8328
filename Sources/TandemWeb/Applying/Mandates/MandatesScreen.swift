internal import TandemDomain
internal import TandemStore

/// `GET /machtigingen`: the mandates that a company gave, or that an organisation holds.
struct MandatesScreen: Screen {
    static let template = "applying/mandates"

    let presenter: Presenter
    /// Whether the mandates are those of the visitor's own company.
    let isOwn: Bool
    let mandates: [MandateRecord]
    let companies: [Identifier<Company>: CompanyRecord]
    /// The mandates that the visitor may end.
    let revocable: Set<Int64>
    /// Where a new one is registered; nothing where the visitor may not.
    let add: Link?
    /// Where the text to sign is found.
    let text: Link?

    var title: Word { "mandate.title" }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("applying.title", url: Addresses.home.url())] }

    var model: Model {
        [
            "lead": .word(isOwn ? "mandate.leadOwn" : "mandate.leadHeld"),
            "table": mandates.isEmpty ? .nothing : table.model,
            "nothing": mandates.isEmpty ? empty.model : .nothing,
            "links": .list([add, text].compactMap { $0?.model }),
        ]
    }

    private var empty: EmptyState {
        EmptyState(
            isOwn ? "mandate.noneGiven" : "mandate.noneHeld",
            isOwn ? "mandate.noneGivenText" : "mandate.noneHeldText"
        )
    }

    private var table: Table {
        Table(
            isOwn ? "mandate.given" : "mandate.held",
            columns: [
                Table.Column(isOwn ? "mandate.columnHolder" : "applying.columnCompany"), "mandate.columnPeriod",
                "mandate.columnState", "mandate.columnDocument", "mandate.columnRevoke",
            ],
            rows: mandates.map(row)
        )
    }

    private func row(_ record: MandateRecord) -> [Table.Cell] {
        [
            isOwn ? .text(presenter.organisation(record.mandate.holder)) : company(record.mandate.company),
            .word(periodWord(record.mandate.period)),
            .badge(badge(record.mandate)),
            .action("mandate.document", url: Addresses.mandateDocument.url(record.id)),
            revocable.contains(record.id)
                ? .action("mandate.revoke", url: Addresses.mandateRevocation.url(record.id)) : .empty,
        ]
    }

    private func company(_ id: Identifier<Company>) -> Table.Cell {
        .link(companies[id]?.details.name ?? "", url: Addresses.company.url(id.rawValue))
    }

    private func periodWord(_ period: Period) -> Word {
        guard let until = period.until else {
            return Word("mandate.from", ["from": DutchFormat.short(period.from)])
        }
        return Word("mandate.fromUntil", ["from": DutchFormat.short(period.from), "until": DutchFormat.short(until)])
    }

    private func badge(_ mandate: Mandate) -> Badge {
        let today = presenter.today
        if let revokedOn = mandate.revokedOn, revokedOn <= today { return Badge(.neutral, "mandate.revoked") }
        if today < mandate.period.from { return Badge(.info, "mandate.toCome") }
        return mandate.isValid(on: today) ? Badge(.success, "mandate.valid") : Badge(.neutral, "mandate.over")
    }
}
