internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// A capacity with the name of its organisation, where the register knows it.
struct NamedCapacity: Sendable {
    let capacity: CapacityRecord
    /// The name of a company; other organisations are named by the reference data.
    let companyName: String?

    func organisation(_ presenter: Presenter) -> String {
        companyName ?? presenter.organisation(capacity.organisation)
    }
}

extension SQLSession {
    func namedCapacities(_ capacities: [CapacityRecord]) throws -> [NamedCapacity] {
        let names = try companyNames(capacities.compactMap(\.organisation.company))
        return capacities.map { capacity in
            NamedCapacity(capacity: capacity, companyName: capacity.organisation.company.flatMap { names[$0] })
        }
    }
}

extension Organisation {
    fileprivate var company: Identifier<Company>? {
        guard case .company(let id) = self else { return nil }
        return id
    }
}
