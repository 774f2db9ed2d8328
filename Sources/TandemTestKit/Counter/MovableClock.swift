internal import Synchronization
package import TandemActions
package import TandemDomain

/// A clock that stands still until a test moves it.
package final class MovableClock: Sendable {
    private let present: Mutex<Instant>

    /// Stands still at noon in Belgium on `day`.
    package init(on day: Day) { present = Mutex(WallClock.stopped(on: day).now()) }

    package var wallClock: WallClock { WallClock { self.present.withLock { $0 } } }

    package var today: Day { wallClock.today() }

    /// Moves to noon on `day`.
    package func move(to day: Day) {
        let noon = WallClock.stopped(on: day).now()
        present.withLock { $0 = noon }
    }

    /// Moves so many days on.
    package func advance(days: Int) { move(to: today.adding(days: days)) }
}
