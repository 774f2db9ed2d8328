internal import TandemDomain
internal import TandemStore

/// `GET /radar/prospectie`: whom somebody calls, the first to do first, and what came of those who were called.
struct CallListScreen: Screen {
    static let template = "radar/call-list"
    static let pageSize = 25
    static let mostCounted = 1000

    let content: CallListContent
    let query: CallListQuery
    let actor: Actor
    let presenter: Presenter

    var title: Word { "prospects.title" }
    var caption: Word? { actor.organisation.map { .verbatim(presenter.organisation($0)) } }

    var model: Model {
        let rows = content.rows.prefix(Self.pageSize)
        return [
            "tabs": RadarTab.model(of: .prospects),
            "find": Link("prospects.find", url: Addresses.candidates.url(), emphasis: .primary).model,
            "export": rows.isEmpty
                ? .nothing
                : Link("prospects.export", url: Addresses.prospectExport.url(query: query.after(nil).pairs)).model,
            "action": .text(Addresses.prospects.url()),
            "filters": .list(filters),
            "count": .word(countWord),
            "rows": .list(rows.map(row)),
            "hasRows": .flag(!rows.isEmpty),
            "showsOwner": .flag(query.whose != .mine),
            "nothing": rows.isEmpty ? nothing.model : .nothing,
            "newest": .maybe(query.cursor == nil ? nil : query.after(nil).url),
            "older": .maybe(
                content.rows.count > Self.pageSize ? rows.last.map { query.after($0.cursor).url } : nil
            ),
        ]
    }

    private var nothing: EmptyState {
        EmptyState(
            "prospects.nothing",
            "prospects.nothingText",
            link: Link("prospects.find", url: Addresses.candidates.url(), emphasis: .secondary)
        )
    }

    private var countWord: Word {
        content.count < Self.mostCounted
            ? Word("prospects.count", count: content.count)
            : Word("prospects.countAtLeast", ["count": DutchFormat.number(Self.mostCounted)])
    }

    private var filters: [Model] {
        var seen = Set([actor.account].compactMap(\.self))
        let others = content.colleagues.filter { seen.insert($0.account).inserted }
        let mayCall = actor.may(.prospect, to: .register, on: presenter.today)
        let whose = FilterSelect(
            name: "wie",
            label: "prospects.whose",
            all: mayCall ? "prospects.mine" : nil,
            chosen: query.whoseValue,
            choices: [Choice("alle", "prospects.everybody")]
                + others.map { Choice("\($0.account)", .verbatim($0.name)) }
        )
        let state = FilterSelect(
            name: "stand",
            label: "prospects.stateLabel",
            all: "prospects.allOpen",
            chosen: query.stateValue,
            choices: ProspectState.allCases.map { Choice($0.rawValue, presenter.prospectWord($0)) }
                + [Choice(CallListQuery.ended, "prospects.allEnded")]
        )
        let due = FilterSelect(
            name: "wanneer",
            label: "prospects.when",
            all: "prospects.anyDay",
            chosen: query.dueOnly ? "nu" : "",
            choices: [Choice("nu", "prospects.dueNow")]
        )
        return [whose.model, state.model, due.model]
    }

    private func row(_ row: ProspectRow) -> Model {
        let prospect = row.prospect
        let telephone = content.telephones[prospect.establishment]
        return [
            "url": .text(Addresses.prospect.url(prospect.id.rawValue)),
            "name": .text(prospect.name), "municipality": .text(prospect.municipality),
            "training": .text(presenter.training(prospect.training)),
            "school": .maybe(prospect.provider.map { presenter.organisation(.provider($0)) }),
            "list": .maybe(prospect.listName.isEmpty ? nil : prospect.listName),
            "badge": presenter.prospect(prospect.state).model,
            "due": presenter.due(prospect)?.model ?? .nothing,
            "ground": .maybe(prospect.ground.map(presenter.ground)),
            "step": .maybe(prospect.nextStep.isEmpty ? nil : prospect.nextStep),
            "hasNoStep": .flag(prospect.nextStep.isEmpty && presenter.due(prospect) == nil),
            "telephone": .maybe(telephone), "dial": .maybe(telephone.map(dialled)),
            "owner": .maybe(row.ownerName),
            "isFree": .flag(row.ownerName == nil),
            "outcome": outcome(row, actor, presenter),
        ]
    }
}

/// What came of a prospect: where its application and its recognition stand today.
func outcome(_ row: ProspectRow, _ actor: Actor, _ presenter: Presenter) -> Model {
    guard let status = row.applicationStatus else { return .nothing }
    return [
        "application": presenter.status(status).model,
        "recognition": row.recognition.map { presenter.state($0.state(on: presenter.today)).model } ?? .nothing,
        "until": .maybe(
            row.recognition.map { Word("company.validUntil", ["day": DutchFormat.day($0.validity.until)]) }
        ),
    ]
}

/// `tel:` with what a telephone dials: digits, and a plus before them.
func dialled(_ telephone: String) -> String {
    let kept = telephone.filter { $0.isASCII && $0.isNumber }
    return "tel:" + (telephone.first == "+" ? "+" : "") + kept
}
