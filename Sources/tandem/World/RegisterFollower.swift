internal import Logging
internal import ServiceLifecycle
internal import TandemActions
internal import TandemOperations
internal import TandemRegister
internal import TandemWeb

/// Lets the counter follow the company register while the server runs: once at the start, and every minute after.
struct RegisterFollower: Service {
    let counter: Counter
    let companies: CompanyRegister
    let operations: Operations
    let measures: FollowMeasures

    /// A batch that was begun is finished; no other is begun once the server was told to stop.
    func run() async throws {
        while !operations.state.isStopping, !Task.isShuttingDownGracefully, !Task.isCancelled {
            await follow()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }
        }
        // Who ends before being told to would stop the rest of the server.
        try? await gracefulShutdown()
    }

    /// A failure is logged and tried again a minute later.
    private func follow() async {
        let state = operations.state
        do {
            guard let register = try await companies.current(),
                let report = try await counter.follow(register, while: { !state.isStopping })
            else { return }
            tell(report)
        } catch let many as TooManyEnds {
            measures.ran(.refused)
            operations.logger.error(
                "company register not followed",
                metadata: [
                    "extract": .stringConvertible(many.extract), "ended": .stringConvertible(many.ended),
                    "linked": .stringConvertible(many.linked), "do": "tandem register follow --accept-many",
                ]
            )
        } catch is CancellationError {
            // The server ends for another reason, which it tells itself.
        } catch {
            measures.ran(.failed)
            operations.logger.error("company register not followed", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func tell(_ report: FollowReport) {
        switch report.outcome {
        case .alreadyFollowed: return measures.ran(.idle)
        case .busy: return measures.ran(.busy)
        case .followed, .unfinished: break
        }
        measures.ran(.done, ended: report.ended, changed: report.changed)
        operations.logger.info(
            "company register followed",
            metadata: [
                "extract": .stringConvertible(report.extract), "compared": .stringConvertible(report.compared),
                "changed": .stringConvertible(report.changed), "ended": .stringConvertible(report.ended),
                "discontinued": .stringConvertible(report.discontinued), "tasks": .stringConvertible(report.tasks),
            ]
        )
    }
}
