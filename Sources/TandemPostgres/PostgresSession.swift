internal import TandemSQL

/// A connection inside a transaction, as the store uses it.
struct PostgresSession: SQLSession {
    let connection: PostgresConnection
    let settings: PostgresSettings

    func rows(_ statement: SQL) throws -> [SQLRow] {
        let result = try connection.run(statement)
        return try (0..<result.rowCount).map { try result.row($0) }
    }

    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        try connection.stream(statement, body)
    }

    func run(_ statement: SQL) throws -> Int { try connection.run(statement).changedRows }

    func runAll(_ statements: [SQL]) throws { try connection.runAll(statements) }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int {
        // A load takes as long as it takes, also where people wait for other statements.
        connection.defer_("SET LOCAL statement_timeout = 0")
        let columns = table.columns.joined(separator: ", ")
        var lines = CopyLines()
        let count = try connection.copy("COPY \(table.name) (\(columns)) FROM STDIN") { try lines.portion(of: next) }
        if table.columns.contains("id") { try advanceIdentity(of: table.name) }
        connection.defer_(PostgresCommand(stringLiteral: "SET LOCAL statement_timeout = \(settings.statementMilliseconds)"))
        return count
    }

    /// The next row gets an identity behind those that were loaded; a name of a table is letters alone.
    private func advanceIdentity(of table: String) throws {
        try connection.runScript(
            """
            SELECT setval(pg_get_serial_sequence('\(table)', 'id'), (SELECT max(id) FROM \(table)))
            WHERE pg_get_serial_sequence('\(table)', 'id') IS NOT NULL AND EXISTS (SELECT 1 FROM \(table))
            """
        )
    }

    func runScript(_ script: SQLScript) throws { try connection.runScript(script.text) }
}

/// Rows in the text format of `COPY`, some tens of kilobytes at a time.
private struct CopyLines {
    private var isAtEnd = false

    mutating func portion(of rows: () throws -> [SQLValue]?) throws -> [UInt8]? {
        if isAtEnd { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.size + 4096)
        while bytes.count < Self.size {
            guard let values = try rows() else {
                isAtEnd = true
                break
            }
            append(values, to: &bytes)
        }
        return bytes.isEmpty ? nil : bytes
    }

    private static let size = 1 << 16

    private func append(_ values: [SQLValue], to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "\\N".utf8
        case .integer(let number): bytes += String(number).utf8
        case .real(let number): bytes += String(number).utf8
        case .text(let text): for byte in text.utf8 { append(byte, to: &bytes) }
        case .blob(let blob):
            bytes += "\\\\x".utf8
            for byte in blob { bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]] }
        }
    }

    private func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case _: bytes.append(byte)
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
