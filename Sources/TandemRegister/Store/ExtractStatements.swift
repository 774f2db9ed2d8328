internal import TandemDomain
internal import TandemSQL

/// One import that the register is made of: a Full, or an Update after it.
package struct ImportedExtract: Sendable, Hashable {
    package let identity: ExtractIdentity
    /// The report of the import, as JSON.
    package let report: String
}

/// The statements about what the register is made of.
enum ExtractStatements {
    static func insert(_ extract: ImportedExtract) -> SQL {
        """
        INSERT INTO extract (format, number, kind, snapshot, made, report)
        VALUES (
            \(RegisterSchema.format), \(extract.identity.number), \(extract.identity.kind.rawValue),
            \(Int(extract.identity.snapshot.number)), \(extract.identity.timestamp), \(extract.report)
        )
        """
    }

    /// All imports, the Full first.
    ///
    /// - Throws: ``SQLError``, also where the file has another format.
    static func all(_ session: any SQLSession) throws -> [ImportedExtract] {
        try session.rows("SELECT format, number, kind, snapshot, made, report FROM extract ORDER BY position").map {
            row in
            guard try row.int(0) == RegisterSchema.format, let kind = ExtractKind(rawValue: try row.text(2)) else {
                throw SQLError.unexpectedRow("the register has format \(try row.int(0)); import a Full")
            }
            let identity = ExtractIdentity(
                number: try row.int(1),
                kind: kind,
                snapshot: Day(number: Int32(try row.int(3))),
                timestamp: try row.text(4)
            )
            return ImportedExtract(identity: identity, report: try row.text(5))
        }
    }

    /// How many imports there were: another number is another state.
    static let count: SQL = "SELECT count(*) FROM extract"
}
