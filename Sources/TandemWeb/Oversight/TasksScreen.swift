internal import TandemDomain
internal import TandemStore

/// `GET /taken`: the tasks of one kind that wait, the oldest first.
struct TasksScreen: Screen {
    static let template = "oversight/tasks"
    static let pageSize = 40

    let tasks: [TaskRecord]
    let kind: TaskKind
    let counts: [TaskKind: Int]
    let partnership: PartnershipCode?
    let showsFilter: Bool
    let isFirstPage: Bool
    let last: TaskCursor?
    let fileURL: @Sendable (Identifier<RecognitionApplication>) -> String
    let presenter: Presenter

    var title: Word { "tasks.title" }
    var caption: Word? { partnership.map { .verbatim(presenter.partnership($0)) } }

    private var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

    var model: Model {
        let filter = PartnershipFilter(address: Addresses.tasks, chosen: partnership, presenter: presenter)
        return [
            "filter": showsFilter ? filter.model : .nothing,
            "kinds": isEmpty ? .nothing : ["kinds": .list(TaskKind.allCases.map(tab))],
            "about": isEmpty ? .nothing : .word(Word("tasks.\(kind.rawValue).about")),
            "hasTasks": .flag(!tasks.isEmpty),
            "tasks": .list(tasks.map(model)),
            "partnership": .text(partnership?.rawValue ?? ""),
            "nothing": tasks.isEmpty ? EmptyState("tasks.nothing", "tasks.nothingText").model : .nothing,
            "newest": .maybe(isFirstPage ? nil : url(kind)),
            "older": .maybe(last.map { url(kind, after: $0) }),
        ]
    }

    private func tab(_ kind: TaskKind) -> Model {
        [
            "label": .word(Word("tasks.\(kind.rawValue).title")), "url": .text(url(kind)),
            "count": .number(counts[kind, default: 0]), "isCurrent": .flag(kind == self.kind),
        ]
    }

    private func url(_ kind: TaskKind, after cursor: TaskCursor? = nil) -> String {
        Addresses.tasks.url(query: [
            ("soort", kind.rawValue), ("partnerschap", showsFilter ? partnership?.rawValue ?? "" : ""),
            ("na", cursor?.text ?? ""),
        ])
    }

    private func model(_ task: TaskRecord) -> Model {
        [
            "company": .maybe(task.companyName),
            "detail": .text(task.detail),
            "madeOn": .text(DutchFormat.short(task.madeOn)),
            "partnership": .text(presenter.shortPartnership(task.partnership)),
            "links": .list(links(task).map(\.model)),
            "settle": .text(Addresses.task.url(task.id)),
            "settleLabel": .word(Word("tasks.settleFor", ["company": task.companyName ?? ""])),
        ]
    }

    private func links(_ task: TaskRecord) -> [Link] {
        let recognition = task.recognition.map {
            Link("tasks.toRecognition", url: Addresses.recognition.url($0.rawValue))
        }
        let file = task.application.map { Link("tasks.toFile", url: fileURL($0)) }
        return [recognition, file].compactMap(\.self)
    }
}
