internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The log of one file: every event, with all that it holds.
struct EventsRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.events.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let id = Identifier<RecognitionApplication>(try Addresses.events.parameter(of: context))
        _ = try site.actor(context)
        let log = try await site.read { session -> FileLog? in
            guard let file = try session.application(id), let company = try session.company(file.company) else {
                return nil
            }
            let recognition = try session.recognition(of: id)
            return FileLog(
                file: file,
                companyName: company.details.name,
                subject: file.subject(mandates: try session.mandates(of: file.company)),
                ofFile: try session.events(ofApplication: id),
                ofRecognition: try recognition.map { try session.events(ofRecognition: $0.id) } ?? []
            )
        }
        guard let log else { throw Refusal.notFound }
        try site.require(.readEvents, to: log.subject, context)
        return site.pages.show(EventsScreen(log: log, presenter: site.presenter), request, context)
    }
}

/// What happened to a file and to the recognition that followed.
struct FileLog: Sendable {
    let file: ApplicationRecord
    let companyName: String
    let subject: Subject
    let ofFile: [EventRecord]
    let ofRecognition: [EventRecord]

    /// All of it in the order of the chain.
    var events: [EventRecord] { (ofFile + ofRecognition).sorted { $0.id < $1.id } }
}
