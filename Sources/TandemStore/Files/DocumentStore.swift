package import TandemSQL

/// What kind of document may be kept, told by its first bytes and not by its name.
package enum MediaType: String, CaseIterable, Sendable {
    case pdf = "application/pdf"
    case jpeg = "image/jpeg"
    case png = "image/png"

    /// The kind that these bytes are; nothing for any other.
    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else {
            return nil
        }
    }
}

/// A document as it is shown: its kind and bytes.
package struct DocumentRecord: Sendable {
    package let id: Int64
    package let mediaType: MediaType
    /// Nothing where the document was removed after its time.
    package let content: [UInt8]?
}

extension SQLSession {
    /// Keeps a document once, however often it is added: the same bytes are the same row.
    ///
    /// - Throws: ``SQLError``.
    package func addDocument(_ content: [UInt8], _ mediaType: MediaType) throws -> Int64 {
        let digest = digest(of: content)
        if let row = try row("SELECT id FROM document WHERE digest = \(digest) AND content IS NOT NULL") {
            return Int64(try row.int(0))
        }
        return Int64(
            try integer(
                """
                INSERT INTO document (digest, media_type, size, content)
                VALUES (\(digest), \(mediaType.rawValue), \(content.count), \(content))
                ON CONFLICT (digest) DO UPDATE SET content = excluded.content RETURNING id
                """
            )
        )
    }

    /// Removes the content of a document that nothing refers to any more; its digest stays.
    ///
    /// - Throws: ``SQLError``.
    package func removeContentIfUnused(_ id: Int64) throws {
        try run(
            """
            UPDATE document SET content = NULL WHERE id = \(id)
                AND NOT EXISTS (SELECT 1 FROM designation WHERE extract_id = \(id))
                AND NOT EXISTS (SELECT 1 FROM designation WHERE proof_id = \(id))
                AND NOT EXISTS (SELECT 1 FROM attachment WHERE document_id = \(id))
                AND NOT EXISTS (SELECT 1 FROM mandate WHERE document_id = \(id))
                AND NOT EXISTS (SELECT 1 FROM application WHERE declaration_id = \(id))
            """
        )
    }

    /// - Throws: ``SQLError``.
    package func document(_ id: Int64) throws -> DocumentRecord? {
        try row("SELECT id, media_type, content FROM document WHERE id = \(id)").map { row in
            DocumentRecord(
                id: Int64(try row.int(0)),
                mediaType: try row.value(1),
                content: row.isNull(2) ? nil : try row.blob(2)
            )
        }
    }
}
