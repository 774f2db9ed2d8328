internal import Foundation
internal import GRDB
internal import TandemSQL

extension SQLiteDatabase {
    /// Opens a file to look at it alone: nothing is written, not even beside it.
    ///
    /// - Throws: ``SQLError/unavailable(_:)`` where the file cannot be opened or is no database.
    package init(lookingAt path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        self.init(try translatingErrors { try DatabaseQueue(path: path, configuration: configuration) })
    }

    /// Copies the register as it is at this moment into a new file, while others go on reading and writing.
    ///
    /// - Throws: ``SQLError``.
    package func backUp(to path: String) async throws {
        let writer = writer
        try await onThreadOfItsOwn {
            let copy = try DatabaseQueue(path: path)
            try writer.backup(to: copy)
            try Self.settle(copy)
        }
    }

    /// Brings what lies beside a file of a register into the file itself, so that it can be moved as one.
    ///
    /// - Throws: ``SQLError/busy`` where somebody uses it.
    package static func settle(_ path: String) async throws {
        try await onThreadOfItsOwn { try settle(DatabaseQueue(path: path)) }
    }

    private static func settle(_ file: DatabaseQueue) throws {
        try file.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try file.close()
    }

    /// What is damaged in the file, in the words of SQLite; nothing where it is sound.
    ///
    /// - Throws: ``SQLError`` where not even that can be told.
    package func damages() async throws -> [String] {
        let writer = writer
        do {
            return try await translatingErrorsAsync {
                try await writer.read { database in
                    let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
                    let lost = try Row.fetchAll(
                        database,
                        sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"
                    )
                    return found + lost.map { "\($0[0] as String): a row refers to one that is not there" }
                }
            }
        } catch SQLError.unavailable(let message) { return [message] }
    }
}

/// Runs something that waits with its thread.
private func onThreadOfItsOwn(_ body: @Sendable @escaping () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        Thread { continuation.resume(with: Result { try translatingErrors(body) }) }.start()
    }
}
