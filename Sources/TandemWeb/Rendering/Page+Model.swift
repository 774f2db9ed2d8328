extension Page {
    /// The page around a screen, as the layout prints it under the name `page`.
    func model<S: Screen>(around screen: S, assets: Assets) -> Model {
        [
            "title": .word(screen.title),
            "caption": .maybe(screen.caption),
            "breadcrumbs": .list(screen.breadcrumbs.map(\.model)),
            "errors": screen.errors.model,
            "isRefused": .flag(!screen.errors.isEmpty),
            "csrf": .text(csrf),
            "flash": flash.map(\.model) ?? .nothing,
            "isDemonstration": .flag(isDemonstration),
            "visitor": visitor.map { $0.model(at: path) } ?? .nothing,
            "isStranger": .flag(isStranger),
            "addresses": [
                "home": .text(Addresses.home.url()), "signIn": .text(Addresses.signIn.url()),
                "signOut": .text(Addresses.signOut.url()), "capacity": .text(Addresses.capacity.url()),
            ],
            "stylesheet": .text(assets.url("tandem.css")),
            "script": .text(assets.url("tandem.js")),
            "icon": .text(assets.url("mark.svg")),
        ]
    }
}

extension Visitor {
    fileprivate func model(at path: String) -> Model {
        let current = navigation.filter { $0.covers(path) }.max { $0.url.utf8.count < $1.url.utf8.count }
        return [
            "name": .text(name),
            "role": .word(role),
            "organisation": .text(organisation),
            "navigation": .list(
                navigation.map { item in
                    [
                        "label": .word(item.label), "url": .text(item.url), "isCurrent": .flag(item == current),
                        "waiting": .maybe(item.waiting.map { DutchFormat.number($0) }),
                    ]
                }
            ),
        ]
    }
}

extension Flash {
    fileprivate var model: Model { Notice(kind, body: words).model.adding(["isLive": true]) }
}
