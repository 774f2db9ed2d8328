/// What surrounds a screen: who looks, where they are, and what was just done.
package struct Page: Sendable {
    /// The path of the request, which marks the current item of the navigation.
    package var path: String
    package var visitor: Visitor?
    /// Whether nobody is signed in; who is signed in may still be unknown, while the register does not answer.
    package var isStranger: Bool
    /// The secret that every form sends back.
    package var csrf: String
    package var flash: Flash?
    package var isDemonstration: Bool

    package init(
        path: String,
        visitor: Visitor? = nil,
        isStranger: Bool? = nil,
        csrf: String = "",
        flash: Flash? = nil,
        isDemonstration: Bool = false
    ) {
        self.path = path
        self.visitor = visitor
        self.isStranger = isStranger ?? (visitor == nil)
        self.csrf = csrf
        self.flash = flash
        self.isDemonstration = isDemonstration
    }
}

/// The person who is signed in, in the capacity they chose, as the header of a page shows them.
package struct Visitor: Hashable, Sendable {
    package var name: String
    package var role: Word
    package var organisation: String
    package var navigation: [NavigationItem]

    package init(name: String, role: Word, organisation: String, navigation: [NavigationItem]) {
        self.name = name
        self.role = role
        self.organisation = organisation
        self.navigation = navigation
    }
}

/// An item of the main navigation.
package struct NavigationItem: Hashable, Sendable {
    package let label: Word
    package let url: String
    /// How many things wait there; nothing shows no number.
    package let waiting: Int?

    package init(_ label: Word, url: String, waiting: Int? = nil) {
        self.label = label
        self.url = url
        self.waiting = waiting
    }

    /// Whether a page at `path` lies under this item.
    func covers(_ path: String) -> Bool { path == url || path.hasPrefix(url.hasSuffix("/") ? url : "\(url)/") }
}

/// What was just done, told once on the page that follows.
package struct Flash: Hashable, Sendable {
    package let kind: Tone
    package let words: Word

    package init(_ kind: Tone, _ words: Word) {
        self.kind = kind
        self.words = words
    }

    package static func success(_ text: Word) -> Flash { Flash(.success, text) }
    package static func info(_ text: Word) -> Flash { Flash(.info, text) }
    package static func warning(_ text: Word) -> Flash { Flash(.warning, text) }
}

/// The weight of a message or a label; it always comes with a text or a sign, never as colour alone.
package enum Tone: String, CaseIterable, Sendable {
    case neutral, info, success, warning, danger
}
