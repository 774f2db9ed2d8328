internal import Hummingbird
internal import ServiceLifecycle
internal import TandemWeb

/// A server that says in words for an operator why it cannot listen.
struct Listener<Server: ApplicationProtocol>: Service {
    let server: Server
    let listening: Listening

    func run() async throws {
        do {
            try await server.run()
        } catch {
            throw CannotListen(error, on: listening) ?? error
        }
    }
}
