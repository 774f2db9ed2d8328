package import TandemDomain
internal import TandemStore

/// The files that one step of a form edits: all drafts of a bundle, or one file that was sent back.
package enum EditScope: Hashable, Sendable {
    case bundle(Int64)
    case file(Identifier<RecognitionApplication>)
}

extension Counter {
    /// Adds a document to every file of the scope, under what the partnership asks.
    ///
    /// - Throws: ``Refusal``.
    package func attach(
        _ upload: Upload,
        as requirement: RequirementCode,
        to scope: EditScope,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let files = try desk.editableFiles(scope)
            guard desk.reference.requirements.contains(where: { $0.code == requirement }) else {
                throw Refusal.unknownCode(requirement.rawValue)
            }
            let document = try desk.keep(upload)
            for file in files {
                let id = try desk.session.addAttachment(
                    to: file.id,
                    requirement,
                    document: document,
                    fileName: upload.fileName,
                    on: desk.today
                )
                try desk.record(.attachment, id, act: "added")
            }
        }
    }

    /// Takes a document out of every file of the scope.
    ///
    /// - Throws: ``Refusal``.
    package func detach(_ attachment: Int64, in scope: EditScope, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            let files = try desk.editableFiles(scope)
            let all = try files.flatMap { try desk.session.attachments(of: $0.id) }
            guard let chosen = all.first(where: { $0.id == attachment }) else { throw Refusal.notFound }
            for same in all where same.document == chosen.document && same.requirement == chosen.requirement {
                try desk.session.removeAttachment(same.id)
                try desk.record(.attachment, same.id, version: 2, act: "removed")
            }
        }
    }

    /// Notes that the company declared on its honour that it meets the conditions (R4).
    ///
    /// A third party hands over the signed declaration of each file; the company itself ticks.
    ///
    /// - Throws: ``Refusal``.
    package func declare(
        _ signed: [Identifier<RecognitionApplication>: Upload],
        hasTicked: Bool,
        in scope: EditScope,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            for var file in try desk.editableFiles(scope) {
                if let upload = signed[file.id] {
                    file.declaration = try desk.keep(upload)
                    file.declaredOn = desk.today
                } else if actor.role.isOfCompany {
                    file.declaredOn = hasTicked ? file.declaredOn ?? desk.today : nil
                } else {
                    continue
                }
                try desk.save(&file, act: "declared")
            }
        }
    }
}

extension Desk {
    /// The files of a scope that this person may change now; refuses where there is none.
    func editableFiles(_ scope: EditScope) throws -> [ApplicationRecord] {
        switch scope {
        case .bundle(let id):
            let bundle = try editableBundle(id)
            let files = try session.applications(ofBundle: bundle.id).filter { $0.status == .draft }
            if files.isEmpty { throw Refusal.trainingMissing }
            return files
        case .file(let id):
            let file = try file(id, since: nil)
            try require(.editApplication, subject(of: file))
            guard file.status.isEditable else { throw Refusal.notFrom(file.status) }
            return [file]
        }
    }
}
