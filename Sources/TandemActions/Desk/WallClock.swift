internal import Foundation
package import TandemDomain

/// What the edges of the program ask for the time; rules are handed a `Day` and never ask.
package struct WallClock: Sendable {
    /// The present moment.
    package let now: @Sendable () -> Instant

    package init(now: @escaping @Sendable () -> Instant) { self.now = now }

    /// The clock of the machine.
    package static let machine = WallClock {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
    }

    /// A clock that stands still at noon in Belgium on `day`.
    package static func stopped(on day: Day) -> WallClock {
        WallClock { Instant(milliseconds: Int64(day.number) * 86_400_000 + 39_600_000) }
    }

    /// The day it is in Belgium.
    package func today() -> Day { Self.day(of: now()) }

    /// The day in Belgium on which a moment lies.
    package static func day(of instant: Instant) -> Day {
        let seconds = Double(instant.milliseconds) / 1000
        let offset = brussels.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
        return Day(number: Int32(((seconds + Double(offset)) / 86_400).rounded(.down)))
    }

    private static let brussels = TimeZone(identifier: "Europe/Brussels") ?? .gmt
}
