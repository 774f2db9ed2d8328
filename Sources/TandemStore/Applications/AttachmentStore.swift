package import TandemDomain
package import TandemSQL

/// A document in a file, under what the partnership asked.
package struct AttachmentRecord: Sendable {
    package let id: Int64
    package let application: Identifier<RecognitionApplication>
    package let requirement: RequirementCode
    package let document: Int64
    package let fileName: String
    package let addedOn: Day
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func attachments(of id: Identifier<RecognitionApplication>) throws -> [AttachmentRecord] {
        try rows("SELECT \(attachmentColumns) FROM attachment WHERE application_id = \(id) ORDER BY id")
            .map(attachmentRecord)
    }

    /// The documents of several files at once, in the order in which they were added.
    ///
    /// - Throws: ``SQLError``.
    package func attachments(ofFiles ids: [Identifier<RecognitionApplication>]) throws -> [AttachmentRecord] {
        try rows("SELECT \(attachmentColumns) FROM attachment WHERE application_id IN (\(ids)) ORDER BY id")
            .map(attachmentRecord)
    }

    /// - Throws: ``SQLError``.
    package func attachment(_ id: Int64) throws -> AttachmentRecord? {
        try row("SELECT \(attachmentColumns) FROM attachment WHERE id = \(id)").map(attachmentRecord)
    }

    /// - Throws: ``SQLError``.
    package func addAttachment(
        to id: Identifier<RecognitionApplication>,
        _ requirement: RequirementCode,
        document: Int64,
        fileName: String,
        on day: Day
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO attachment (application_id, requirement, document_id, file_name, added_on)
                VALUES (\(id), \(requirement), \(document), \(fileName), \(day)) RETURNING id
                """
            )
        )
    }

    /// - Throws: ``SQLError``.
    package func removeAttachment(_ id: Int64) throws {
        try run("DELETE FROM attachment WHERE id = \(id)")
    }
}

private let attachmentColumns: SQL = "id, application_id, requirement, document_id, file_name, added_on"

private func attachmentRecord(_ row: SQLRow) throws -> AttachmentRecord {
    AttachmentRecord(
        id: Int64(try row.int(0)),
        application: try row.id(1),
        requirement: RequirementCode(try row.text(2)),
        document: Int64(try row.int(3)),
        fileName: try row.text(4),
        addedOn: try row.day(5)
    )
}
