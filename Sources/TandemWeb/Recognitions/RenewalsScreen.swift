internal import TandemDomain
internal import TandemStore

/// `GET /hernieuwingen`: the recognitions that end soon, the first to end first, with the follow-up of each.
struct RenewalsScreen: Screen {
    static let template = "recognitions/renewals"
    static let pageSize = 25
    static let mostCounted = 1000

    let rows: [RenewalRow]
    let hasMore: Bool
    let count: Int
    let filter: RenewalFilter
    let actor: Actor
    let presenter: Presenter

    var title: Word { "renewals.title" }
    var caption: Word? { filter.partnership.map { .verbatim(presenter.partnership($0)) } }

    var model: Model {
        [
            "action": .text(Addresses.renewals.url()),
            "filters": .list(filters),
            "count": .word(countWord),
            "rows": .list(rows.map(row)),
            "hasRows": .flag(!rows.isEmpty),
            "nothing": rows.isEmpty ? EmptyState("renewals.nothing", "renewals.nothingText").model : .nothing,
            "newest": .maybe(filter.cursor == nil ? nil : filter.after(nil).url),
            "older": .maybe(hasMore ? rows.last.map { filter.after($0.cursor).url } : nil),
        ]
    }

    private var countWord: Word {
        count < Self.mostCounted
            ? Word("renewals.count", count: count)
            : Word("renewals.countAtLeast", ["count": DutchFormat.number(Self.mostCounted)])
    }

    private var filters: [Model] {
        let months = FilterSelect(
            name: "maanden",
            label: "renewals.within",
            chosen: String(filter.months),
            choices: RenewalFilter.choices.map { Choice(String($0), Word("renewals.months", count: $0)) }
        )
        let state = FilterSelect(
            name: "stand",
            label: "recognition.followState",
            all: "renewals.allStates",
            chosen: filter.state?.rawValue ?? "",
            choices: renewalChoices(presenter)
        )
        let partnership = PartnershipFilter(
            address: Addresses.renewals,
            chosen: filter.partnership,
            presenter: presenter
        )
        return [months.model, state.model] + (actor.choosesPartnership ? [partnership.select] : [])
    }

    private func row(_ row: RenewalRow) -> Model {
        let recognition = row.recognition
        let subject = Subject(company: recognition.company, competent: recognition.partnership)
        let until = recognition.validity.until
        return [
            "until": .text(DutchFormat.short(until)),
            "relative": .text(DutchFormat.relative(until, to: presenter.today)),
            "training": .text(presenter.training(recognition.training)),
            "url": .text(Addresses.recognition.url(recognition.id.rawValue)),
            "company": .text(row.companyName),
            "number": .text(row.companyNumber.formatted),
            "telephone": .maybe(row.telephone), "email": .maybe(row.email),
            "hasNoContact": .flag(row.telephone == nil && row.email == nil),
            "establishment": .text("\(row.establishmentName), \(presenter.place(row.establishmentPostalCode))"),
            "partnership": filter.partnership == nil
                ? .text(presenter.shortPartnership(recognition.partnership)) : .nothing,
            "badge": presenter.renewal(recognition.renewalState).model,
            "since": .maybe(
                recognition.renewalOn.map { Word("recognition.followedOn", ["day": DutchFormat.short($0)]) }
            ),
            "renewing": .maybe(row.renewingApplication.map(actor.fileURL)),
            "follow": actor.may(.followRenewal, to: subject, on: presenter.today) ? follow(row) : .nothing,
        ]
    }

    private func follow(_ row: RenewalRow) -> Model {
        let recognition = row.recognition
        let form = Form(filled: ["state": recognition.renewalState.rawValue])
        return [
            "action": .text(Addresses.follow.url(recognition.id.rawValue)),
            "label": .word(Word("renewals.changeFor", ["company": row.companyName])),
            "id": .text("\(recognition.id)"),
            "choices": .list(
                RenewalState.allCases.map { state in
                    [
                        "value": .text(state.rawValue), "label": .word(presenter.renewal(state).text),
                        "isChosen": .flag(state == recognition.renewalState),
                    ]
                }
            ),
            "kinds": .list(
                ContactKind.allCases.map { kind in
                    [
                        "value": .text(kind.rawValue), "label": .word(presenter.contactKind(kind)),
                        "isChosen": .flag(kind == .telephone),
                    ]
                }
            ),
            "hidden": .list(
                filter.pairs.map { form.hidden($0.0, $0.1) } + [form.hidden("version", String(recognition.version))]
            ),
        ]
    }
}
