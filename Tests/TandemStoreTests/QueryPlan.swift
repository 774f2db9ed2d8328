import TandemSQL

/// How a make means to answer a statement.
struct QueryPlan: CustomStringConvertible {
    let dialect: SQLDialect
    let lines: [String]

    private static let largeTables = [
        "a", "r", "c", "d", "application", "recognition", "event", "company", "mentor", "designation", "establishment",
        "search_word", "letter", "task", "mandate", "check_record", "recognition_mentor", "bundle", "enrolment",
        "p", "k", "n", "l", "prospect", "contact", "do_not_call", "register_link",
    ]

    init(of statement: SQL, _ database: any SQLDatabase) async throws {
        self = try await database.read { try QueryPlan(of: statement, $0, database.dialect) }
    }

    init(of statement: SQL, _ session: any SQLSession, _ dialect: SQLDialect) throws {
        self.dialect = dialect
        switch dialect {
        case .sqlite: lines = try session.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0.text(3) }
        case .postgresql: lines = try session.rows("EXPLAIN \(statement)").map { try $0.text(0) }
        }
    }

    var description: String { lines.joined(separator: "\n") }

    /// What reads a whole large table, or sorts what it read.
    func faults(maySort: Bool) -> [String] {
        lines.indices.filter { index in
            switch dialect {
            case .sqlite: isFaultOfSQLite(lines[index], maySort)
            case .postgresql: isFaultOfPostgreSQL(lines[index], under: index == 0 ? "" : lines[index - 1], maySort)
            }
        }
        .map { lines[$0] }
    }

    private func isFaultOfSQLite(_ line: String, _ maySort: Bool) -> Bool {
        if !maySort, line.contains("TEMP B-TREE") { return true }
        let words = line.split(separator: " ")
        guard words.first == "SCAN", words.count > 1, Self.largeTables.contains(String(words[1])) else { return false }
        return !line.contains("USING INDEX") && !line.contains("USING COVERING INDEX")
    }

    private func isFaultOfPostgreSQL(_ line: String, under parent: String, _ maySort: Bool) -> Bool {
        let node = Self.node(line)
        // PostgreSQL weighs what it expects: some dozens of rows are sooner sorted than looked for in their order.
        if let sort = node.firstMatch(of: /^(?:Incremental )?Sort\ +\(.*\ rows=(\d+)/), !maySort {
            return (Int(sort.output.1) ?? .max) > 500
        }
        guard let scan = node.firstMatch(of: /^(?:Parallel )?Seq Scan on (\w+).*\ rows=(\d+)/) else { return false }
        // A reading that stops after some rows may begin anywhere in a table that is full of them.
        let limit = Self.node(parent).firstMatch(of: /^Limit\ .*\ rows=(\d+)/).flatMap { Int($0.output.1) } ?? .max
        return Self.largeTables.contains(String(scan.output.1)) && Int(scan.output.2) ?? 0 <= limit
    }

    private static func node(_ line: String) -> Substring { line.drop { " ->".contains($0) } }
}
