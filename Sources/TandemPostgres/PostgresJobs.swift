internal import Foundation
internal import TandemSQL

/// The jobs of a pool, first come first served, and the threads that do them.
///
/// libpq waits for the server with the thread that asks, which the threads of the concurrency library must never do.
final class PostgresJobs: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [PostgresJob] = []
    private var inUse = 0
    private var isClosed = false
    private let threads = DispatchGroup()

    /// How many jobs wait, and how many threads are at work.
    var use: (inUse: Int, waiting: Int) { locked { (inUse, waiting.count) } }

    /// Adds a job.
    ///
    /// - Returns: whether it was taken; not where the pool was closed.
    func add(_ job: PostgresJob) -> Bool {
        locked {
            if isClosed { return false }
            waiting.append(job)
            condition.signal()
            return true
        }
    }

    /// Starts a thread that does `portion` jobs at a time until the pool is closed.
    func startThread(_ name: String, portion: Int, _ work: @Sendable @escaping ([PostgresJob]) -> Void) {
        threads.enter()
        let thread = Thread { [self] in
            while let jobs = take(upTo: portion) {
                work(jobs)
                locked { inUse -= 1 }
            }
            threads.leave()
        }
        thread.name = name
        thread.start()
    }

    /// Lets the threads end when the jobs that wait are done.
    func close() {
        locked {
            isClosed = true
            condition.broadcast()
        }
    }

    /// Waits until every thread has ended.
    func ended() async {
        await withCheckedContinuation { continuation in
            threads.notify(queue: .global()) { continuation.resume() }
        }
    }

    private func take(upTo portion: Int) -> [PostgresJob]? {
        locked {
            while waiting.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            let jobs = Array(waiting.prefix(portion))
            waiting.removeFirst(jobs.count)
            inUse += 1
            return jobs
        }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }
}
