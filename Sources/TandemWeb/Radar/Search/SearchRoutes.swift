internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import TandemDomain
internal import TandemRegister

/// `GET /radar`: all companies, searched; and what scripts and other programs ask of it.
struct SearchRoutes: Sendable {
    let site: Site
    let search: CompanySearch
    let saved: SavedSearches

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.radar.pattern) { request, context in try await show(request, context) }
        router.get(Addresses.radarExport.pattern) { request, context in try await export(request, context) }
        router.get(Addresses.radarSuggestions.pattern) { request, context in try await suggest(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readRadar, to: .register, context)
        guard let present = try await search.present() else {
            return site.pages.show(NoCompaniesScreen(), request, context)
        }
        let query = CompanyQuery(try FormData(query: request))
        let reading = try await search.read(query, present)
        let isRight = reading.errors.isEmpty
        let found = isRight ? try await search.page(of: reading.question, present) : nil
        let screen = SearchScreen(
            query: query,
            reading: reading,
            found: found,
            saved: try await saved.model(beside: query, total: found?.total, of: actor, present),
            map: MapModel(site: site),
            present: present,
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context, status: isRight ? .ok : .unprocessableContent)
    }

    /// Names and addresses of legal persons as a file: those of natural persons are not handed out.
    private func export(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try site.require(.readRadar, to: .register, context)
        guard let present = try await search.present() else { throw HTTPError(.notFound) }
        let reading = try await search.read(CompanyQuery(FormData(query: request)), present)
        guard reading.errors.isEmpty else { throw reading.errors }
        var question = reading.question
        question.filter.isNaturalPerson = false
        let found = try await search.rows(of: question, present, limit: CompanyTable.mostRows)
        let table = CompanyTable(rows: found.rows, names: present.names, presenter: site.presenter)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"ondernemingen.csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: table.text))
        )
    }

    /// What could be meant by the letters typed so far.
    private func suggest(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try site.require(.readRadar, to: .register, context)
        guard let present = try await search.present() else { throw HTTPError(.notFound) }
        let data = try FormData(query: request)
        let typed = String(data["tekst"].prefix(60))
        let suggestions: [Suggestion]
        switch CompanyQuery.Field(rawValue: data["veld"]) {
        case .municipality:
            suggestions = present.gazetteer.municipalities(typed: typed).prefix(12)
                .map { Suggestion(value: $0.nameDutch, label: $0.label) }
        case .around: suggestions = site.reference.centers(named: typed, on: site.today).prefix(12).map(\.suggestion)
        case .activity:
            suggestions = present.names.codes(withWords: typed).prefix(12)
                .map { Suggestion(value: "\($0)", label: present.names.label(of: $0)) }
        case .text, .training, .isBroad, .radius, .province, .region, .box, .employer, .recognised, .kind, .order,
            .page, nil:
            throw HTTPError(.notFound)
        }
        return try Response(json: suggestions)
    }
}
