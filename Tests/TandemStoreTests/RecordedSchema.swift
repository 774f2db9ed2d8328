import Foundation
import TandemSQL

/// The schema of a make, as it says it itself.
enum RecordedSchema {
    static func file(of dialect: SQLDialect) -> String { "schema.\(dialect.rawValue).txt" }

    static func text(of database: any SQLDatabase) async throws -> String {
        switch database.dialect {
        case .sqlite:
            let statements = try await database.read { session in
                try session.rows(
                    """
                    SELECT sql FROM sqlite_master WHERE sql IS NOT NULL
                    ORDER BY type = 'trigger', tbl_name, type DESC, name
                    """
                )
                .map { try $0.text(0).replacing("\n            ", with: "\n") }
            }
            return statements.joined(separator: ";\n\n") + ";\n"
        case .postgresql:
            let lines = try await database.read { try $0.rows(postgresql).map { try $0.text(0) } }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    /// The named checks with what they ask.
    static func checks(of database: any SQLDatabase) async throws -> [String: String] {
        let text = try await text(of: database)
        let pairs =
            switch database.dialect {
            case .sqlite: named(text, /CONSTRAINT\s+(\w+)\s+CHECK (\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))/)
            case .postgresql: named(text, /constraint \w+\.(\w+): CHECK (.*)/)
            }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func named(_ text: String, _ pattern: Regex<(Substring, Substring, Substring)>) -> [(String, String)] {
        text.matches(of: pattern).map { (String($0.output.1), String($0.output.2)) }
    }

    /// Tables, columns and named constraints as they stand on file.
    static func names(onFileOf dialect: SQLDialect) throws -> Set<String> {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: file(of: dialect)), encoding: .utf8)
        switch dialect {
        case .sqlite: return sqliteNames(text)
        case .postgresql: return postgresqlNames(text)
        }
    }

    private static func sqliteNames(_ text: String) -> Set<String> {
        var names: Set<String> = []
        for table in text.matches(of: /CREATE TABLE (\w+) \((.*?)\n\)/.dotMatchesNewlines()) {
            names.insert("table \(table.output.1)")
            for line in table.output.2.split(separator: "\n") {
                if let constraint = line.firstMatch(of: /CONSTRAINT (\w+)/) {
                    names.insert("\(table.output.1) \(constraint.output.1)")
                } else if let column = line.firstMatch(of: /^ {4}([a-z_]+) (?:TEXT|INTEGER|BLOB)/) {
                    names.insert("\(table.output.1).\(column.output.1)")
                }
            }
        }
        return names
    }

    private static func postgresqlNames(_ text: String) -> Set<String> {
        var names: Set<String> = []
        for line in text.split(separator: "\n") {
            if let column = line.firstMatch(of: /^column (\w+)\.(\w+):/) {
                names.insert("table \(column.output.1)")
                names.insert("\(column.output.1).\(column.output.2)")
            } else if let constraint = line.firstMatch(of: /^constraint (\w+)\.(\w+): (?:CHECK|UNIQUE)/) {
                // What has no name in the schema gets one from PostgreSQL: the table, the column and what it is.
                let isNamed = !constraint.output.2.contains(/_key$/)
                if isNamed { names.insert("\(constraint.output.1) \(constraint.output.2)") }
            }
        }
        return names
    }

    private static let postgresql: SQL =
        """
        SELECT concat('column ', t.relname, '.', a.attname, ': ', format_type(a.atttypid, a.atttypmod),
            CASE WHEN l.collname = 'C' THEN ' COLLATE "C"' ELSE '' END,
            CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
            CASE WHEN a.attidentity <> '' THEN ' IDENTITY' ELSE '' END,
            CASE WHEN a.attgenerated <> '' THEN ' GENERATED ' WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' ELSE '' END,
            pg_get_expr(d.adbin, d.adrelid)) COLLATE "C" AS line
        FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE t.relnamespace = CAST('public' AS regnamespace) AND t.relkind = 'r'
        UNION ALL
        SELECT concat('constraint ', t.relname, '.', c.conname, ': ', pg_get_constraintdef(c.oid)) COLLATE "C"
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
        WHERE t.relnamespace = CAST('public' AS regnamespace)
        UNION ALL
        SELECT concat('index ', tablename, '.', indexname, ': ', indexdef) COLLATE "C"
        FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT concat('trigger ', t.relname, '.', g.tgname, ': ', pg_get_triggerdef(g.oid)) COLLATE "C"
        FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
        ORDER BY 1
        """
}
