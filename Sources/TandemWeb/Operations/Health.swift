internal import Foundation
internal import TandemDomain
internal import TandemOperations
internal import TandemStore

/// How the server is, for who watches over it: no name, no address, no secret.
struct Health: Encodable, Sendable {
    let ok: Bool
    let version: String
    let stopping: Bool
    let database: Database
    let legalClock: LegalClock?
    let outbox: Outbox?

    struct Database: Encodable, Sendable { let ok: Bool }

    struct LegalClock: Encodable, Sendable {
        let ok: Bool
        let through: String?
        let at: String?
        let ageSeconds: Int64?
    }

    struct Outbox: Encodable, Sendable {
        let letters: Int
        let isMore: Bool
        let oldestAgeSeconds: Int64?
    }

    /// The longest time since the law was last applied, and the time that a server gets to do so after it started.
    static let oldestTick: Int64 = 15 * 60 * 1000

    /// How the server is at `now`, by what was read; nothing where the database did not answer in time.
    init(_ pulse: Pulse?, _ state: ServerState, at now: Instant) {
        database = Database(ok: pulse != nil)
        version = Program.version
        stopping = state.isStopping
        let clock = pulse.map { LegalClock($0.tick, startedAt: state.startedAt, at: now) }
        legalClock = clock
        outbox = pulse.map { pulse in
            Outbox(
                letters: min(pulse.outbox.letters, Pulse.mostLetters),
                isMore: pulse.outbox.letters > Pulse.mostLetters,
                oldestAgeSeconds: pulse.outbox.oldest.map { seconds(from: $0, to: now) }
            )
        }
        ok = clock?.ok ?? false
    }

    /// One line of JSON, its names in a fixed order.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "{\"ok\":false}\n"
    }
}

extension Health.LegalClock {
    /// Sound while a server that just started had no time yet, and while the last run is not too long ago.
    fileprivate init(_ tick: RecordedTick?, startedAt: Instant, at now: Instant) {
        let isNew = now.milliseconds - startedAt.milliseconds < Health.oldestTick
        let isRecent = tick.map { now.milliseconds - $0.at.milliseconds < Health.oldestTick } ?? false
        ok = isNew || isRecent
        through = tick?.through.iso
        at = tick?.at.iso8601
        ageSeconds = tick.map { seconds(from: $0.at, to: now) }
    }
}

private func seconds(from earlier: Instant, to later: Instant) -> Int64 {
    max(0, (later.milliseconds - earlier.milliseconds) / 1000)
}

/// What probes read of the register, in one short reading.
struct Pulse: Sendable {
    let tick: RecordedTick?
    let outbox: OutboxState

    /// Letters are counted so far, and no further.
    static let mostLetters = 10_000
}
