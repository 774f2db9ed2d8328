import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// Texts on their way into the register, the same on both makes.
@Suite struct `A text` {
    @Test(arguments: ["", " ", "\t\r\n", "\\N", "'\"", "é😀", "e\u{301}", "\u{1}\u{7F}\u{FEFF}"])
    func `comes back as it was`(_ text: String) async throws {
        let database = try await TestRegister.empty()
        let read: [String] = try await database.write { session in
            try session.run("INSERT INTO account (slug, name) VALUES ('a', \(text))")
            var rows: [[SQLValue]] = [[.text("b"), .text(text)]]
            try session.load(SQLTable("account", ["slug", "name"])) { rows.popLast() }
            return try session.rows("SELECT name FROM account WHERE name = \(text)").map { try $0.text(0) }
        }
        #expect(read.map { Array($0.unicodeScalars) } == Array(repeating: Array(text.unicodeScalars), count: 2))
    }

    @Test func `with a zero character is refused, alone and among many`() async throws {
        let database = try await TestRegister.empty()
        let text = "A\u{0}B"
        await #expect(throws: SQLError.self) {
            try await database.write { try $0.run("INSERT INTO account (slug, name) VALUES ('a', \(text))") }
        }
        await #expect(throws: SQLError.self) {
            try await database.write { session in
                var rows: [[SQLValue]] = [[.text("b"), .text(text)], [.text("c"), .text("C")]]
                return try session.load(SQLTable("account", ["slug", "name"])) { rows.popLast() }
            }
        }
        #expect(try await database.read { try $0.integer("SELECT count(*) FROM account") } == 0)
    }
}
