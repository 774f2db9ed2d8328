/// What the company register (*ondernemingsregister*) tells of a company or an establishment, as far as the counter
/// keeps it too.
package struct RegisterFacts: Hashable, Sendable {
    package let name: String
    /// With the house number; empty where the register tells no Belgian address.
    package let street: String
    package let postalCode: PostalCode?
    /// The company of an establishment.
    package let owner: CompanyNumber?

    package init(name: String, street: String, postalCode: PostalCode?, owner: CompanyNumber? = nil) {
        self.name = name
        self.street = street
        self.postalCode = postalCode
        self.owner = owner
    }

    /// Whether there is an address to take over.
    package var hasAddress: Bool { postalCode != nil && !street.isEmpty }

    /// What is told otherwise than before.
    package func changes(since last: RegisterFacts) -> Set<RegisterChange> {
        var changes: Set<RegisterChange> = []
        if name != last.name { changes.insert(.name) }
        if street != last.street || postalCode != last.postalCode { changes.insert(.address) }
        if owner != last.owner { changes.insert(.owner) }
        return changes
    }
}

/// A side of a company or an establishment that the company register may tell otherwise than before.
package enum RegisterChange: String, CaseIterable, Sendable, Hashable {
    case name
    case address
    /// An establishment belongs to another company, which took it over.
    case owner
}

/// What a new extract of the company register means for a company or an establishment of the counter (R18).
package enum RegisterNews: Hashable, Sendable {
    /// The register never held it, or it was gone already.
    case nothing
    /// It stands in the register for the first time that the counter follows it.
    case firstSeen
    case same
    case changed(Set<RegisterChange>)
    /// The register held it, and does so no more: it ended.
    case ended
    /// It had ended, and is there again.
    case returned
}

/// Compares what the register said the last time with what it says now; what it never held does not end by absence.
package func registerNews(last: RegisterFacts?, isGone: Bool, now: RegisterFacts?) -> RegisterNews {
    switch (last, now) {
    case (nil, nil): .nothing
    case (nil, _?): .firstSeen
    case (_?, nil): isGone ? .nothing : .ended
    case (_?, _?) where isGone: .returned
    case (let last?, let now?):
        last == now ? .same : .changed(now.changes(since: last))
    }
}
