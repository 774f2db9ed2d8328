internal import Logging
internal import ServiceLifecycle
internal import TandemActions

/// Applies what the law does by itself while the server runs: once at the start, and every minute after.
struct LegalClockWorker: Service {
    let counter: Counter
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await tick()
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// A failure is logged and tried again a minute later: the law waits for nobody, but its days stay right.
    private func tick() async {
        do {
            let report = try await counter.tick()
            if !report.acts.isEmpty { logger.info("legal clock", metadata: ["acts": "\(report.acts.count)"]) }
        } catch {
            logger.error("legal clock failed", metadata: ["error": "\(type(of: error))"])
        }
    }
}
