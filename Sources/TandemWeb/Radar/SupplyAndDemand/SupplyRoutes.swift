internal import HTTPTypes
internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// Supply and demand: the page, the rows behind its numbers, and the same as a file.
struct SupplyRoutes: Sendable {
    let site: Site
    private let factsCache: SupplyFactsCache
    private let candidatesCache = SupplyCandidatesCache()

    init(site: Site, facts: SupplyFactsCache) {
        self.site = site
        factsCache = facts
    }

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.supplyAndDemand.pattern) { request, context in try await show(request, context) }
        router.get(Addresses.supplyPlaces.pattern) { request, context in try await places(request, context) }
        router.get(Addresses.supplyProviders.pattern) { request, context in try await providers(request, context) }
        router.get(Addresses.supplyWorkbook.pattern) { request, context in
            try await file(request, context, type: SupplyExport.workbookType, ending: "xlsx") { try $0.workbook() }
        }
        router.get(Addresses.supplyCSV.pattern) { request, context in
            try await file(request, context, type: "text/csv; charset=utf-8", ending: "csv") { $0.csv() }
        }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try site.require(.readRadar, to: .register, context)
        let (data, gazetteer) = (try FormData(query: request), try Gazetteer.load())
        let reader = SupplyQueryReader(data, reference: site.reference, gazetteer: gazetteer)
        let result = try await result(reader.query, gazetteer, allCandidates: false)
        let typed = SupplyForm.typed(data, reader.query, gazetteer, isRefused: !reader.errors.isEmpty)
        let screen = SupplyScreen(
            result: result,
            form: Form(typed, errors: reader.errors),
            series: try await series(result),
            outlines: try Outlines.load()
        )
        return reader.errors.isEmpty
            ? site.pages.show(screen, request, context) : site.pages.refuse(screen, request, context)
    }

    private func places(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.require(.readRadar, to: .register, context)
        let (result, region) = try await list(request)
        let trainings = result.query.trainings(site.reference, on: result.facts.day)
        var points = PostalPoints(result.gazetteer, in: region)
        let all = result.facts.places.filter {
            trainings.contains($0.training) && points.place($0.postalCode) != nil
        }
        let pagination = Self.pagination(all.count, result.query, Addresses.supplyPlaces)
        let page = all.dropFirst((pagination.page - 1) * SupplyPlacesScreen.pageSize).prefix(
            SupplyPlacesScreen.pageSize
        )
        let ids = page.map(\.recognition)
        let rows = try await site.read(.mayLag) { try $0.placeRows(ids) }
        let screen = SupplyPlacesScreen(
            result: result,
            rows: rows.sorted { $0.recognition.rawValue < $1.recognition.rawValue },
            count: all.count,
            pagination: pagination,
            actor: actor
        )
        return site.pages.show(screen, request, context)
    }

    private func providers(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try site.require(.readRadar, to: .register, context)
        let (result, region) = try await list(request)
        let trainings = result.query.trainings(site.reference, on: result.facts.day)
        var points = PostalPoints(result.gazetteer, in: region)
        let offers = result.facts.offers.filter {
            trainings.contains($0.training) && points.place($0.postalCode) != nil
        }
        let pagination = Self.pagination(offers.count, result.query, Addresses.supplyProviders)
        let sorted = offers.sorted { ($1.enrolled, $0.providerName) < ($0.enrolled, $1.providerName) }
        let page = sorted.dropFirst((pagination.page - 1) * SupplyPlacesScreen.pageSize)
            .prefix(SupplyPlacesScreen.pageSize)
        let screen = SupplyProvidersScreen(
            result: result,
            offers: Array(page),
            providers: Set(offers.map(\.provider)).count,
            learners: offers.reduce(0) { $0 + $1.enrolled },
            pagination: pagination
        )
        return site.pages.show(screen, request, context)
    }

    private static func pagination(_ count: Int, _ query: SupplyQuery, _ address: Address) -> Pagination {
        Pagination(page: query.page, size: SupplyPlacesScreen.pageSize, total: count) { page in
            address.url(query: query.narrowing + [("pagina", String(page))])
        }
    }

    private func file(
        _ request: Request,
        _ context: AppRequestContext,
        type: String,
        ending: String,
        _ bytes: (SupplyExport) throws -> [UInt8]
    ) async throws -> Response {
        try site.require(.readRadar, to: .register, context)
        let gazetteer = try Gazetteer.load()
        let reader = SupplyQueryReader(try FormData(query: request), reference: site.reference, gazetteer: gazetteer)
        let result = try await result(reader.query, gazetteer, allCandidates: true)
        return Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: "attachment; filename=\"vraag-en-aanbod-\(result.facts.day.iso).\(ending)\"",
                .xContentTypeOptions: "nosniff", .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try bytes(SupplyExport(result: result))))
        )
    }
}

// What the pages show.
extension SupplyRoutes {
    /// The rows behind a number need no candidates.
    private func list(_ request: Request) async throws -> (SupplyResult, SupplyRegion) {
        let gazetteer = try Gazetteer.load()
        let reader = SupplyQueryReader(try FormData(query: request), reference: site.reference, gazetteer: gazetteer)
        let result = try await result(reader.query, gazetteer, allCandidates: nil)
        return (result, reader.query.region)
    }

    /// The numbers, with candidates for every row or for those of the page alone; nothing asks for none.
    private func result(
        _ query: SupplyQuery,
        _ gazetteer: Gazetteer,
        allCandidates: Bool?
    ) async throws -> SupplyResult {
        let facts = try await factsCache.facts(of: query.day, site)
        let analysis = SupplyAnalysis(
            facts,
            trainings: query.trainings(site.reference, on: facts.day),
            in: query.region,
            reference: site.reference,
            gazetteer: gazetteer
        )
        let presenter = site.presenter
        let rows = query.order.sorted(analysis.rows, name: presenter.training)
        let register = try await site.companyRegister()
        func result(_ candidates: [TrainingCode: Int]) -> SupplyResult {
            SupplyResult(
                query: query,
                facts: facts,
                analysis: analysis,
                rows: rows,
                candidates: candidates,
                extract: register?.identity,
                gazetteer: gazetteer,
                presenter: presenter,
                words: site.pages.renderer.words
            )
        }
        guard let register, let allCandidates else { return result([:]) }
        let shown = (allCandidates ? rows[...] : result([:]).page).map(\.training)
        let candidates = SupplyCandidates(
            register: register,
            facts: facts,
            region: query.region,
            reference: site.reference,
            today: site.today
        )
        return result(await candidatesCache.counts(candidates, of: shown + [query.training].compactMap(\.self)))
    }

    private func series(_ result: SupplyResult) async throws -> SupplySeries? {
        guard let training = result.query.training else { return nil }
        let (facts, region, gazetteer) = (result.facts, result.query.region, result.gazetteer)
        return try await site.read(.mayLag) { try SupplySeries(of: training, facts, in: region, gazetteer, $0) }
    }
}
