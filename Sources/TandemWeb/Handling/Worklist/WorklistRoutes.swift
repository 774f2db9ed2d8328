package import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// `GET /werkbak`: the files that wait, the most urgent first.
package struct WorklistRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.worklist.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readWorklist, to: .register, context)
        let query = WorklistQuery(request)
        let view = WorklistView(query, of: actor)
        let today = site.today
        let content = try await site.read { session in
            try session.worklistPage(query, partnership: view.partnership, for: actor, on: today)
        }
        let screen = WorklistScreen(query: query, view: view, content: content, actor: actor, presenter: site.presenter)
        return site.pages.show(screen, request, context)
    }
}

/// Whose files somebody sees: the partnership that is shown, and whether another may be chosen.
struct WorklistView: Hashable, Sendable {
    /// Who sees everything chooses; others see the files of their own partnership.
    let mayChoose: Bool
    /// The partnership whose files somebody handles; nothing where he only oversees.
    let own: PartnershipCode?
    /// Nothing where the files of all are shown.
    let partnership: PartnershipCode?

    init(_ query: WorklistQuery, of actor: Actor) {
        mayChoose = actor.role.seesAllPartnerships
        own = actor.role.handlesFiles ? actor.partnership : nil
        guard mayChoose else {
            // Nobody without a partnership gets here by right; an unknown one has no files.
            partnership = actor.partnership ?? PartnershipCode("")
            return
        }
        partnership =
            switch query.scope {
            case .own: own
            case .all: nil
            case .partnership(let code): code
            }
    }
}

extension Role {
    /// Whether somebody in this role decides on files.
    var handlesFiles: Bool {
        switch self {
        case .handler, .department: true
        case .legalRepresentative, .companyEmployee, .providerCounsellor, .sectorConsultant, .workplaceCounsellor,
            .voter, .appealsSecretary, .auditor, .system:
            false
        }
    }

    /// Whether somebody in this role reads the files of every partnership.
    fileprivate var seesAllPartnerships: Bool {
        switch self {
        case .department, .appealsSecretary, .auditor: true
        case .legalRepresentative, .companyEmployee, .providerCounsellor, .sectorConsultant, .workplaceCounsellor,
            .handler, .voter, .system:
            false
        }
    }
}

/// One page of the worklist as the register gave it.
struct WorklistContent: Sendable {
    /// How many lines a page has.
    static let pageSize = 50
    /// Beyond so many, the exact number of files says nothing to somebody who has to begin with the first.
    static let countedUpTo = 1000

    let rows: [WorklistRow]
    let hasMore: Bool
    let count: Int
    /// How many files wait by status, each counted a little beyond ``countedUpTo`` and no further.
    let openCounts: [ApplicationStatus: Int]
    /// The establishment that the list is narrowed to, where it is.
    let establishment: EstablishmentRecord?
    /// The files of this page on which the person cast his vote.
    let voted: Set<Identifier<RecognitionApplication>>
}

extension SQLSession {
    /// The page that is asked: as many statements whatever the page holds.
    ///
    /// - Throws: ``SQLError``.
    func worklistPage(
        _ query: WorklistQuery,
        partnership: PartnershipCode?,
        for actor: Actor,
        on day: Day
    ) throws -> WorklistContent {
        let size = WorklistContent.pageSize
        let filter = query.filter(partnership: partnership, account: actor.account, on: day)
        let limit = WorklistContent.countedUpTo + 1
        let isSearch = !query.search.isEmpty
        let found =
            try isSearch
            ? files(matching: query.search, partnership: partnership, limit: size + 1)
            : worklist(filter, after: query.cursor, limit: size + 1)
        let rows = Array(found.prefix(size))
        return WorklistContent(
            rows: rows,
            hasMore: found.count > size,
            count: try isSearch ? rows.count : worklistCount(filter, upTo: limit),
            openCounts: try openCounts(of: partnership, upTo: limit),
            establishment: try query.establishment.flatMap { try establishment($0) },
            voted: try actor.role == .voter ? votes(by: actor.account, on: rows.map(\.application.id)) : []
        )
    }
}
