package import TandemSQL

// What a database knows of its own schema; the only statements that each make answers from other tables.

extension SQLSession {
    /// Whether a table is there.
    ///
    /// - Throws: ``SQLError``.
    package func hasTable(_ name: String, _ dialect: SQLDialect) throws -> Bool {
        let statement: SQL =
            switch dialect {
            case .sqlite: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = \(name)"
            case .postgresql:
                "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = \(name)"
            }
        return try integer(statement) > 0
    }

    /// Every table of the register with the columns that are written, in the order in which the tables were made, so
    /// that each stands behind those it refers to.
    ///
    /// - Throws: ``SQLError``.
    package func tables(_ dialect: SQLDialect) throws -> [SQLTable] {
        let statement: SQL =
            switch dialect {
            case .sqlite:
                """
                SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.rowid, c.cid
                """
            case .postgresql:
                """
                SELECT CAST(t.relname AS TEXT), CAST(a.attname AS TEXT) FROM pg_class t
                JOIN pg_attribute a ON a.attrelid = t.oid
                WHERE t.relnamespace = CAST(current_schema() AS regnamespace) AND t.relkind = 'r' AND a.attnum > 0
                    AND NOT a.attisdropped AND a.attgenerated = '' AND t.relname <> 'write_mark'
                ORDER BY t.oid, a.attnum
                """
            }
        var tables: [(name: String, columns: [String])] = []
        for row in try rows(statement) {
            let name = try row.text(0)
            if tables.last?.name != name { tables.append((name, [])) }
            tables[tables.count - 1].columns.append(try row.text(1))
        }
        return try tables.map { try SQLTable($0.name, $0.columns) }
    }
}
