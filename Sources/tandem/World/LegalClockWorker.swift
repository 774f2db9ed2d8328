internal import Logging
internal import ServiceLifecycle
internal import TandemActions
internal import TandemOperations
internal import TandemWeb

/// Applies what the law does by itself while the server runs: once at the start, and every minute after.
struct LegalClockWorker: Service {
    let counter: Counter
    let operations: Operations
    let measures: ClockMeasures

    /// A batch that was begun is finished; no other is begun once the server was told to stop.
    func run() async throws {
        while !operations.state.isStopping, !Task.isShuttingDownGracefully, !Task.isCancelled {
            await tick()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }
        }
        // Who ends before being told to would stop the rest of the server.
        try? await gracefulShutdown()
    }

    /// A failure is logged and tried again a minute later: the law waits for nobody, but its days stay right.
    private func tick() async {
        let state = operations.state
        do {
            let report = try await counter.tick { !state.isStopping }
            let acts = Dictionary(report.acts.map { ($0.name, 1) }, uniquingKeysWith: +)
            measures.ran(report.wasBusy ? .busy : .done, acts: acts)
            if !acts.isEmpty {
                operations.logger.info("legal clock", metadata: acts.mapValues { .stringConvertible($0) })
            }
        } catch is CancellationError {
            // The server ends for another reason, which it tells itself.
        } catch {
            measures.ran(.failed)
            operations.logger.error("legal clock failed", metadata: ["error": "\(type(of: error))"])
        }
    }
}

extension LegalAct {
    /// The kind of the act as metrics and logs name it.
    fileprivate var name: String {
        switch self {
        case .lapse: "approve_by_law"
        case .withdrawWithoutMentor: "withdraw_without_mentor"
        case .expiryNotice: "expiry_notice"
        case .removeExtract: "remove_extract"
        }
    }
}
