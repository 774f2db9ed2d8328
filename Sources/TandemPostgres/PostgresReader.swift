internal import TandemSQL

/// Reads on one connection: each job in a transaction of its own that sees one state and changes nothing.
struct PostgresReader: Sendable {
    let line: PostgresLine

    func perform(_ job: PostgresJob) {
        let deadline = ContinuousClock.now + line.settings.patience
        while true {
            var used: PostgresConnection?
            do {
                let connection = try line.open(until: deadline)
                used = connection
                guard job.start(cancelledBy: connection.canceller) else { return job.end(.success(())) }
                try read(job, on: connection)
                return job.end(.success(()))
            } catch {
                // What reads changes nothing: it may always be done again, as long as anybody waits.
                if let used, used.consequence != .none, .now < deadline { continue }
                return job.end(.failure(error))
            }
        }
    }

    private func read(_ job: PostgresJob, on connection: PostgresConnection) throws {
        connection.begin(["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"])
        do {
            try job.run(PostgresSession(connection: connection, settings: line.settings))
        } catch {
            if connection.consequence != .connectionLost { try? connection.rollBack() }
            throw error
        }
        // Nobody waits for the end of a reading; its answer is read before the next one.
        try connection.runUnread(["COMMIT"])
    }
}
