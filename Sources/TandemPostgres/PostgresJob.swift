internal import Synchronization
internal import TandemSQL

/// A reading or a writing that waits for a connection, runs on it, and tells how it ended.
final class PostgresJob: Sendable {
    /// Does the work; where the connection breaks it may be asked to do it again.
    let run: @Sendable (any SQLSession) throws -> Void
    private let finish: @Sendable (Result<Void, any Error>) -> Void
    private let state = Mutex(State.waiting)

    private enum State {
        case waiting
        case running(PostgresCanceller?)
        case calledOff
        case done
    }

    init(
        run: @Sendable @escaping (any SQLSession) throws -> Void,
        finish: @Sendable @escaping (Result<Void, any Error>) -> Void
    ) {
        self.run = run
        self.finish = finish
    }

    /// Marks the job as running, unless it was called off; whoever calls it off from now on also stops the server.
    func start(cancelledBy canceller: PostgresCanceller?) -> Bool {
        state.withLock { state in
            switch state {
            case .waiting, .running:
                state = .running(canceller)
                return true
            case .calledOff, .done: return false
            }
        }
    }

    /// Calls the job off: it does not begin any more, or its statement is ended at the server.
    func callOff() {
        let canceller = state.withLock { state -> PostgresCanceller? in
            switch state {
            case .waiting:
                state = .calledOff
                return nil
            case .running(let canceller):
                state = .calledOff
                return canceller
            case .calledOff, .done: return nil
            }
        }
        canceller?.cancel()
    }

    /// Tells how it ended, once.
    func end(_ result: Result<Void, any Error>) {
        let wasCalledOff = state.withLock { state in
            switch state {
            case .waiting, .running:
                state = .done
                return false
            case .calledOff:
                state = .done
                return true
            case .done: return false
            }
        }
        finish(wasCalledOff ? .failure(CancellationError()) : result)
    }
}
