internal import TandemDomain
internal import TandemStore

/// What the company register tells otherwise of a company and its establishments than the counter has it, each with
/// the two answers for who may give them.
struct RegisterNotice: Sendable {
    let presenter: Presenter
    let company: CompanyRecord
    let places: [EstablishmentRecord]
    let links: RegisterLinks
    /// Where an answer goes; nothing where the visitor only reads.
    let action: String?

    /// Printed by `{{>applying/register-news}}`.
    var model: Model { .list([companyModel].compactMap(\.self) + places.compactMap(placeModel)) }

    private var companyModel: Model? {
        links.company.flatMap { model($0, name: company.details.name, establishment: nil) }
    }

    private func placeModel(_ place: EstablishmentRecord) -> Model? {
        let name = "\(place.name), \(place.number.formatted)"
        return links.establishments[place.id].flatMap { model($0, name: name, establishment: place.id) }
    }

    private func model(_ link: RegisterLink, name: String, establishment: Identifier<Establishment>?) -> Model? {
        let id = "kbo-\(establishment?.rawValue ?? 0)"
        if let day = link.goneOn {
            let title: Word = establishment == nil ? "companyRegister.companyGone" : "companyRegister.placeGone"
            return [
                "id": .text(id), "title": .word(title), "name": .text(name),
                "told": .word("companyRegister.goneSince", ["day": DutchFormat.day(day)]),
                "facts": .nothing, "answer": .nothing,
            ]
        }
        guard !link.changes.isEmpty else { return nil }
        return [
            "id": .text(id), "name": .text(name),
            "title": .word(establishment == nil ? "companyRegister.says" : "companyRegister.saysOfPlace"),
            "told": .word(
                "companyRegister.toldOn",
                ["day": DutchFormat.day(link.toldOn), "extract": String(link.toldIn)]
            ),
            "facts": facts(link).model, "answer": answer(link, name, establishment),
        ]
    }

    private func facts(_ link: RegisterLink) -> Facts {
        let facts = link.facts
        return Facts(
            RegisterChange.allCases.filter(link.changes.contains).map { change in
                switch change {
                case .name: .init("companyRegister.name", facts.name)
                case .address: .init("company.address", address(facts))
                case .owner: .init("companyRegister.owner", facts.owner?.formatted)
                }
            }
        )
    }

    private func address(_ facts: RegisterFacts) -> String? {
        guard facts.hasAddress, let postalCode = facts.postalCode else { return nil }
        return presenter.address(facts.street, postalCode)
    }

    private func answer(_ link: RegisterLink, _ name: String, _ establishment: Identifier<Establishment>?) -> Model {
        guard let action else { return .nothing }
        let canTakeOver = link.changes.contains(.name) || (link.changes.contains(.address) && link.facts.hasAddress)
        return [
            "action": .text(action), "establishment": .text(establishment.map { String($0.rawValue) } ?? ""),
            "canTakeOver": .flag(canTakeOver),
            "takeOverLabel": .word("companyRegister.takeOverFor", ["name": name]),
            "keepLabel": .word("companyRegister.keepFor", ["name": name]),
        ]
    }
}
