internal import TandemDomain
internal import TandemStore

/// `GET /aanmelden` in a demonstration: everybody one can be, by what they do.
struct SignInScreen: Screen {
    static let template = "signing-in/personas"

    let personas: [NamedCapacity]
    let presenter: Presenter

    var title: Word { "signingIn.title" }

    var model: Model {
        [
            "notice": Notice(.warning, title: "signingIn.demonstration", body: "signingIn.demonstrationText").model,
            "action": .text(Addresses.signIn.url()),
            "groups": .list(Role.allCases.compactMap(group)),
            "nothing": personas.isEmpty
                ? EmptyState("signingIn.nobody", "signingIn.nobodyText").model : .nothing,
        ]
    }

    private func group(_ role: Role) -> Model? {
        let members = personas.filter { $0.capacity.role == role }
        if members.isEmpty { return nil }
        return [
            "id": .text(role.rawValue), "title": .text(presenter.role(role)),
            "about": .word(Word("signingIn.about.\(role.rawValue)")),
            "personas": .list(members.map { $0.model(presenter) }),
        ]
    }
}

/// `GET /hoedanigheid`: the capacities of one person, to change from one to another.
struct CapacityScreen: Screen {
    static let template = "signing-in/capacities"

    let current: Identifier<Capacity>?
    let personas: [NamedCapacity]
    let presenter: Presenter

    var title: Word { "signingIn.capacityTitle" }

    var model: Model {
        [
            "action": .text(Addresses.capacity.url()),
            "isOnlyOne": .flag(personas.count == 1),
            "personas": .list(
                personas.map { persona in
                    persona.model(presenter).adding([
                        "role": .text(presenter.role(persona.capacity.role)),
                        "isCurrent": .flag(persona.capacity.id == current),
                        "isOther": .flag(persona.capacity.id != current),
                    ])
                }
            ),
        ]
    }
}

/// `GET /aanmelden` where no identity provider is set up.
struct SignInUnavailableScreen: Screen {
    static let template = "signing-in/unavailable"

    var title: Word { "signingIn.unavailableTitle" }

    var model: Model { [:] }
}

extension NamedCapacity {
    fileprivate func model(_ presenter: Presenter) -> Model {
        [
            "id": .text(capacity.id.description), "slug": .text(capacity.slug), "name": .text(capacity.name),
            "organisation": .text(organisation(presenter)),
        ]
    }
}
