package import TandemDomain
package import TandemSQL
package import TandemStore

/// The counter (*loket*): every act that changes the register, one file an act.
///
/// An act loads, asks the mandate, lets the domain decide, and writes the row, its event and its letter in one
/// transaction. Screens, commands and the legal clock change the register in no other way.
package struct Counter: Sendable {
    package let database: any SQLDatabase
    package let reference: Reference
    package let clock: WallClock
    package let vault: NumberVault
    package let letters: LetterWriter

    package init(
        database: any SQLDatabase,
        reference: Reference,
        clock: WallClock,
        vault: NumberVault,
        letters: LetterWriter
    ) {
        self.database = database
        self.reference = reference
        self.clock = clock
        self.vault = vault
        self.letters = letters
    }

    /// Runs one act in one transaction, at one moment, by one actor.
    func act<Result: Sendable>(
        by actor: Actor,
        _ body: @Sendable @escaping (inout Desk) throws -> Result
    ) async throws -> Result {
        let now = clock.now()
        return try await database.write { session in
            var desk = try Desk(counter: self, session: session, actor: actor, now: now)
            return try body(&desk)
        }
    }
}

/// What an act works with inside its transaction.
struct Desk {
    let counter: Counter
    let session: any SQLSession
    let actor: Actor
    let now: Instant
    let today: Day
    private var chain: EventChain

    init(counter: Counter, session: any SQLSession, actor: Actor, now: Instant) throws {
        self.counter = counter
        self.session = session
        self.actor = actor
        self.now = now
        today = WallClock.day(of: now)
        chain = try EventChain(session, by: actor, at: now)
    }

    var reference: Reference { counter.reference }

    /// Records what happened to a row, today unless it takes effect on another day.
    mutating func record(
        _ audited: Audited,
        _ id: Int64,
        version: Int = 1,
        act: String,
        on day: Day? = nil,
        note: String? = nil
    ) throws {
        try chain.append(
            Happening(audited, id, version: version, act: act, effectiveOn: day ?? today, note: note)
        )
    }

    /// Begins to write many rows at once, behind the events of this act; it records nothing else afterwards.
    func startLoad() throws -> RegisterLoad { try RegisterLoad(session, counter.database.dialect, behind: chain) }

    /// The person behind the actor; acts of the law have none.
    func account() throws -> Identifier<Account> {
        guard let account = actor.account else { throw Refusal.notAllowed }
        return account
    }

    func require(_ act: Act, _ subject: Subject) throws {
        guard actor.may(act, to: subject, on: today) else { throw Refusal.notAllowed }
    }

    func subject(of company: Identifier<Company>) throws -> Subject {
        Subject(company: company, mandates: try session.mandates(of: company).map(\.mandate))
    }

    func subject(of file: ApplicationRecord) throws -> Subject {
        Subject(
            company: file.company,
            competent: file.partnership,
            advising: file.advising,
            mandates: try session.mandates(of: file.company).map(\.mandate)
        )
    }

    func subject(of recognition: RecognitionRecord) throws -> Subject {
        Subject(
            company: recognition.company,
            competent: recognition.partnership,
            mandates: try session.mandates(of: recognition.company).map(\.mandate)
        )
    }

    /// The file, if nobody changed it since the version that the person saw.
    func file(_ id: Identifier<RecognitionApplication>, since version: Int?) throws -> ApplicationRecord {
        guard let file = try session.application(id) else { throw Refusal.notFound }
        if let version, version != file.version { throw try changedMeanwhile(.application, id.rawValue) }
        return file
    }

    func recognition(_ id: Identifier<Recognition>, since version: Int?) throws -> RecognitionRecord {
        guard let recognition = try session.recognition(id) else { throw Refusal.notFound }
        if let version, version != recognition.version { throw try changedMeanwhile(.recognition, id.rawValue) }
        return recognition
    }

    /// Who was first, for the one who came second.
    func changedMeanwhile(_ audited: Audited, _ id: Int64) throws -> Refusal {
        let last = try session.lastEvent(of: audited, id)
        return .changedMeanwhile(by: last?.name, act: last?.act ?? "", at: last?.recordedAt ?? now)
    }

    /// Writes a changed file back and records the act; the caller sees the new version.
    mutating func save(
        _ file: inout ApplicationRecord,
        act: String,
        on day: Day? = nil,
        note: String? = nil
    ) throws {
        guard try session.change(file) else { throw try changedMeanwhile(.application, file.id.rawValue) }
        file.version += 1
        try record(.application, file.id.rawValue, version: file.version, act: act, on: day, note: note)
    }

    mutating func save(
        _ recognition: inout RecognitionRecord,
        act: String,
        on day: Day? = nil,
        note: String? = nil
    ) throws {
        guard try session.change(recognition) else { throw try changedMeanwhile(.recognition, recognition.id.rawValue) }
        recognition.version += 1
        try record(.recognition, recognition.id.rawValue, version: recognition.version, act: act, on: day, note: note)
    }

    mutating func save(_ designation: inout DesignationRecord, act: String, note: String? = nil) throws {
        guard try session.change(designation) else { throw try changedMeanwhile(.designation, designation.id.rawValue) }
        designation.version += 1
        try record(.designation, designation.id.rawValue, version: designation.version, act: act, note: note)
    }

    /// Makes a task that follows from an act, and records it.
    mutating func addTask(
        _ kind: TaskKind,
        partnership: PartnershipCode,
        company: Identifier<Company>?,
        application: Identifier<RecognitionApplication>? = nil,
        recognition: Identifier<Recognition>? = nil,
        detail: String = ""
    ) throws {
        let id = try session.addTask(
            kind,
            partnership: partnership,
            company: company,
            application: application,
            recognition: recognition,
            detail: detail,
            on: today
        )
        try record(.task, id, act: "made")
    }
}
