package import TandemDomain
package import TandemSQL

/// A contact (*contact*) with a company or a school, by whom and for what; written once and never changed.
package struct ContactRecord: Sendable, Hashable {
    package let id: Int64
    package let note: ContactNote
    package let subject: ContactSubject
    /// Where the prospect stood after it.
    package let outcome: ProspectState?
    package let name: String
    package let organisation: Organisation
}

/// With whom a contact was made, and in which case.
package struct ContactSubject: Sendable, Hashable {
    package var enterprise: CompanyNumber?
    package var establishment: EstablishmentNumber?
    package var provider: ProviderCode?
    package var prospect: Identifier<Prospect>?
    package var recognition: Identifier<Recognition>?

    /// A contact with a company.
    package init(
        _ enterprise: CompanyNumber,
        at establishment: EstablishmentNumber? = nil,
        prospect: Identifier<Prospect>? = nil,
        recognition: Identifier<Recognition>? = nil
    ) {
        self.enterprise = enterprise
        self.establishment = establishment
        self.prospect = prospect
        self.recognition = recognition
    }

    /// A contact with a school.
    package init(_ provider: ProviderCode) { self.provider = provider }

    fileprivate init() {}

    package var target: ContactTarget { provider == nil ? .company : .school }
}

extension SQLSession {
    /// Writes a contact down.
    ///
    /// - Throws: ``SQLError``.
    package func addContact(
        _ note: ContactNote,
        with subject: ContactSubject,
        outcome: ProspectState? = nil,
        by account: Identifier<Account>,
        of organisation: Organisation
    ) throws -> Int64 {
        Int64(
            try integer(
                """
                INSERT INTO contact (held_on, kind, target, purpose, sector, enterprise, establishment, provider,
                    prospect_id, recognition_id, outcome, account_id, organisation, note)
                VALUES (\(note.heldOn), \(note.kind), \(subject.target), \(note.purpose), \(note.sector),
                    \(subject.enterprise), \(subject.establishment), \(subject.provider), \(subject.prospect),
                    \(subject.recognition), \(outcome), \(account), \(organisation), \(note.text))
                RETURNING id
                """
            )
        )
    }

    /// The contacts with a company, the newest first; whose notes may be read, the caller decides.
    ///
    /// - Throws: ``SQLError``.
    package func contacts(with enterprise: CompanyNumber, limit: Int) throws -> [ContactRecord] {
        try rows(contactsStatement(with: enterprise, limit: limit)).map(contactRecord)
    }

    /// The contacts of one prospect, the newest first.
    ///
    /// - Throws: ``SQLError``.
    package func contacts(of prospect: Identifier<Prospect>) throws -> [ContactRecord] {
        try rows("\(selectContact) WHERE k.prospect_id = \(prospect) ORDER BY k.id DESC").map(contactRecord)
    }
}

/// The statement that reads the contacts with a company.
package func contactsStatement(with enterprise: CompanyNumber, limit: Int) -> SQL {
    "\(selectContact) WHERE k.enterprise = \(enterprise) ORDER BY k.held_on DESC, k.id DESC LIMIT \(limit)"
}

private let selectContact: SQL =
    """
    SELECT k.id, k.held_on, k.kind, k.purpose, k.sector, k.enterprise, k.establishment, k.provider, k.prospect_id,
        k.recognition_id, k.outcome, w.name, k.organisation, k.note
    FROM contact k JOIN account w ON w.id = k.account_id
    """

private func contactRecord(_ row: SQLRow) throws -> ContactRecord {
    var subject = ContactSubject()
    subject.enterprise = try row.optionalText(5).map { CompanyNumber(stored: $0) }
    subject.establishment = try row.optionalText(6).map { EstablishmentNumber(stored: $0) }
    subject.provider = try row.optionalText(7).map { ProviderCode($0) }
    subject.prospect = try row.optionalID(8)
    subject.recognition = try row.optionalID(9)
    return ContactRecord(
        id: Int64(try row.int(0)),
        note: ContactNote(
            heldOn: try row.day(1),
            kind: try row.value(2),
            purpose: try row.value(3),
            sector: try row.optionalText(4).map { PartnershipCode($0) },
            text: try row.text(13)
        ),
        subject: subject,
        outcome: try row.optionalValue(10),
        name: try row.text(11),
        organisation: try row.organisation(12)
    )
}
