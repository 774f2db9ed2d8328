package import TandemDomain
package import TandemStore

extension Counter {
    /// Hands over the extract of the criminal record of a proposed mentor, and records who looked at it (R75).
    ///
    /// - Throws: ``Refusal``; where the extract was removed after its time, ``Refusal/notFound``.
    package func viewExtract(of id: Identifier<Designation>, by actor: Actor) async throws -> DocumentRecord {
        try await act(by: actor) { desk in
            guard var designation = try desk.session.designation(id) else { throw Refusal.notFound }
            let file = try desk.file(designation.application, since: nil)
            try desk.require(.readExtract, desk.subject(of: file))
            guard let extract = designation.extract, let document = try desk.session.document(extract),
                document.content != nil
            else { throw Refusal.notFound }
            try desk.save(&designation, act: Self.extractViewed)
            return document
        }
    }

    /// The act under which a look at an extract is recorded.
    static let extractViewed = "extract_viewed"
}
