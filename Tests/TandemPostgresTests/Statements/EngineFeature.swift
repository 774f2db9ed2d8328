/// Something that statements of the register ask of an engine, and that an engine which spreads its rows over several
/// machines may lack or make costly; the page on scale has a row for each.
enum EngineFeature: String, CaseIterable {
    case transactionLock = "lock of a transaction"
    case connectionLock = "lock of a connection"
    case savepoint
    case load = "bulk load"
    case identity = "identity from a sequence"
    case computedColumn = "computed column"
    case trigger
    case triggerOnTruncate = "trigger on emptying a table"
    case foreignKey = "foreign key"
    case uniqueness
    case partialIndex = "partial index"
    case indexOnExpression = "index on an expression"
    case byteOrder = "order by bytes"
    case rowComparison = "comparison of rows"
    case upsert = "insert or update"
    case insertFromReading = "insert from a reading"
    case subquery = "reading within a statement"
    case union = "readings put together"
    case endOfChain = "end of the chain"
    case snapshot = "reading of one moment"
    case settings = "settings of a connection"
    case statistics = "statistics of tables"
    case catalogue
    case serverTime = "time of the server"
    case schemaChange = "schema change in a transaction"

    /// Words that no statement holds without asking for it.
    var words: Set<Substring> {
        switch self {
        case .transactionLock: ["pg_advisory_xact_lock"]
        case .connectionLock: ["pg_try_advisory_lock", "hashtextextended"]
        case .savepoint: ["savepoint"]
        case .load: ["copy", "stdin"]
        case .identity: ["identity", "setval", "pg_get_serial_sequence", "pg_sequence_last_value", "regclass"]
        case .computedColumn: ["stored"]
        case .trigger: ["trigger", "function", "returns", "language", "plpgsql", "execute", "each"]
        case .foreignKey: ["references"]
        case .uniqueness: ["unique"]
        case .byteOrder: ["collate"]
        case .upsert: ["conflict", "excluded", "nothing", "do"]
        case .union: ["union", "intersect"]
        case .snapshot: ["isolation", "level", "repeatable", "read", "only"]
        case .settings:
            [
                "client_encoding", "client_min_messages", "bytea_output", "statement_timeout", "lock_timeout",
                "idle_in_transaction_session_timeout", "local",
            ]
        case .statistics: ["vacuum", "analyze"]
        case .catalogue:
            [
                "to_regclass", "current_schema", "regnamespace", "oid", "pg_tables", "schemaname", "tablename",
                "pg_class",
                "relname", "relkind", "relnamespace", "relpages", "relallvisible", "pg_attribute", "attname",
                "attrelid", "attnum", "attisdropped",
                "attgenerated",
            ]
        case .serverTime: ["now", "interval", "timestamptz"]
        case .schemaChange: ["alter", "add", "column"]
        case .triggerOnTruncate, .partialIndex, .indexOnExpression, .rowComparison, .insertFromReading, .subquery,
            .endOfChain:
            []
        }
    }

    /// Whether a statement asks for it.
    func isAsked(by statement: SentStatement) -> Bool {
        if !statement.words.isDisjoint(with: words) { return true }
        switch self {
        case .triggerOnTruncate: return statement.holds("before truncate")
        case .partialIndex: return statement.kind == "CREATE INDEX" && statement.holds("where")
        case .indexOnExpression: return statement.kind == "CREATE INDEX" && statement.holds("coalesce (")
        case .rowComparison: return statement.holds(") > (") || statement.holds(") < (")
        case .insertFromReading: return statement.kind == "INSERT" && statement.holds("select")
        case .subquery: return statement.holds("( select")
        case .endOfChain: return statement.holds("from event order by id desc limit")
        case .schemaChange: return ["CREATE TABLE", "CREATE INDEX", "DROP TABLE"].contains(statement.kind)
        case .transactionLock, .connectionLock, .savepoint, .load, .identity, .computedColumn, .trigger, .foreignKey,
            .uniqueness, .byteOrder, .upsert, .union, .snapshot, .settings, .statistics, .catalogue, .serverTime:
            return false
        }
    }

    /// Words of SQL that every engine knows.
    static let plainWords: Set<Substring> = [
        "select", "distinct", "from", "join", "left", "on", "where", "and", "or", "not", "null", "is", "in", "between",
        "like", "exists", "as", "order", "by", "asc", "desc", "group", "limit", "all", "case", "when", "then", "else",
        "end", "cast", "count", "sum", "max", "min", "coalesce", "trim", "length", "insert", "into", "values", "update",
        "set", "delete", "returning", "create", "table", "index", "primary", "key", "constraint", "check", "default",
        "generated", "always", "drop", "if", "text", "integer", "bigint", "bytea", "begin", "commit", "rollback", "to",
        "true",
        "false", "row", "for", "before", "truncate", "statement",
    ]
}
