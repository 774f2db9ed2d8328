package import TandemDomain
package import TandemSQL

/// A mentor as a person, over all his recognitions (R26).
package struct MentorRecord: Sendable, Hashable {
    package let id: Identifier<Mentor>
    package let sealedNumber: [UInt8]
    package let firstName: String
    package let lastName: String
    package let bornOn: Day
    package let version: Int

    package var name: String { "\(firstName) \(lastName)" }
}

extension SQLSession {
    /// The mentor with this number, found by its keyed hash.
    ///
    /// - Throws: ``SQLError``.
    package func mentor(numberHash: [UInt8]) throws -> MentorRecord? {
        try row("SELECT \(mentorColumns) FROM mentor WHERE number_hash = \(numberHash)").map { try mentorRecord($0) }
    }

    /// - Throws: ``SQLError``.
    package func mentor(_ id: Identifier<Mentor>) throws -> MentorRecord? {
        try row("SELECT \(mentorColumns) FROM mentor WHERE id = \(id)").map { try mentorRecord($0) }
    }

    /// - Throws: ``SQLError/unique(_:)`` where the number is there already.
    package func addMentor(
        numberHash: [UInt8],
        sealedNumber: [UInt8],
        firstName: String,
        lastName: String,
        bornOn: Day
    ) throws -> Identifier<Mentor> {
        let row = NewRow(
            mentor: numberHash,
            sealedNumber: sealedNumber,
            firstName: firstName,
            lastName: lastName,
            bornOn: bornOn
        )
        let id = Identifier<Mentor>(try add(row))
        try index("\(firstName) \(lastName)", as: .mentor, id.rawValue)
        return id
    }

    /// The mentors that a company proposed or has, to offer them again, by name.
    ///
    /// - Throws: ``SQLError``.
    package func mentors(of company: Identifier<Company>) throws -> [MentorRecord] {
        try rows(
            """
            SELECT \(mentorColumns) FROM mentor WHERE id IN (
                SELECT d.mentor_id FROM designation d JOIN application a ON a.id = d.application_id
                WHERE a.company_id = \(company)
                UNION SELECT m.mentor_id FROM recognition_mentor m JOIN recognition r ON r.id = m.recognition_id
                WHERE r.company_id = \(company))
            ORDER BY last_name, first_name, id
            """
        )
        .map { try mentorRecord($0) }
    }
}

let mentorColumns: SQL = "id, number_cipher, first_name, last_name, born_on, version"

func mentorRecord(_ row: SQLRow, from offset: Int = 0) throws -> MentorRecord {
    MentorRecord(
        id: try row.id(offset),
        sealedNumber: try row.blob(offset + 1),
        firstName: try row.text(offset + 2),
        lastName: try row.text(offset + 3),
        bornOn: try row.day(offset + 4),
        version: try row.int(offset + 5)
    )
}
