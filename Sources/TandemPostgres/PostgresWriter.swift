internal import Foundation
internal import TandemSQL

/// Writes on one connection, one job after the other under a lock that all servers share.
///
/// Every act adds to one chain of events, so that acts follow one another whatever the database could do at once. What
/// waits meanwhile is written in the same transaction as soon as the lock is free, each job behind a savepoint of its own:
/// under load one wait for the disk serves many.
///
/// Before each commit the number of this write is noted in the same transaction. Where the connection breaks while the
/// commit is on its way, the next connection reads the number and knows whether it arrived.
final class PostgresWriter: @unchecked Sendable {
    private let line: PostgresLine
    private let name = UUID().uuidString
    private var lastWrite: Int64 = 0
    private var hasMark = false

    static let portion = 32

    init(_ line: PostgresLine) { self.line = line }

    func perform(_ jobs: [PostgresJob]) {
        let deadline = ContinuousClock.now + line.settings.patience
        let started = jobs.filter { job in
            if job.start(cancelledBy: nil) { return true }
            job.end(.success(()))
            return false
        }
        if started.isEmpty { return }
        while true {
            var used: PostgresConnection?
            do {
                let connection = try line.open(until: deadline)
                used = connection
                let results = try write(started, on: connection)
                for (job, result) in zip(started, results) { job.end(result) }
                return
            } catch {
                // Nothing of it was kept, so that it may be done again, as long as anybody waits.
                let isKnown = error as? SQLError != .unknownOutcome
                if let used, isKnown, used.consequence != .none, .now < deadline { continue }
                for job in started { job.end(.failure(error)) }
                return
            }
        }
    }

    /// Runs the jobs in one transaction, and says how each ended once it is kept.
    ///
    /// - Throws: ``SQLError`` where nothing was kept.
    private func write(_ jobs: [PostgresJob], on connection: PostgresConnection) throws -> [Result<Void, any Error>] {
        connection.begin(Self.opening)
        do {
            try findMarks(on: connection)
            if jobs.count == 1 {
                try jobs[0].run(session(connection))
                try commit(connection)
                return [.success(())]
            }
            let results = try jobs.map { try run($0, behindSavepointOn: connection) }
            try commit(connection)
            return results
        } catch {
            if connection.consequence != .connectionLost { try? connection.rollBack() }
            throw error
        }
    }

    private func run(
        _ job: PostgresJob,
        behindSavepointOn connection: PostgresConnection
    ) throws -> Result<Void, any Error> {
        connection.defer_("SAVEPOINT act")
        do {
            try job.run(session(connection))
            return .success(())
        } catch {
            // Where the transaction or the connection is lost, the other jobs are too.
            if connection.consequence != .none { throw error }
            _ = try connection.run(["ROLLBACK TO SAVEPOINT act"])
            return .failure(error)
        }
    }

    private func session(_ connection: PostgresConnection) -> PostgresSession {
        PostgresSession(connection: connection, settings: line.settings)
    }

    // MARK: The commit and its number

    private func commit(_ connection: PostgresConnection) throws {
        lastWrite += 1
        do {
            let results = try connection.run((hasMark ? [mark] : []) + ["COMMIT"])
            guard results.last?.command == "COMMIT" else {
                throw SQLError.other(code: "25P02", message: "a failed statement was passed over")
            }
        } catch {
            guard connection.consequence == .connectionLost else { throw error }
            guard try didArrive() else { throw error }
        }
    }

    private var mark: PostgresCommand {
        PostgresCommand(
            """
            INSERT INTO write_mark (writer, last_write, opened_at) VALUES (\(name), \(lastWrite), now())
            ON CONFLICT (writer) DO UPDATE SET last_write = excluded.last_write
            """
        )
    }

    /// Whether the last commit was kept, read by another connection under the lock, which the broken one holds no more.
    ///
    /// - Throws: ``SQLError/unknownOutcome`` where no server tells in time.
    private func didArrive() throws -> Bool {
        guard hasMark else { throw SQLError.unknownOutcome }
        do {
            let connection = try line.open(until: .now + line.settings.patience)
            connection.begin(Self.opening)
            let result = try connection.run("SELECT last_write FROM write_mark WHERE writer = \(name)")
            let found = try result.rowCount == 1 && result.row(0).int(0) == Int(lastWrite)
            try connection.rollBack()
            return found
        } catch {
            throw SQLError.unknownOutcome
        }
    }

    /// Looks whether the schema has a place for the numbers, and makes room in it.
    private func findMarks(on connection: PostgresConnection) throws {
        if hasMark { return }
        let found = try connection.run("SELECT CAST(to_regclass('write_mark') AS TEXT)")
        guard try !found.row(0).isNull(0) else { return }
        _ = try connection.run("DELETE FROM write_mark WHERE opened_at < now() - interval '30 days'")
        hasMark = true
    }

    /// Any number that no other program uses for its locks: "tandem" in letters.
    private static let opening: [PostgresCommand] = ["BEGIN", "SELECT pg_advisory_xact_lock(127987077933677)"]
}
