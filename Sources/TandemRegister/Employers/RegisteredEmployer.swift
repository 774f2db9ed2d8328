internal import TandemSQL

/// What the side file says of an establishment, or of an enterprise by its establishments together; the company
/// register itself does not tell it.
package struct RegisteredEmployer: Hashable, Sendable {
    /// How many people work there; where only a class is known, the fewest of the class.
    package let employees: Int?
    /// The joint committee (*paritair comité*); of an enterprise, that of most of its people.
    package let jointCommittee: String?

    package init(employees: Int?, jointCommittee: String?) {
        self.employees = employees
        self.jointCommittee = jointCommittee
    }

    /// An enterprise as its establishments make it; nothing where there are none.
    init?(of parts: [RegisteredEmployer]) {
        guard !parts.isEmpty else { return nil }
        let known = parts.compactMap(\.employees)
        var people: [String: Int] = [:]
        for part in parts {
            if let committee = part.jointCommittee { people[committee, default: 0] += max(1, part.employees ?? 1) }
        }
        employees = known.isEmpty ? nil : known.reduce(0, +)
        jointCommittee = people.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension RegisterSnapshot {
    /// What the side file says of an establishment, or of the establishments of an enterprise together; nothing where
    /// it says nothing.
    ///
    /// - Throws: ``SQLError``.
    package func employer(_ number: EntityNumber) async throws -> RegisteredEmployer? {
        try await employers(of: [number])[number]
    }

    /// The same of many numbers at once; those of whom nothing is said are left out.
    ///
    /// - Throws: ``SQLError``.
    package func employers(of numbers: [EntityNumber]) async throws -> [EntityNumber: RegisteredEmployer] {
        try await database.read { session in
            var found: [EntityNumber: RegisteredEmployer] = [:]
            for number in numbers {
                let rows = try session.rows(EmployerStatements.employers(number))
                found[number] = RegisteredEmployer(of: try rows.map { try EmployerStatements.employer($0) })
            }
            return found
        }
    }

    /// How many people work there, as far as the side file says.
    ///
    /// - Throws: ``SQLError``.
    package func employees(of number: EntityNumber) async throws -> Int? { try await employer(number)?.employees }

    /// The joint committee, as far as the side file says.
    ///
    /// - Throws: ``SQLError``.
    package func jointCommittee(of number: EntityNumber) async throws -> String? {
        try await employer(number)?.jointCommittee
    }
}
