internal import TandemDomain
internal import TandemStore

/// `GET /werkbak`: the files that wait, the most urgent first, with filters and search.
struct WorklistScreen: Screen {
    static let template = "handling/worklist"

    let query: WorklistQuery
    let view: WorklistView
    let content: WorklistContent
    let actor: Actor
    let presenter: Presenter

    var title: Word { "handling.title" }
    var caption: Word? {
        view.partnership.map { .verbatim(presenter.partnership($0)) } ?? "handling.allPartnerships"
    }

    var model: Model {
        [
            "lists": .list(query.search.isEmpty ? lists : []),
            "search": .text(query.search),
            "searchAgain": .maybe(query.search.isEmpty ? nil : query.with { $0.search = "" }.url),
            "action": .text(Addresses.worklist.url()),
            "filters": query.search.isEmpty ? filters : .nothing,
            "hidden": .list(hiddenInSearch),
            "establishment": establishment,
            "summary": .word(summary),
            "table": content.rows.isEmpty ? .nothing : table.model,
            "nothing": content.rows.isEmpty ? emptyState.model : .nothing,
            "paging": query.search.isEmpty ? paging : .nothing,
        ]
    }

    /// The lists with how many files wait in each; where one is, is marked.
    private var lists: [Model] {
        let open: [ApplicationStatus] = [.submitted, .inProcess, .onHold, .incomplete]
        let closed: [ApplicationStatus] = [.approved, .rejected, .cancelled]
        let total = content.openCounts.values.reduce(0, +)
        return [list(.open, "handling.allOpen", count: total)]
            + open.map { list(.status($0), presenter.status($0).text, count: content.openCounts[$0] ?? 0) }
            + (actor.role == .voter ? [] : [list(.advice, "handling.adviceAsked", count: nil)])
            + closed.map { list(.status($0), presenter.status($0).text, count: nil) }
    }

    private func list(_ list: WorklistQuery.List, _ label: Word, count: Int?) -> Model {
        [
            "label": .word(label), "count": .maybe(count.map(waiting)),
            "url": .text(query.with { $0.list = list }.url), "isCurrent": .flag(list == query.list),
        ]
    }

    /// `12`, or `1.000+` where nobody counted further.
    private func waiting(_ count: Int) -> String {
        let limit = WorklistContent.countedUpTo
        return count > limit ? "\(DutchFormat.number(limit))+" : DutchFormat.number(count)
    }

    private var summary: Word {
        if !query.search.isEmpty {
            return content.hasMore
                ? Word("handling.foundMore", ["count": DutchFormat.number(content.rows.count)])
                : Word("handling.found", count: content.count)
        }
        let limit = WorklistContent.countedUpTo
        return content.count > limit
            ? Word("handling.countMore", ["count": DutchFormat.number(limit)])
            : Word("handling.count", count: content.count)
    }

    private var establishment: Model {
        guard let place = content.establishment else { return .nothing }
        let remove = Link("handling.allEstablishments", url: query.with { $0.establishment = nil }.url)
        return ["name": .text("\(place.name), \(presenter.place(place.postalCode))"), "remove": remove.model]
    }

    private var emptyState: EmptyState {
        if !query.search.isEmpty {
            let back = Link("handling.stopSearch", url: query.with { $0.search = "" }.url, emphasis: .secondary)
            return EmptyState("handling.notFoundTitle", "handling.notFoundText", link: back)
        }
        if query.isFiltered || query.cursor != nil || query.list != .open {
            let clear = WorklistQuery().with { $0.scope = query.scope }.url
            let link = Link("handling.clear", url: clear, emphasis: .secondary)
            return EmptyState("handling.emptyFilterTitle", "handling.emptyFilterText", link: link)
        }
        return EmptyState("handling.emptyTitle", "handling.emptyText")
    }

    private var paging: Model {
        let next = content.hasMore ? content.rows.last.map { query.next(after: $0.cursor).url } : nil
        let previous = query.previous?.url
        guard next != nil || previous != nil else { return .nothing }
        return [
            "next": .maybe(next), "previous": .maybe(previous),
            "start": .maybe(query.cursor == nil ? nil : query.with { _ in }.url),
        ]
    }
}

extension WorklistScreen {
    private var table: Table {
        let isAll = view.partnership == nil
        let isVoter = actor.role == .voter
        let columns: [Table.Column] =
            [
                "handling.file", "handling.company", "handling.training", "handling.status", "handling.term",
                dayColumn, isVoter ? "handling.vote" : "handling.handler",
            ] + (isAll ? ["handling.partnership"] : [])
        return Table(summary, columns: columns, rows: content.rows.map { row($0, isVoter, isAll) })
    }

    /// What the day of a line is: when it has to be decided, or when it was.
    private var dayColumn: Table.Column {
        if !query.search.isEmpty { return "handling.day" }
        return query.list.isOfOpenFiles ? "handling.due" : "handling.decidedOn"
    }

    private func row(_ row: WorklistRow, _ isVoter: Bool, _ isAll: Bool) -> [Table.Cell] {
        let file = row.application
        let place = row.establishmentPostalCode.map { presenter.place($0) }
        let detail = [row.companyNumber.formatted, place].compactMap(\.self).joined(separator: " · ")
        return [
            .link(presenter.fileNumber(file.id), url: Addresses.dossier.url(file.id.rawValue)),
            .pair(row.companyName, detail), .text(presenter.training(file.training)),
            .badge(presenter.status(file.status)), term(of: file), due(file),
            isVoter ? vote(on: file) : row.handlerName.map { .text($0) } ?? .empty,
        ] + (isAll ? [.text(presenter.shortPartnership(file.partnership))] : [])
    }

    /// How long there is left: days where a term runs, why there is none where it stands still.
    private func term(of file: ApplicationRecord) -> Table.Cell {
        if let badge = presenter.daysLeft(file) { return .badge(badge) }
        return switch file.status {
        case .incomplete: .word("handling.waitsForApplicant")
        case .onHold: .word("handling.standsStill")
        case .draft, .submitted, .inProcess, .cancelled, .approved, .rejected: .empty
        }
    }

    private func due(_ file: ApplicationRecord) -> Table.Cell {
        if let due = file.dueOn { return .day(due) }
        return (file.decidedOn ?? file.cancelledOn).map { .day($0) } ?? .empty
    }

    private func vote(on file: ApplicationRecord) -> Table.Cell {
        if content.voted.contains(file.id) { return .badge(Badge(.success, "handling.voted")) }
        return [.submitted, .inProcess].contains(file.status) ? .badge(Badge(.info, "handling.notVoted")) : .empty
    }
}

extension WorklistScreen {
    private var filters: Model {
        let trainings = presenter.reference.trainings.map { ($0.code, presenter.training($0.code)) }
            .sorted { $0.1 < $1.1 }
        let partnerships = presenter.reference.partnerships(on: presenter.today)
        return [
            "trainings": .list(trainings.map { option($0.0.rawValue, .verbatim($0.1), query.training == $0.0) }),
            "days": .list(
                [3, 7, 14].map { days in
                    option(String(days), Word("handling.withinDays", count: days), query.withinDays == days)
                }
            ),
            "isMine": .flag(query.isMine),
            "mayBeMine": .flag(actor.role.handlesFiles),
            "hasDays": .flag(query.list.isOfOpenFiles),
            "partnerships": view.mayChoose ? .object(["options": .list(scopes(partnerships))]) : .nothing,
            "status": .text(query.list.typed),
            "establishment": .text(query.establishment.map { "\($0)" } ?? ""),
            "clear": .maybe(query.isFiltered ? cleared.url : nil),
        ]
    }

    private func scopes(_ partnerships: [Partnership]) -> [Model] {
        let own = view.own.map { [option("", .verbatim(presenter.partnership($0)), query.scope == .own)] } ?? []
        let all = option(view.own == nil ? "" : "alle", "handling.allPartnerships", view.partnership == nil)
        return own + [all]
            + partnerships.filter { $0.code != view.own }
            .map { option($0.code.rawValue, .verbatim($0.name), view.partnership == $0.code) }
    }

    private func option(_ value: String, _ label: Word, _ isChosen: Bool) -> Model {
        ["value": .text(value), "label": .word(label), "isChosen": .flag(isChosen)]
    }

    /// The same list without filters.
    private var cleared: WorklistQuery {
        query.with {
            $0.training = nil
            $0.establishment = nil
            $0.isMine = false
            $0.withinDays = nil
        }
    }

    /// What a search keeps of the filters: whose files.
    private var hiddenInSearch: [Model] {
        query.scope == .own || !view.mayChoose ? [] : [["name": "partnerschap", "value": .text(query.scope.typed)]]
    }
}

extension WorklistQuery.List {
    /// Whether files in it can fall due.
    fileprivate var isOfOpenFiles: Bool {
        switch self {
        case .open, .advice: true
        case .status(let status): status.isOpen
        }
    }
}
