internal import HTTPTypes
internal import Hummingbird
internal import TandemDomain
internal import TandemPlaces

/// `GET /radar/kaart.json`: what a view of the map shows of a search.
struct MapRoutes: Sendable {
    let site: Site
    let search: CompanySearch

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
        let layers = MapLayers(
            query: query,
            question: reading.question,
            present: present,
            view: view,
            zoom: zoom,
            layers: Set(data.all("laag").compactMap(MapLayers.Layer.init)),
            words: site.pages.renderer.words,
            reference: site.reference,
            day: site.today
        )
        return try Response(json: layers.answer)
    }
}
