internal import Foundation
internal import TandemSQL

/// What the thread that reads a register hands to the thread that writes it, a few portions at a time: whoever is
/// faster waits, so that a register of any size passes through the same memory.
final class CopyChannel: @unchecked Sendable {
    enum Message {
        case start(rows: Int, lastDigest: [UInt8])
        case rows([SQLRow])
        case endOfTable(TableContent, lastIdentity: Int64?)
    }

    private let condition = NSCondition()
    private var waiting: [Message] = []
    private var isBegun: Set<Side> = []
    private var failure: (any Error)?

    enum Side { case source, target }

    private static let mostWaiting = 4

    /// Marks that one side begins.
    ///
    /// A database may run its work anew after a broken connection, but what went through
    /// here does not come again.
    ///
    /// - Throws: ``CopyRefusal/connectionBroke`` the second time.
    func begin(_ side: Side) throws {
        let isFirst = locked { isBegun.insert(side).inserted }
        if !isFirst { throw CopyRefusal.connectionBroke }
    }

    /// Hands a message over, as soon as there is room for it.
    ///
    /// - Throws: what the other side failed with.
    func send(_ message: Message) throws {
        try locked {
            while failure == nil, waiting.count >= Self.mostWaiting { condition.wait() }
            if let failure { throw failure }
            waiting.append(message)
            condition.broadcast()
        }
    }

    /// Takes the next message, as soon as there is one.
    ///
    /// - Throws: what the other side failed with.
    func receive() throws -> Message {
        try locked {
            while failure == nil, waiting.isEmpty { condition.wait() }
            if let failure { throw failure }
            let message = waiting.removeFirst()
            condition.broadcast()
            return message
        }
    }

    /// Runs one side; where it fails, the other fails too, and neither waits for the other.
    ///
    /// - Throws: what failed first.
    func ending<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
        do { return try await body() } catch {
            throw locked { () -> any Error in
                let first = failure ?? error
                failure = first
                condition.broadcast()
                return first
            }
        }
    }

    private func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
        condition.lock()
        defer { condition.unlock() }
        return try body()
    }
}
