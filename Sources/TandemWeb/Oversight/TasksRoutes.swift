internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Work that follows from an act and waits for somebody.
struct TasksRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.tasks.pattern) { request, context in try await show(request, context) }
        router.post(Addresses.task.pattern) { _, context in try await settle(context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let query = request.uri.queryParameters
        let partnership = actor.listedPartnership(asked: query["partnerschap"].map(String.init))
        try site.require(.settleTask, to: Subject(competent: partnership), context)
        let counts = try await site.read { try $0.openTaskCounts(of: partnership) }
        let asked = query["soort"].flatMap { TaskKind(rawValue: String($0)) }
        let kind = asked ?? TaskKind.allCases.first { counts[$0, default: 0] > 0 } ?? .confirmNewMentor
        let cursor = TaskCursor(text: query["na"].map(String.init) ?? "")
        let tasks = try await site.read { session in
            try session.openTasks(of: partnership, kind: kind, after: cursor, limit: TasksScreen.pageSize + 1)
        }
        let shown = Array(tasks.prefix(TasksScreen.pageSize))
        let screen = TasksScreen(
            tasks: shown,
            kind: kind,
            counts: counts,
            partnership: partnership,
            showsFilter: actor.choosesPartnership,
            isFirstPage: cursor == nil,
            last: tasks.count > shown.count ? shown.last?.cursor : nil,
            fileURL: actor.fileURL,
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context)
    }

    private func settle(_ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let id = try Addresses.task.parameter(of: context)
        let kind = try await site.read { try $0.task(id)?.kind }
        try await site.counter.settleTask(id, by: actor)
        let url = Addresses.tasks.url(query: [
            ("soort", kind?.rawValue ?? ""),
            ("partnerschap", actor.choosesPartnership ? context.form["partnerschap"] : ""),
        ])
        return site.pages.redirect(to: url, flash: .success("tasks.settled"))
    }
}
