package import TandemDomain

extension RegisterSnapshot {
    /// What the register tells of each number, as far as the counter keeps it too; numbers that are not there are left
    /// out.
    ///
    /// - Throws: ``SQLError``.
    package func facts(of numbers: [EntityNumber]) async throws -> [EntityNumber: RegisterFacts] {
        let found = try await summaries(of: numbers)
        return Dictionary(found.map { ($0.number, $0.facts) }) { first, _ in first }
    }
}

extension EntitySummary {
    /// What the counter keeps of it too.
    package var facts: RegisterFacts {
        let belgian = address.flatMap { $0.isBelgian ? $0 : nil }
        return RegisterFacts(
            name: name,
            street: belgian?.streetLine ?? "",
            postalCode: belgian?[.postalCode].flatMap { PostalCode($0) },
            owner: enterprise.map { CompanyNumber(stored: $0.digits) }
        )
    }
}

extension EntityAddress {
    /// `Stationsstraat 12 bus 3`: without the mark of the municipality that some streets carry.
    package var streetLine: String {
        let street = (self[.streetDutch] ?? self[.streetFrench] ?? "").replacing(/\s*\([^)]*\)$/, with: "")
        let box = self[.box].map { "bus \($0)" }
        return [street, self[.houseNumber], box].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
