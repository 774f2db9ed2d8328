internal import HTTPTypes
internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The documents of files and mandates, each asked for by what it belongs to and never by its own number.
struct DocumentRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.attachment.pattern) { _, context in try await attachment(context) }
        router.get(Addresses.extract.pattern) { _, context in try await extract(context) }
        router.get(Addresses.proof.pattern) { _, context in try await proof(context) }
        router.get(Addresses.declaration.pattern) { _, context in try await declaration(context) }
        router.get(Addresses.mandateDocument.pattern) { _, context in try await mandate(context) }
    }

    private func attachment(_ context: AppRequestContext) async throws -> Response {
        let (file, id) = try Addresses.attachment.parameters(of: context)
        let found = try await site.read { session -> FoundDocument? in
            guard let attachment = try session.attachment(id), attachment.application.rawValue == file else {
                return nil
            }
            return try session.found(attachment.document, in: attachment.application, named: attachment.fileName)
        }
        return try respond(found, context)
    }

    /// A look is recorded in the same transaction that hands the extract over (R75).
    private func extract(_ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let id = Identifier<Designation>(try Addresses.extract.parameter(of: context))
        let document = try await site.counter.viewExtract(of: id, by: actor)
        return try response(to: document, named: "uittreksel-\(id)")
    }

    private func proof(_ context: AppRequestContext) async throws -> Response {
        let id = Identifier<Designation>(try Addresses.proof.parameter(of: context))
        let found = try await site.read { session -> FoundDocument? in
            guard let designation = try session.designation(id), let proof = designation.proof else { return nil }
            return try session.found(proof, in: designation.application, named: "vooropleiding-\(id)")
        }
        return try respond(found, context)
    }

    private func declaration(_ context: AppRequestContext) async throws -> Response {
        let id = Identifier<RecognitionApplication>(try Addresses.declaration.parameter(of: context))
        let found = try await site.read { session -> FoundDocument? in
            guard let declaration = try session.application(id)?.declaration else { return nil }
            return try session.found(declaration, in: id, named: "verklaring-\(id)")
        }
        return try respond(found, context)
    }

    /// Who holds the mandate may see it, and who handles a file of the company that gave it.
    private func mandate(_ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let id = try Addresses.mandateDocument.parameter(of: context)
        let found = try await site.read { session -> (record: MandateRecord, subjects: [Subject])? in
            guard let record = try session.mandate(id) else { return nil }
            return (record, try session.subjects(of: record.mandate.company))
        }
        guard let found,
            actor.organisation == found.record.mandate.holder
                || found.subjects.contains(where: { actor.may(.readCompany, to: $0, on: site.today) })
        else { throw Refusal.notFound }
        guard let document = try await site.read({ try $0.document(found.record.document) }) else {
            throw Refusal.notFound
        }
        return try response(to: document, named: "machtiging-\(id)")
    }

    private func respond(_ found: FoundDocument?, _ context: AppRequestContext) throws -> Response {
        guard let found else { throw Refusal.notFound }
        try site.require(.readApplication, to: found.subject, context)
        return try response(to: found.document, named: found.name)
    }

    private func response(to document: DocumentRecord, named name: String) throws -> Response {
        guard let content = document.content else { throw DocumentRemoved() }
        let fileName = safeFileName(name, document.mediaType)
        return Response(
            status: .ok,
            headers: [
                .contentType: document.mediaType.rawValue,
                .contentDisposition: "inline; filename=\"\(fileName)\"",
                .xContentTypeOptions: "nosniff",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: content))
        )
    }
}

/// A document that was found, with what decides who may see it.
private struct FoundDocument: Sendable {
    let document: DocumentRecord
    let subject: Subject
    let name: String
}

/// A document that was there, and was removed when its time was over (R75).
struct DocumentRemoved: Explainable {
    var explanation: Explanation { Explanation(.notFound, "document.removed") }
}

/// A name that a browser may save a document under: letters, digits and a few marks, ending as its kind does.
func safeFileName(_ name: String, _ mediaType: TandemStore.MediaType) -> String {
    let ending =
        switch mediaType {
        case .pdf: "pdf"
        case .jpeg: "jpg"
        case .png: "png"
        }
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let parts = last.split(separator: ".")
    let stem = parts.dropLast(last.contains(".") ? 1 : 0)
    let safe = stem.joined(separator: "-").unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            ? String(scalar) : "-"
    }
    let kept = safe.joined().split(separator: "-").joined(separator: "-").prefix(80)
    return "\(kept.isEmpty ? "document" : String(kept)).\(ending)"
}

extension SQLSession {
    fileprivate func found(
        _ document: Int64,
        in id: Identifier<RecognitionApplication>,
        named name: String
    ) throws -> FoundDocument? {
        guard let file = try application(id), let record = try self.document(document) else { return nil }
        let subject = file.subject(mandates: try mandates(of: file.company))
        return FoundDocument(document: record, subject: subject, name: name)
    }

    /// The company, and each partnership that has to do with one of its files.
    fileprivate func subjects(of company: Identifier<Company>) throws -> [Subject] {
        let mandates = try mandates(of: company)
        let files = try applications(of: company, limit: 200).map { $0.subject(mandates: mandates) }
        return [Subject(company: company, mandates: mandates.map(\.mandate))] + Set(files)
    }
}
