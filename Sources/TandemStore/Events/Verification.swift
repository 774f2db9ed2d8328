package import TandemSQL

/// A difference that `tandem verify` found.
package enum VerificationFinding: Hashable, Sendable, CustomStringConvertible {
    /// The digest of an event does not follow from what it says and the event before.
    case brokenLink(event: Int64)
    /// An event is missing from the row of numbers.
    case missingEvent(before: Int64)
    /// The versions of a row do not follow one another.
    case versionGap(subject: String, id: Int64, expected: Int, found: Int)
    /// The row differs from what its last event says.
    case differs(subject: String, id: Int64)
    /// An event speaks of a row that is not there.
    case rowMissing(subject: String, id: Int64)
    /// A row is there of which no event speaks.
    case eventMissing(subject: String, id: Int64)
    /// The text of a note is not the text that the event was made with.
    case noteDiffers(event: Int64)
    /// The stored due day of a file is not what the legal clock works out.
    case dueDayDiffers(application: Int64)

    package var description: String {
        switch self {
        case .brokenLink(let event): "event \(event): digest does not match"
        case .missingEvent(let event): "event before \(event) is missing"
        case .versionGap(let subject, let id, let expected, let found):
            "\(subject) \(id): version \(found) where \(expected) was expected"
        case .differs(let subject, let id): "\(subject) \(id): row differs from its last event"
        case .rowMissing(let subject, let id): "\(subject) \(id): row is missing"
        case .eventMissing(let subject, let id): "\(subject) \(id): row without events"
        case .noteDiffers(let event): "event \(event): note was changed"
        case .dueDayDiffers(let id): "application \(id): due day differs from the legal clock"
        }
    }
}

/// What a verification saw.
package struct Verification: Sendable {
    package var events = 0
    package var rows = 0
    package var findings: [VerificationFinding] = []
    /// The last digest: who keeps it can check later that nothing before was changed.
    package var lastDigest: [UInt8] = []

    package init() {}
}

extension SQLDatabase {
    /// Checks the chain of events, and replays it against the tables.
    ///
    /// - Throws: ``SQLError``.
    package func verify() async throws -> Verification {
        try await read { session in
            var replay = Replay()
            try replay.readEvents(session)
            for audited in Audited.all { try replay.compare(audited, session) }
            try replay.compareNotes(session)
            return replay.result
        }
    }
}

/// Events folded into the last state of each row.
private struct Replay {
    struct Key: Hashable {
        let subject: String
        let id: Int64
    }

    struct Last {
        var version: Int
        var state: String
    }

    var result = Verification()
    var states: [Key: Last] = [:]

    mutating func readEvents(_ session: any SQLSession) throws {
        var previous: [UInt8] = []
        var expectedID: Int64 = 1
        try session.forEachRow("SELECT \(columnsOf: EventContent.table) FROM event ORDER BY id") { row in
            let event = try EventContent(row)
            let digest = try row.blob(12)
            result.events += 1
            if event.id != expectedID { result.findings.append(.missingEvent(before: event.id)) }
            if event.digest(after: previous) != digest { result.findings.append(.brokenLink(event: event.id)) }
            take(event)
            previous = digest
            expectedID = event.id + 1
        }
        result.lastDigest = previous
    }

    private mutating func take(_ event: EventContent) {
        let key = Key(subject: event.subject, id: event.subjectID)
        let expected = (states[key]?.version ?? 0) + 1
        if event.version != expected {
            result.findings.append(
                .versionGap(subject: key.subject, id: key.id, expected: expected, found: event.version)
            )
        }
        states[key] = Last(version: event.version, state: event.state)
    }

    mutating func compare(_ audited: Audited, _ session: any SQLSession) throws {
        var seen: Set<Int64> = []
        try session.forEachRow(audited.everyRow()) { row in
            let id = Int64(try row.int(0))
            seen.insert(id)
            result.rows += 1
            guard let last = states[Key(subject: audited.subject, id: id)] else {
                result.findings.append(.eventMissing(subject: audited.subject, id: id))
                return
            }
            if last.state != EventState.text(of: row, from: 1, as: audited) {
                result.findings.append(.differs(subject: audited.subject, id: id))
            }
        }
        let missing = states.filter { $0.key.subject == audited.subject && $0.value.state != EventState.removed }
            .map(\.key.id)
            .filter { !seen.contains($0) }
            .sorted()
        result.findings += missing.map { .rowMissing(subject: audited.subject, id: $0) }
    }

    mutating func compareNotes(_ session: any SQLSession) throws {
        let notes: SQL =
            "SELECT e.id, e.note_digest, n.note FROM event_note n JOIN event e ON e.id = n.event_id ORDER BY e.id"
        try session.forEachRow(notes) { row in
            let isSame = try !row.isNull(1) && digest(of: row.text(2).utf8) == row.blob(1)
            if isSame { return }
            result.findings.append(.noteDiffers(event: Int64(try row.int(0))))
        }
    }
}
