internal import Synchronization
package import TandemDomain

/// Whether the server still takes requests, and since when it runs.
package final class ServerState: Sendable {
    package let startedAt: Instant
    private let stopping = Atomic(false)

    package init(startedAt: Instant) { self.startedAt = startedAt }

    /// Whether it was told to stop: it finishes what it has, and wants nothing new.
    package var isStopping: Bool { stopping.load(ordering: .acquiring) }

    package func stop() { stopping.store(true, ordering: .releasing) }
}
