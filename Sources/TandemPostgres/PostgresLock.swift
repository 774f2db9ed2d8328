internal import Foundation
internal import TandemSQL

/// A lock by name that lasts as long as its connection: where the server that holds it dies, it is free at once.
final class PostgresLock: @unchecked Sendable {
    private let line: PostgresLine
    private let name: String

    init(_ line: PostgresLine, _ name: String) {
        self.line = line
        self.name = name
    }

    /// - Returns: whether the lock was free.
    /// - Throws: ``SQLError``.
    func take() throws -> Bool {
        let connection = try line.open(until: .now + line.settings.patience)
        connection.begin([])
        let result = try connection.run("SELECT pg_try_advisory_lock(hashtextextended(\(name), 0))")
        let isMine = try result.row(0).flag(0)
        if !isMine { line.close() }
        return isMine
    }

    /// Gives it back with the connection.
    func give() { line.close() }
}

/// Runs something that waits with its thread.
func onThreadOfItsOwn<Result: Sendable>(_ body: @Sendable @escaping () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Swift.Result { try body() }) }.start()
    }
}

/// Runs something that waits with its thread and cannot fail.
func onThreadOfItsOwn(_ body: @Sendable @escaping () -> Void) async {
    await withCheckedContinuation { continuation in
        Thread {
            body()
            continuation.resume()
        }
        .start()
    }
}
