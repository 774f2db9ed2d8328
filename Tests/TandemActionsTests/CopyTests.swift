import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// From which make to which.
struct Direction: Sendable, CustomTestStringConvertible {
    let from: SQLDialect
    let to: SQLDialect

    /// Every direction between the makes that are at hand.
    static let all = TestDatabase.makes.flatMap { from in TestDatabase.makes.map { Direction(from: from, to: $0) } }

    var testDescription: String { "\(from.rawValue) → \(to.rawValue)" }
}

/// A whole register on its way from one database to another.
@Suite struct `A copy of a register` {
    @Test(arguments: Direction.all)
    func `holds every row as it was, and its chain holds`(_ direction: Direction) async throws {
        let source = try await Self.register(direction.from)
        let target = try await TestDatabase.blank(direction.to)
        let report = try await source.copyRegister(to: target, now: 1)
        #expect(report.tables.allSatisfy { $0.source == $0.target })
        #expect(report.tables.count { $0.source > 0 } >= 15, "\(report.tables)")
        #expect(report.verification.findings.isEmpty)
        #expect(report.verification.lastDigest == report.lastDigest)
        let (before, after) = (try await source.everyRow(), try await target.everyRow())
        #expect(before.keys.sorted() == after.keys.sorted())
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
    }

    @Test(arguments: Direction.all)
    func `gives out identities behind those that were ever used`(_ direction: Direction) async throws {
        let source = try await Self.register(direction.from)
        let target = try await TestDatabase.blank(direction.to)
        let removed = try await Self.addAndRemoveDesignation(source)
        _ = try await source.copyRegister(to: target, now: 1)
        let added = try await Self.addAndRemoveDesignation(target)
        #expect(added > removed)
        let highest = try await source.read { try $0.integer("SELECT max(id) FROM account") }
        let account = try await target.write { try $0.addAccount(slug: "nieuw", name: "Nieuw") }
        #expect(account.rawValue > Int64(highest))
    }

    @Test(arguments: Direction.all)
    func `can be used as the register was`(_ direction: Direction) async throws {
        let source = try await TestCounter(make: direction.from)
        let id = try await source.file(.inProcess)
        let target = try await TestDatabase.blank(direction.to)
        _ = try await source.database.copyRegister(to: target, now: 1)
        let counter = Counter(
            database: target,
            reference: source.counter.reference,
            clock: source.counter.clock,
            vault: source.counter.vault,
            letters: source.counter.letters
        )
        try await counter.hold(id, reason: "Wacht.", since: nil, by: source.people.handler)
        #expect(try await target.verify().findings.isEmpty)
    }

    @Test(arguments: Direction.all)
    func `is refused where something stands already, and changes nothing there`(_ direction: Direction) async throws {
        let source = try await TestDatabase.empty(direction.from)
        let target = try await Self.register(direction.to)
        let before = try await target.everyRow()
        await #expect(throws: CopyRefusal.targetIsNotEmpty(table: "account")) {
            try await source.copyRegister(to: target, now: 1)
        }
        #expect(try await target.everyRow() == before)
    }

    @Test(arguments: TestDatabase.makes)
    func `is refused from a database of another schema`(_ make: SQLDialect) async throws {
        let blank = try await TestDatabase.blank(make)
        let target = try await TestDatabase.blank(make)
        await #expect(throws: CopyRefusal.sourceIsNoRegister) { try await blank.copyRegister(to: target, now: 1) }
        let old = try await TestDatabase.empty(make)
        _ = try await old.write { try $0.run("DELETE FROM schema_migration WHERE number = 2") }
        await #expect(throws: CopyRefusal.sourceLacks(["legal-clock"])) {
            try await old.copyRegister(to: target, now: 1)
        }
        let new = try await TestDatabase.empty(make)
        _ = try await new.write {
            try $0.run("INSERT INTO schema_migration (number, name, applied_at) VALUES (99, 'later', 0)")
        }
        await #expect(throws: CopyRefusal.sourceIsNewer(["later"])) { try await new.copyRegister(to: target, now: 1) }
        let other = try await TestDatabase.empty(make)
        try await other.write { try $0.runScript("CREATE TABLE company_note (id INTEGER PRIMARY KEY)") }
        await #expect(throws: CopyRefusal.schemaDiffers(table: "company_note")) {
            try await other.copyRegister(to: target, now: 1)
        }
    }

    @Test(arguments: TestDatabase.makes)
    func `is refused into a database of somebody else`(_ make: SQLDialect) async throws {
        let source = try await TestDatabase.empty(make)
        let other = try await TestDatabase.blank(make)
        try await other.write { try $0.runScript("CREATE TABLE invoice (id INTEGER PRIMARY KEY)") }
        await #expect(throws: CopyRefusal.targetIsNoRegister) { try await source.copyRegister(to: other, now: 1) }
        let newer = try await TestDatabase.empty(make)
        _ = try await newer.write {
            try $0.run("INSERT INTO schema_migration (number, name, applied_at) VALUES (99, 'later', 0)")
        }
        await #expect(throws: CopyRefusal.targetIsNewer(["later"])) { try await source.copyRegister(to: newer, now: 1) }
    }

    @Test(arguments: Direction.all, [BreakingDatabase.Place.reading, .writing, .loading])
    func `leaves nothing behind where one side fails`(
        _ direction: Direction,
        _ place: BreakingDatabase.Place
    ) async throws {
        let source = try await Self.register(direction.from)
        let target = try await TestDatabase.blank(direction.to)
        let rows = try await source.everyRow().values.reduce(0) { $0 + $1.count }
        for count in [0, 1, rows / 2, rows - 1] {
            let error = await #expect(throws: Broken.self) {
                try await BreakingDatabase(source, place, after: count)
                    .copyRegister(to: BreakingDatabase(target, place, after: count), now: 1)
            }
            #expect(error != nil, "after \(count) rows")
            #expect(try await target.everyRow().values.allSatisfy(\.isEmpty), "after \(count) rows")
        }
        _ = try await source.copyRegister(to: target, now: 1)
    }

    @Test(arguments: Direction.all)
    func `names what is wrong with the chain, as it was in the source`(_ direction: Direction) async throws {
        let source = try await Self.register(direction.from)
        _ = try await source.write { try $0.run("UPDATE mandate SET holder = 'provider:OV9999'") }
        let found = try await source.verify().findings
        let report = try await source.copyRegister(to: TestDatabase.blank(direction.to), now: 1)
        #expect(!found.isEmpty && report.verification.findings == found)
    }

    @Test func `tells how far it is`() async throws {
        let source = try await Self.register(.sqlite)
        let told = Told()
        let report = try await source.copyRegister(to: TestDatabase.blank(.sqlite), now: 1) { told.take($0) }
        #expect(told.rows == told.rows.sorted())
        #expect(told.rows.last == report.tables.reduce(0) { $0 + $1.target })
    }
}

extension `A copy of a register` {
    /// Texts that a careless copy would change.
    static let texts = [
        "", " ", "\t", "\n", "\r\n", "\\", "\\N", "\\.", "\"'`", "a\tb\nc\\d", "\\t", "{}[],;", "é€😀👩‍👩‍👧‍👦",
        "\u{1}\u{1F}\u{7F}",
        "\u{FEFF}x", "e\u{301}", String(repeating: "lang ", count: 20_000),
    ]

    /// A register with files in several states, and rows of what is hard to move.
    static func register(_ make: SQLDialect) async throws -> any SQLDatabase {
        let office = try await TestCounter(make: make)
        for status in [ApplicationStatus.rejected, .cancelled, .approved] { _ = try await office.file(status) }
        let waiting = try await office.submitted(mentors: [TestMentor("Noot")], training: TrainingCode("1099"))
        try await office.counter.markIncomplete(waiting, reason: "Iets.", since: nil, by: office.people.handler)
        let everyByte = (0..<5).flatMap { _ in Array(UInt8.min...UInt8.max) }
        try await office.database.write { session in
            for (number, text) in texts.enumerated() {
                try session.run("INSERT INTO account (slug, name, email) VALUES (\("tekst-\(number)"), \(text), NULL)")
            }
            for number in [Int64.min, -1, 0, 1, Int64.max] {
                try session.run(
                    "INSERT INTO legal_clock (name, done_through, done_at) VALUES (\("klok \(number)"), '', \(number))"
                )
            }
            try session.run(
                """
                INSERT INTO document (digest, media_type, size, content)
                VALUES (\(everyByte), 'application/pdf', 1280, \(everyByte)), (\([UInt8]()), 'image/png', 1, NULL)
                """
            )
        }
        return office.database
    }

    /// Adds the same mentor to a file once more, and takes him away; the identity he had.
    static func addAndRemoveDesignation(_ database: any SQLDatabase) async throws -> Int64 {
        try await database.write { session in
            let file = try session.integer("SELECT id FROM application ORDER BY id DESC LIMIT 1")
            let mentor = try session.addMentor(
                numberHash: Array("hash \(session.integer("SELECT count(*) FROM mentor"))".utf8),
                sealedNumber: [1],
                firstName: "Even",
                lastName: "Hier",
                bornOn: TestCounter.firstDay
            )
            let id = try session.addDesignation(
                of: mentor,
                in: Identifier(Int64(file)),
                DesignationDetails(yearsOfPractice: nil)
            )
            try session.removeDesignation(id)
            try session.run("DELETE FROM search_word WHERE kind = 'mentor' AND subject_id = \(mentor)")
            try session.run("DELETE FROM mentor WHERE id = \(mentor)")
            return id.rawValue
        }
    }
}

extension SQLDatabase {
    /// Every row of every table but the journal of the schema, by table.
    func everyRow() async throws -> [String: Set<SQLRow>] {
        try await read { session in
            var all: [String: Set<SQLRow>] = [:]
            for table in try session.tables(dialect) where table.name != "schema_migration" {
                let sorted = try SQLTable(table.name, table.columns.sorted())
                all[table.name] = Set(try session.rows("SELECT \(columnsOf: sorted) FROM \(table)"))
            }
            return all
        }
    }
}
