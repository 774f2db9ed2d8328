/// How a contact (*contact*) with a company or a school was made (R68).
package enum ContactKind: String, CaseIterable, Sendable, Hashable {
    case visit
    /// A meeting by video (*virtueel contact*).
    case virtual
    case telephone
    case email
}

/// With whom a contact was made (R68, R70).
package enum ContactTarget: String, CaseIterable, Sendable, Hashable {
    case company, school
}

/// What a contact was for (R68).
package enum ContactPurpose: String, CaseIterable, Sendable, Hashable {
    /// Looking for a workplace (*prospectie*).
    case prospecting
    /// Helping with an application for recognition.
    case recognition
    case renewal
    /// Guiding a workplace (*begeleiding*).
    case guidance
    case information
    case other
}

/// What a covenant counts a contact under: once, in the working year of its day and in its own category (R68).
package struct ContactCategory: Hashable, Sendable {
    package let workingYear: WorkingYear
    package let kind: ContactKind
    package let target: ContactTarget

    package init(workingYear: WorkingYear, kind: ContactKind, target: ContactTarget) {
        self.workingYear = workingYear
        self.kind = kind
        self.target = target
    }

    package init(heldOn day: Day, kind: ContactKind, target: ContactTarget) {
        self.init(workingYear: WorkingYear(of: day), kind: kind, target: target)
    }
}

/// What somebody writes down of a contact.
package struct ContactNote: Hashable, Sendable {
    package var heldOn: Day
    package var kind: ContactKind
    package var purpose: ContactPurpose
    /// For which sector it was.
    package var sector: PartnershipCode?
    package var text: String

    package init(
        heldOn: Day,
        kind: ContactKind,
        purpose: ContactPurpose = .prospecting,
        sector: PartnershipCode? = nil,
        text: String = ""
    ) {
        self.heldOn = heldOn
        self.kind = kind
        self.purpose = purpose
        self.sector = sector
        self.text = text
    }
}
