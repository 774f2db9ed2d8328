internal import HTTPTypes
internal import Hummingbird

/// `GET /health` and `GET /ready`: for what watches over the server and for what spreads requests over several.
struct ProbeRoutes: Sendable {
    let operations: Operations

    func add(to router: some RouterMethods<some RequestContext>) {
        router.get(Addresses.health.pattern) { _, _ in
            let health = await operations.health()
            return plain(health.ok ? .ok : .serviceUnavailable, "application/json; charset=utf-8", health.json)
        }
        router.get(Addresses.ready.pattern) { _, _ in
            await operations.isReady()
                ? plain(.ok, plainText, "ready\n") : plain(.serviceUnavailable, plainText, "not ready\n")
        }
    }
}

/// `GET /metrics`, on the operators' own address alone.
struct MetricsRoutes: Sendable {
    let operations: Operations

    func add(to router: some RouterMethods<some RequestContext>) {
        router.get(Addresses.metrics.pattern) { _, _ in
            plain(.ok, "text/plain; version=0.0.4; charset=utf-8", await operations.metrics())
        }
    }
}

private let plainText = "text/plain; charset=utf-8"

private func plain(_ status: HTTPResponse.Status, _ type: String, _ text: String) -> Response {
    Response(
        status: status,
        headers: [.contentType: type, .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
}
