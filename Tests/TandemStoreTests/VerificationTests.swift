import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `A register that is verified` {
    @Test func `has no findings where nothing was tampered with`() async throws {
        let desk = try await TestCounter()
        _ = try await desk.file(.approved)
        let verification = try await desk.database.verify()
        #expect(verification.findings.isEmpty)
        #expect(verification.events > 10 && verification.rows > 5)
        #expect(verification.lastDigest.count == 32)
    }

    /// What somebody does with the file behind the back of the program, and what is found.
    static let tampering: [(name: String, statement: String, expected: [VerificationFinding])] = [
        (
            "a row is changed", "UPDATE application SET partnership = 'horeca' WHERE id = 1",
            [.differs(subject: "application", id: 1)]
        ),
        (
            "a name is changed", "UPDATE company SET name = 'Andere naam' WHERE id = 1",
            [.differs(subject: "company", id: 1)]
        ),
        (
            "a row is removed", "DELETE FROM mandate WHERE id = 1",
            [.rowMissing(subject: "mandate", id: 1)]
        ),
        (
            "a row is added",
            "INSERT INTO exclusion (id, company_id, valid_from, is_urgent, motivation, account_id) "
                + "VALUES (9, 1, '2021-09-06', 1, 'Zomaar', 1)",
            [.eventMissing(subject: "exclusion", id: 9)]
        ),
        ("an event is changed", "UPDATE event SET effective_on = '2020-01-01' WHERE id = 2", [.brokenLink(event: 2)]),
        ("a time is changed", "UPDATE event SET recorded_at = 0 WHERE id = 2", [.brokenLink(event: 2)]),
        (
            "a person is changed", "UPDATE event SET account_id = 12 WHERE id = 2", [.brokenLink(event: 2)]
        ),
        (
            "a digest is changed", "UPDATE event SET digest = (SELECT digest FROM event WHERE id = 1) WHERE id = 2",
            [.brokenLink(event: 2), .brokenLink(event: 3)]
        ),
        ("a note is changed", "UPDATE event_note SET note = 'iets anders'", [.noteDiffers(event: 0)]),
    ]

    @Test(arguments: tampering.indices)
    func `names what was tampered with`(_ index: Int) async throws {
        let desk = try await TestCounter()
        _ = try await desk.file(.approved)
        let withNote = try await desk.submitted(
            mentors: [TestMentor("Noot")],
            by: desk.people.employee,
            training: TrainingCode("1099")
        )
        try await desk.counter.markIncomplete(withNote, reason: "Iets.", since: nil, by: desk.people.handler)
        let row = Self.tampering[index]
        try await Self.tamper(desk.database, [row.statement])
        let findings = try await desk.database.verify().findings.map { finding in
            if case .noteDiffers = finding { VerificationFinding.noteDiffers(event: 0) } else { finding }
        }
        #expect(findings == row.expected, "\(row.name)")
    }

    @Test func `names an event that was removed, and the row that it leaves`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let last = try await desk.database.read { try $0.integer("SELECT max(id) FROM event") }
        try await Self.tamper(desk.database, ["DELETE FROM event_note", "DELETE FROM event WHERE id = \(last)"])
        #expect(try await desk.database.verify().findings == [.differs(subject: "application", id: id.rawValue)])
        try await Self.tamper(desk.database, ["DELETE FROM event WHERE id = 3"])
        let findings = try await desk.database.verify().findings
        #expect(findings.contains(.missingEvent(before: 4)) && findings.contains(.brokenLink(event: 4)))
    }

    @Test func `leaves a note that was taken away in peace, because its digest stays`() async throws {
        let desk = try await TestCounter()
        _ = try await desk.file(.incomplete)
        try await Self.tamper(desk.database, ["DELETE FROM event_note"])
        #expect(try await desk.database.verify().findings.isEmpty)
    }

    @Test func `has another last digest after every act`() async throws {
        let desk = try await TestCounter()
        let before = try await desk.database.verify().lastDigest
        try await desk.mandate(desk.people.workplaceCounsellor)
        #expect(try await desk.database.verify().lastDigest != before)
    }

    static func tamper(_ database: any SQLDatabase, _ statements: [String]) async throws {
        try await database.write { session in
            for trigger in ["event_is_never_changed", "event_is_never_removed"] {
                switch database.dialect {
                case .sqlite: try session.run(SQL(stringLiteral: "DROP TRIGGER IF EXISTS \(trigger)"))
                case .postgresql: try session.run(SQL(stringLiteral: "DROP TRIGGER IF EXISTS \(trigger) ON event"))
                }
            }
            for statement in statements { try session.run(SQL(stringLiteral: statement)) }
        }
    }
}
