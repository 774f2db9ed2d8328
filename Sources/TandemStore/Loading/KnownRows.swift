package import TandemDomain
package import TandemSQL

// What an import finds in the register already: one statement for many lines.

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func companies(numbered numbers: Set<CompanyNumber>) throws -> [CompanyRecord] {
        try many(numbers) { "SELECT \(companyColumns) FROM company c WHERE c.number IN (\($0))" }
            .map { try companyRecord($0) }
    }

    /// The identities of establishments by their number.
    ///
    /// - Throws: ``SQLError``.
    package func establishments(
        numbered numbers: Set<EstablishmentNumber>
    ) throws -> [EstablishmentNumber: Identifier<Establishment>] {
        let rows = try many(numbers) { "SELECT number, id FROM establishment WHERE number IN (\($0))" }
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (EstablishmentNumber(stored: try $0.text(0)), try $0.id(1)) }
        )
    }

    /// The identities of mentors by the keyed hash of their number.
    ///
    /// - Throws: ``SQLError``.
    package func mentors(numberHashes hashes: Set<[UInt8]>) throws -> [[UInt8]: Identifier<Mentor>] {
        let rows = try many(hashes) { "SELECT number_hash, id FROM mentor WHERE number_hash IN (\($0))" }
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.blob(0), try $0.id(1)) })
    }

    /// The recognitions that files with these references of an earlier register led to.
    ///
    /// - Throws: ``SQLError``.
    package func recognitions(references: Set<String>) throws -> [String: Identifier<Recognition>] {
        let rows = try many(references) {
            """
            SELECT a.reference, r.id FROM recognition r JOIN application a ON a.id = r.application_id
            WHERE a.reference IN (\($0))
            """
        }
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text(0), try $0.id(1)) })
    }

    /// Rows of many keys, in lists of few lengths: a database keeps a plan for each length.
    private func many<Key: SQLConvertible & Hashable>(
        _ keys: Set<Key>,
        _ statement: ([Key]) -> SQL
    ) throws -> [SQLRow] {
        guard let first = keys.first else { return [] }
        var length = 1
        while length < keys.count { length *= 4 }
        return try rows(statement(Array(keys) + Array(repeating: first, count: length - keys.count)))
    }
}
