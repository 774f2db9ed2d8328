internal import Foundation
internal import TandemSQL

/// The connection of one thread, opened when it is needed and again when it broke.
final class PostgresLine: @unchecked Sendable {
    let settings: PostgresSettings
    private var connection: PostgresConnection?

    init(_ settings: PostgresSettings) { self.settings = settings }

    /// The connection, opened where there is none; tried again until the deadline.
    ///
    /// - Throws: ``SQLError/unavailable(_:)`` of the last try.
    func open(until deadline: ContinuousClock.Instant) throws -> PostgresConnection {
        if let connection, connection.consequence != .connectionLost { return connection }
        connection = nil
        var pause = 0.05
        while true {
            do {
                let opened = try PostgresConnection(settings)
                connection = opened
                return opened
            } catch let failure as PostgresFailure {
                guard .now + .seconds(pause) < deadline else { throw failure.error }
            } catch let error as SQLError {
                guard .now + .seconds(pause) < deadline else { throw error }
            }
            Thread.sleep(forTimeInterval: pause)
            pause = min(pause * 2, 0.5)
        }
    }

    /// Gives the connection back.
    func close() { connection = nil }
}
