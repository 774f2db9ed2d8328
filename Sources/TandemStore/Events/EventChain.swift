package import TandemDomain
package import TandemSQL

/// What happened to a row, to be recorded beside it in the same transaction.
package struct Happening: Sendable {
    package var audited: Audited
    package var id: Int64
    package var version: Int
    package var act: String
    package var effectiveOn: Day
    package var note: String?

    package init(
        _ audited: Audited,
        _ id: Int64,
        version: Int,
        act: String,
        effectiveOn: Day,
        note: String? = nil
    ) {
        self.audited = audited
        self.id = id
        self.version = version
        self.act = act
        self.effectiveOn = effectiveOn
        self.note = note
    }
}

/// The end of the chain of events, to which a transaction adds.
///
/// Each event holds the digest of all it says together with the digest of the event before: an outsider who knows the
/// last digest can check that none was changed, added or left out.
package struct EventChain {
    private let session: any SQLSession
    private let recordedAt: Instant
    private let actor: Actor
    private var lastID: Int64
    private var lastDigest: [UInt8]

    /// - Throws: ``SQLError``.
    package init(_ session: any SQLSession, by actor: Actor, at recordedAt: Instant) throws {
        self.session = session
        self.actor = actor
        self.recordedAt = recordedAt
        let last = try session.row("SELECT id, digest FROM event ORDER BY id DESC LIMIT 1")
        lastID = try last.map { Int64(try $0.int(0)) } ?? 0
        lastDigest = try last?.blob(1) ?? []
    }

    /// Adds an event with the state of the row as it now is.
    ///
    /// - Throws: ``SQLError``.
    package mutating func append(_ happening: Happening) throws {
        let row = try session.row(happening.audited.row(happening.id))
        let state = row.map { EventState.text(of: $0, as: happening.audited) } ?? EventState.removed
        let event = link(happening, state: state)
        let note = happening.note.map { note -> SQL in
            "INSERT INTO event_note (event_id, note) VALUES (\(lastID), \(note))"
        }
        try session.runAll(
            ["INSERT INTO event (\(columnsOf: EventContent.table)) VALUES (\(event))"] + (note.map { [$0] } ?? [])
        )
    }

    /// The next event, for whoever writes it: the chain goes on behind it.
    mutating func link(_ happening: Happening, state: String) -> [SQLArgument] {
        let event = EventContent(
            id: lastID + 1,
            happening: happening,
            recordedAt: recordedAt,
            account: actor.account,
            role: actor.role.rawValue,
            organisation: actor.organisation?.stored,
            state: state,
            noteDigest: happening.note.map { digest(of: $0.utf8) }
        )
        lastDigest = event.digest(after: lastDigest)
        lastID = event.id
        return event.values(digest: lastDigest)
    }
}

/// All that an event says, and that its digest covers.
struct EventContent {
    let id: Int64
    let subject: String
    let subjectID: Int64
    let version: Int
    let act: String
    let effectiveOn: String
    let recordedAt: Int64
    let account: Int64?
    let role: String
    let organisation: String?
    let state: String
    let noteDigest: [UInt8]?

    init(
        id: Int64,
        happening: Happening,
        recordedAt: Instant,
        account: Identifier<Account>?,
        role: String,
        organisation: String?,
        state: String,
        noteDigest: [UInt8]?
    ) {
        self.id = id
        subject = happening.audited.subject
        subjectID = happening.id
        version = happening.version
        act = happening.act
        effectiveOn = happening.effectiveOn.iso
        self.recordedAt = recordedAt.milliseconds
        self.account = account?.rawValue
        self.role = role
        self.organisation = organisation
        self.state = state
        self.noteDigest = noteDigest
    }

    static let table = SQLTable(
        named: "event",
        [
            "id", "subject", "subject_id", "version", "act", "effective_on", "recorded_at", "account_id", "role",
            "organisation", "state", "note_digest", "digest",
        ]
    )

    /// The row of the event, by the columns of its table.
    func values(digest: [UInt8]) -> [SQLArgument] {
        [
            SQLArgument(id), SQLArgument(subject), SQLArgument(subjectID), SQLArgument(version), SQLArgument(act),
            SQLArgument(effectiveOn), SQLArgument(recordedAt), SQLArgument(account), SQLArgument(role),
            SQLArgument(organisation), SQLArgument(state), SQLArgument(noteDigest), SQLArgument(digest),
        ]
    }

    init(_ row: SQLRow) throws {
        id = Int64(try row.int(0))
        subject = try row.text(1)
        subjectID = Int64(try row.int(2))
        version = try row.int(3)
        act = try row.text(4)
        effectiveOn = try row.text(5)
        recordedAt = Int64(try row.int(6))
        account = try row.optionalInt(7).map(Int64.init)
        role = try row.text(8)
        organisation = try row.optionalText(9)
        state = try row.text(10)
        noteDigest = row.isNull(11) ? nil : try row.blob(11)
    }

    /// The link of the chain: parts are kept apart by the unit separator, which no part holds.
    func digest(after previous: [UInt8]) -> [UInt8] {
        let parts = [
            hexadecimal(previous), String(id), subject, String(subjectID), String(version), act, effectiveOn,
            String(recordedAt), account.map(String.init) ?? "", role, organisation ?? "", state,
            noteDigest.map(hexadecimal) ?? "",
        ]
        return TandemStore.digest(of: parts.joined(separator: "\u{1F}").utf8)
    }
}
