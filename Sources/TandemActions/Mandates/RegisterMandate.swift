package import TandemDomain
internal import TandemStore

/// A file that somebody uploads: what it was called, and its bytes.
package struct Upload: Sendable, Hashable {
    package static let largest = 10 * 1024 * 1024

    package let fileName: String
    package let bytes: [UInt8]

    package init(fileName: String, bytes: [UInt8]) {
        self.fileName = fileName
        self.bytes = bytes
    }

    /// The kind of document it really is.
    ///
    /// - Throws: ``Refusal`` where it is empty, too large or of another kind.
    func mediaType() throws -> MediaType {
        if bytes.isEmpty { throw Refusal.documentEmpty }
        if bytes.count > Self.largest { throw Refusal.documentSize }
        guard let type = MediaType(of: bytes) else { throw Refusal.documentKind }
        return type
    }
}

extension Desk {
    /// Keeps a document by its content.
    func keep(_ upload: Upload) throws -> Int64 {
        try session.addDocument(upload.bytes, upload.mediaType())
    }
}

extension Counter {
    /// Registers a signed mandate (*machtiging*) of a company for the organisation of the actor, or for another (R4).
    ///
    /// - Returns: the identity of the mandate.
    /// - Throws: ``Refusal``.
    package func registerMandate(
        of company: Identifier<Company>,
        for holder: Organisation,
        from: Day,
        until: Day?,
        signed: Upload,
        by actor: Actor
    ) async throws -> Int64 {
        try await act(by: actor) { desk in
            try desk.require(.registerMandate, desk.subject(of: company))
            guard actor.role.isOfCompany || actor.organisation == holder else { throw Refusal.notAllowed }
            guard let period = Period(from: from, until: until) else { throw Refusal.periodReversed }
            let document = try desk.keep(signed)
            let mandate = Mandate(company: company, holder: holder, period: period)
            let id = try desk.session.addMandate(mandate, document: document)
            try desk.record(.mandate, id, act: "registered", on: from)
            return id
        }
    }

    /// Ends a mandate from today on.
    ///
    /// - Throws: ``Refusal``.
    package func revokeMandate(_ id: Int64, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            guard let record = try desk.session.mandate(id) else { throw Refusal.notFound }
            try desk.require(.revokeMandate, desk.subject(of: record.mandate.company))
            guard actor.role.isOfCompany || record.mandate.holder == actor.organisation else {
                throw Refusal.notAllowed
            }
            guard try desk.session.revokeMandate(id, on: desk.today) else {
                throw try desk.changedMeanwhile(.mandate, id)
            }
            try desk.record(.mandate, id, version: record.version + 1, act: "revoked")
        }
    }
}
