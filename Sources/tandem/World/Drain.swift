internal import ServiceLifecycle
internal import TandemWeb

/// Tells the rest of the server the moment it has to stop, and gives a load balancer the time to see it.
struct Drain: Service {
    let state: ServerState
    let seconds: Int

    func run() async throws {
        await withGracefulShutdownHandler {
            try? await gracefulShutdown()
        } onGracefulShutdown: {
            state.stop()
        }
        guard seconds > 0, !Task.isCancelled else { return }
        try? await Task.sleep(for: .seconds(seconds))
    }
}
