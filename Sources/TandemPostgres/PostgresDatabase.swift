internal import Synchronization
package import TandemSQL

/// The register on PostgreSQL: several readers beside one writer, and beside the writers of other servers.
package final class PostgresDatabase: SQLDatabase {
    package let dialect = SQLDialect.postgresql
    package let settings: PostgresSettings
    private let readings = PostgresJobs()
    private let writings = PostgresJobs()

    /// Prepares the threads; connections are opened when they are needed.
    package init(_ settings: PostgresSettings) {
        self.settings = settings
        for number in 1...max(1, settings.readers) {
            let reader = PostgresReader(line: PostgresLine(settings))
            readings.startThread("tandem-reader-\(number)", portion: 1) { jobs in jobs.forEach(reader.perform) }
        }
        let writer = PostgresWriter(PostgresLine(settings))
        writings.startThread("tandem-writer", portion: PostgresWriter.portion) { writer.perform($0) }
    }

    deinit {
        readings.close()
        writings.close()
    }

    /// Opens one connection, to tell at once what would else be told to the first visitor.
    ///
    /// - Throws: ``SQLError/unavailable(_:)`` with what the server or libpq said.
    package func connect() async throws {
        let settings = settings
        try await onThreadOfItsOwn { _ = try PostgresLine(settings).open(until: .now) }
    }

    package var poolUse: SQLPoolUse {
        let (reading, writing) = (readings.use, writings.use)
        return SQLPoolUse(
            size: max(1, settings.readers) + 1,
            inUse: reading.inUse + writing.inUse,
            waiting: reading.waiting + writing.waiting
        )
    }

    package func read<Result: Sendable>(
        _ freshness: SQLFreshness,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await perform(in: readings, body)
    }

    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await perform(in: writings, body)
    }

    package func exclusively<Result: Sendable>(
        _ name: String,
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result? {
        let lock = PostgresLock(PostgresLine(settings), name)
        guard try await onThreadOfItsOwn({ try lock.take() }) else { return nil }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await onThreadOfItsOwn { lock.give() }
        return try result.get()
    }

    package func refreshStatistics() async throws {
        var settings = settings
        settings.purpose = .maintenance
        try await Self.outsideTransactions("VACUUM (ANALYZE)", settings)
    }

    package func close() async throws {
        readings.close()
        writings.close()
        await writings.ended()
        await readings.ended()
    }

    private func perform<Result: Sendable>(
        in jobs: PostgresJobs,
        _ body: @Sendable @escaping (any SQLSession) throws -> Result
    ) async throws -> Result {
        let box = Box<Result>()
        let current = Mutex<PostgresJob?>(nil)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let job = PostgresJob(run: { box.value = try body($0) }, finish: { continuation.resume(with: $0) })
                current.withLock { $0 = job }
                if Task.isCancelled { job.callOff() }
                if !jobs.add(job) { job.end(.failure(SQLError.unavailable("the connections are closed"))) }
            }
        } onCancel: {
            current.withLock { $0 }?.callOff()
        }
        guard let result = box.value else { throw CancellationError() }
        return result
    }
}

/// Where a job leaves its result; written by the thread that runs it before whoever waits reads it.
private final class Box<Value>: @unchecked Sendable {
    var value: Value?
}
