package import TandemSQL

// What a make needs before and after many rows go into many tables.

extension SQLSession {
    /// Lets a row refer to one that is written later in this transaction.
    ///
    /// PostgreSQL looks at the end of each load; its tables stand behind those they refer to.
    ///
    /// - Throws: ``SQLError``.
    package func deferForeignKeys(_ dialect: SQLDialect) throws {
        switch dialect {
        case .sqlite: try runScript("PRAGMA defer_foreign_keys = ON")
        case .postgresql: break
        }
    }

    /// Tells the planner at once what the tables now hold, which it would learn minutes later by itself.
    ///
    /// SQLite plans by its indexes alone.
    ///
    /// - Throws: ``SQLError``.
    package func describeTables(_ dialect: SQLDialect) throws {
        switch dialect {
        case .sqlite: break
        case .postgresql: try runScript("ANALYZE")
        }
    }
}
