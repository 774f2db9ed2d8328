import Foundation
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// What all tests before it sent to the server, which counts statements (`pg_stat_statements`); `script/test` asks for it
/// when every suite has run.
private let isAsked = ProcessInfo.processInfo.environment["TANDEM_TEST_STATEMENTS"] == "all"

@Suite(.enabled(if: isAsked && TestDatabase.server != nil)) struct `Every statement that was sent` {
    @Test func `holds only words that somebody has judged`() async throws {
        let judged = try await EngineFeature.allCases.reduce(EngineFeature.plainWords) { $0.union($1.words) }
            .union(Self.names())
        for statement in try await Self.statements() {
            // Of plain words, and yet not plain: a reading that locks.
            #expect(!statement.holds("for update") && !statement.holds("for share"))
            let unknown = statement.words.subtracting(judged).sorted()
            #expect(unknown.isEmpty, "Is \(unknown) known to engines that spread their rows? \(statement.text)")
        }
    }

    @Test func `asks for nothing that the page on scale does not speak of`() async throws {
        let statements = try await Self.statements()
        let page = try Self.page()
        for feature in EngineFeature.allCases {
            let asking = statements.filter(feature.isAsked)
            let row = page[feature.rawValue]
            #expect(row != nil, "Documentation/Scale.md has no row for '\(feature.rawValue)'")
            #expect(!asking.isEmpty, "no statement asks for '\(feature.rawValue)' any more")
            let kinds = Set(asking.map(\.kind)).sorted().joined(separator: ", ")
            print("\(feature.rawValue) | \(kinds) | \(asking.count) statements | instead: \(row?.last ?? "")")
        }
        #expect(Set(page.keys).isSubset(of: EngineFeature.allCases.map(\.rawValue)), "the page has rows for nothing")
    }

    @Test func `is a statement of the program where no word of tests stands in it`() throws {
        let sources = Self.root.appendingPathComponent("Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.allObjects.compactMap { $0 as? String } ?? []
        let written = try paths.filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOf: sources.appendingPathComponent($0), encoding: .utf8) }
        // These are plain words of English, and of what makes databases for tests.
        for word in Self.wordsOfTests.subtracting(["explain", "database", "tablespace", "extension", "invoice", "few"])
        {
            #expect(!written.contains { $0.contains(word) }, "\(word) stands in a source: it needs to be judged")
        }
        #expect(!written.contains { $0.contains("DO $$") }, "a block stands in a source: it needs to be judged")
    }

    @Test func `is counted by whether it names the partnership`() async throws {
        let statements = try await Self.statements().filter { !$0.words.isDisjoint(with: Self.tablesOfFiles) }
            .filter { ["SELECT", "INSERT", "UPDATE", "DELETE"].contains($0.kind) }
        let naming = statements.filter { $0.words.contains("partnership") }
        print("\(statements.count) statements on tables of files; \(naming.count) name the partnership")
        #expect(naming.count < statements.count)
    }

    /// Tables that a partition by partnership would divide.
    static let tablesOfFiles: Set<Substring> = [
        "application", "clock_step", "attachment", "designation", "recognition", "recognition_mentor", "check_record",
        "vote", "advice", "guidance", "task", "letter", "event", "event_note",
    ]
}

extension `Every statement that was sent` {
    /// Words of statements that tests write themselves, or that only they let the program send.
    static let wordsOfTests: Set<Substring> = [
        "explain", "database", "tablespace", "extension", "pg_stat_statements", "pg_stat_statements_info",
        "generate_series", "format_type", "pg_get_expr", "pg_sleep", "txid_current", "pg_settings", "pg_locks",
        "pg_constraint", "pg_trigger", "pg_proc", "company_note", "invoice", "few",
        "synchronous_commit",
    ]

    /// Every statement once, without those of the tests themselves.
    static func statements() async throws -> [SentStatement] {
        let database = try await TestDatabase.blank()
        try await database.write { try $0.runScript("CREATE EXTENSION pg_stat_statements") }
        let texts = try await database.read { session in
            #expect(try session.integer("SELECT dealloc FROM pg_stat_statements_info") == 0, "some were forgotten")
            return try session.rows("SELECT DISTINCT query FROM pg_stat_statements ORDER BY query").map {
                try $0.text(0)
            }
        }
        try await database.close()
        return texts.map(SentStatement.init).filter { $0.words.isDisjoint(with: wordsOfTests) && $0.kind != "DO" }
    }

    /// The names that the schema gives, and the abbreviations of statements.
    static func names() async throws -> Set<Substring> {
        let database = try await TestDatabase.empty()
        let found = try await database.read { session in
            try session.rows(
                """
                SELECT CAST(attname AS TEXT) FROM pg_attribute
                WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = CAST(current_schema() AS regnamespace))
                UNION SELECT CAST(relname AS TEXT) FROM pg_class UNION SELECT CAST(conname AS TEXT) FROM pg_constraint
                UNION SELECT CAST(tgname AS TEXT) FROM pg_trigger UNION SELECT CAST(proname AS TEXT) FROM pg_proc
                WHERE pronamespace = CAST(current_schema() AS regnamespace)
                """
            )
            .map { Substring(try $0.text(0)) }
        }
        try await database.close()
        return Set(found).filter { !$0.hasPrefix("pg_") }.union(["counted", "lease", "expires_at", "act"])
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The rows of the table in the page, by their first cell.
    static func page() throws -> [String: [String]] {
        let text = try String(contentsOf: root.appendingPathComponent("Documentation/Scale.md"), encoding: .utf8)
        let table =
            try #require(text.split(separator: "<!-- features:begin -->").last)
            .split(separator: "<!-- features:end -->").first ?? ""
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return Dictionary(rows.dropFirst().map { ($0[0], $0) }) { first, _ in first }
    }
}
