package import Hummingbird
internal import HTTPTypes

/// `GET /assets/tandem.css?v=…`: style sheet, script and images, which a browser may keep for a year.
package struct AssetRoutes: Sendable {
    private let assets: Assets

    package init(_ assets: Assets) { self.assets = assets }

    package func add(to router: some RouterMethods<some RequestContext>) {
        router.get("/assets/:name") { request, context in
            try respond(to: request, name: context.parameters.require("name"))
        }
    }

    private func respond(to request: Request, name: String) throws -> Response {
        guard let asset = assets[name] else { throw HTTPError(.notFound) }
        let tag = "\"\(asset.digest)\""
        // Only the address that carries the digest stays right for ever.
        let isCurrent = request.uri.queryParameters.get("v") == asset.digest
        let headers: HTTPFields = [
            .contentType: asset.contentType, .eTag: tag,
            .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "public, no-cache",
        ]
        guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}
