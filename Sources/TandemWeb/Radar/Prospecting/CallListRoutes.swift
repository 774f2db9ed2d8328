internal import HTTPTypes
internal import Hummingbird
internal import TandemCSV
internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// One page of a call list as the counter and the company register gave it.
struct CallListContent: Sendable {
    /// One more than a page shows, where there is one.
    let rows: [ProspectRow]
    let count: Int
    let colleagues: [CapacityRecord]
    /// The telephones that may be shown: of no natural person, and of nobody who asked not to be called.
    let telephones: [EstablishmentNumber: String]
}

/// The call list of somebody or of his organisation, as a page and as a file.
struct CallListRoutes: Sendable {
    /// How many lines a file has at most.
    private static let mostExported = 5000

    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.prospects.pattern) { request, context in try await show(request, context) }
        router.get(Addresses.prospectExport.pattern) { request, context in try await export(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readRadar, to: .register, context)
        let query = CallListQuery(try FormData(query: request).sent, actor, on: site.today)
        let content = try await content(query, actor, limit: CallListScreen.pageSize + 1)
        let screen = CallListScreen(content: content, query: query, actor: actor, presenter: site.presenter)
        return site.pages.show(screen, request, context)
    }

    private func content(_ query: CallListQuery, _ actor: Actor, limit: Int) async throws -> CallListContent {
        let today = site.today
        guard let filter = query.filter(for: actor, on: today) else {
            return CallListContent(rows: [], count: 0, colleagues: [], telephones: [:])
        }
        let (rows, count, silent) = try await site.read { session in
            let rows = try session.prospects(filter, after: query.cursor, limit: limit)
            let count = try session.prospectCount(filter, upTo: CallListScreen.mostCounted)
            let numbers = rows.flatMap { [$0.prospect.establishment.digits, $0.prospect.enterprise.digits] }
            return (rows, count, Set(try session.doNotCall(numbers).keys))
        }
        let callable = rows.map(\.prospect).filter {
            !$0.isNaturalPerson && !silent.contains($0.establishment.digits) && !silent.contains($0.enterprise.digits)
        }
        return CallListContent(
            rows: rows,
            count: count,
            colleagues: try await site.callers(with: actor),
            telephones: try await telephones(of: callable.map(\.establishment))
        )
    }

    private func telephones(of numbers: [EstablishmentNumber]) async throws -> [EstablishmentNumber: String] {
        guard let snapshot = try await site.companyRegister() else { return [:] }
        let entities = try await snapshot.candidates(of: numbers.map { EntityNumber($0) })
        let pairs = entities.compactMap { entity in
            entity.telephone.map { (EstablishmentNumber(stored: entity.summary.number.digits), $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func export(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.prospect, to: .register, context)
        let query = CallListQuery(try FormData(query: request).sent, actor, on: site.today)
        let content = try await content(query, actor, limit: Self.mostExported)
        let bytes = CallListExport(content: content, presenter: site.presenter, words: site.pages.renderer.words).bytes
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"bellijst-\(site.today.iso).csv\"",
                .xContentTypeOptions: "nosniff",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

/// A call list as CSV: of natural persons the numbers alone, neither name nor how to reach them.
struct CallListExport {
    let content: CallListContent
    let presenter: Presenter
    let words: Words

    private static let columns: [Word] = [
        "prospects.column.establishment", "prospects.column.enterprise", "prospects.column.name",
        "prospects.column.municipality", "prospects.column.telephone", "prospects.column.training",
        "prospects.column.school", "prospects.column.list", "prospects.column.state", "prospects.column.ground",
        "prospects.column.dueOn", "prospects.column.nextStep", "prospects.column.owner",
        "prospects.column.application", "prospects.column.recognition",
    ]

    var bytes: [UInt8] {
        var writer = CSVWriter(separator: .semicolon, withByteOrderMark: true)
        writer.append(Self.columns.map { words($0) })
        for row in content.rows { writer.append(fields(row).map(harmless)) }
        return writer.takeBytes()
    }

    private func fields(_ row: ProspectRow) -> [String] {
        let prospect = row.prospect
        let today = presenter.today
        return [
            prospect.establishment.formatted, prospect.enterprise.formatted,
            prospect.isNaturalPerson ? words("prospects.naturalPerson") : prospect.name, prospect.municipality,
            content.telephones[prospect.establishment] ?? "", presenter.training(prospect.training),
            prospect.provider.map { presenter.organisation(.provider($0)) } ?? "", prospect.listName,
            words(presenter.prospectWord(prospect.state)), prospect.ground.map { words(presenter.ground($0)) } ?? "",
            prospect.dueOn?.iso ?? "", prospect.nextStep, row.ownerName ?? "",
            row.applicationStatus.map { words(presenter.status($0).text) } ?? "",
            row.recognition.map { words(presenter.state($0.state(on: today)).text) } ?? "",
        ]
    }

    /// A text that a spreadsheet would take for a formula begins with a quotation mark.
    private func harmless(_ text: String) -> String {
        guard let first = text.first, "=+-@\t\r".contains(first) else { return text }
        return "'" + text
    }
}
