internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The letters, one by one.
struct LetterRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.letter.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let id = try Addresses.letter.parameter(of: context)
        let found = try await site.read { session in
            try session.letter(id).map { letter in
                let mandates = try session.mandates(of: letter.company).map(\.mandate)
                return (letter, Subject(company: letter.company, competent: letter.partnership, mandates: mandates))
            }
        }
        guard let (letter, subject) = found, actor.mayReadLetters(about: subject, on: site.today) else {
            throw Refusal.notFound
        }
        let screen = LetterScreen(
            letter: letter,
            presenter: site.presenter,
            fileURL: letter.application.map(actor.fileURL),
            showsOutbox: actor.may(.readOutbox, to: subject, on: site.today)
        )
        return site.pages.show(screen, request, context)
    }
}
