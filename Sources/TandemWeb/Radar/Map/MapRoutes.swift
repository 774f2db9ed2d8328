internal import HTTPTypes
internal import Hummingbird
internal import TandemDomain
internal import TandemPlaces

/// `GET /radar/kaart.json`: what a view of the map shows of a search.
struct MapRoutes: Sendable {
    let site: Site
    let search: CompanySearch
    let facts: SupplyFactsCache

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.radarMap.pattern) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try site.require(.readRadar, to: .register, context)
        guard let present = try await search.present() else { throw HTTPError(.notFound) }
        let data = try FormData(query: request)
        guard let view = GeoBox(typed: data["zicht"]), let zoom = Int(data["zoom"]), (5...19).contains(zoom) else {
            throw HTTPError(.unprocessableContent)
        }
        let query = CompanyQuery(data)
        let reading = try await search.read(query, present)
        guard reading.errors.isEmpty else { throw reading.errors }
        let asked = Set(data.all("laag").compactMap(MapLayers.Layer.init))
        let layers = MapLayers(
            query: query,
            question: reading.question,
            present: present,
            view: view,
            zoom: zoom,
            layers: asked,
            schools: asked.contains(.schools) ? try await schools(reading.question, present) : [],
            words: site.pages.renderer.words
        )
        return try Response(json: layers.answer)
    }

    private func schools(_ question: CompanyQuestion, _ present: CompanySearch.Present) async throws -> [MapSchool] {
        MapSchool.all(
            try await facts.facts(of: nil, site),
            for: question.training?.code,
            site.reference,
            on: site.today,
            in: present.gazetteer
        )
    }
}
