internal import TandemDomain
internal import TandemStore

/// The contacts that somebody may read: those of his own organisation (R72).
///
/// Printed by `{{#contacts}}{{>radar/contacts}}{{/contacts}}`.
func contactList(_ contacts: [ContactRecord], for actor: Actor, _ presenter: Presenter) -> Model {
    let own = contacts.filter { $0.organisation == actor.organisation }
    return [
        "items": .list(own.map { contactModel($0, presenter) }), "isEmpty": .flag(own.isEmpty),
    ]
}

private func contactModel(_ contact: ContactRecord, _ presenter: Presenter) -> Model {
    [
        "day": .text(DutchFormat.day(contact.note.heldOn)), "name": .text(contact.name),
        "kind": .word(presenter.contactKind(contact.note.kind)),
        "purpose": .word(presenter.contactPurpose(contact.note.purpose)),
        "text": .maybe(contact.note.text.isEmpty ? nil : contact.note.text),
        "outcome": contact.outcome.map { presenter.prospect($0).model } ?? .nothing,
    ]
}

extension Site {
    /// The contacts with a company that its page shows to who calls for an organisation; nothing to others.
    ///
    /// - Throws: an error of the database.
    func contacts(with company: CompanyNumber, for actor: Actor) async throws -> Model {
        guard actor.may(.prospect, to: .register, on: today) else { return .nothing }
        let contacts = try await read { try $0.contacts(with: company, limit: 50) }
        return contactList(contacts, for: actor, presenter)
    }
}
