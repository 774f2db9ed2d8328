/// Somewhere to go: a link or, with an emphasis, a link that looks like a button.
package struct Link: Hashable, Sendable {
    package enum Emphasis: String, Sendable {
        case plain, primary, secondary, danger
    }

    package let label: Word
    package let url: String
    package let emphasis: Emphasis

    package init(_ label: Word, url: String, emphasis: Emphasis = .plain) {
        self.label = label
        self.url = url
        self.emphasis = emphasis
    }

    /// Printed by `{{#links}}{{>components/link}}{{/links}}`.
    package var model: Model {
        [
            "label": .word(label), "url": .text(url), "isButton": .flag(emphasis != .plain),
            "emphasis": .text(emphasis.rawValue),
        ]
    }
}

/// The button that sends a form, with the links beside it.
package struct Buttons: Hashable, Sendable {
    package struct Submit: Hashable, Sendable {
        let label: Word
        let name: String?
        let emphasis: Link.Emphasis

        /// A button; its `name` is sent along where a form has several.
        package init(_ label: Word, name: String? = nil, emphasis: Link.Emphasis = .primary) {
            self.label = label
            self.name = name
            self.emphasis = emphasis
        }
    }

    private let submits: [Submit]
    private let links: [Link]

    package init(_ submits: Submit..., links: [Link] = []) {
        self.submits = submits
        self.links = links
    }

    /// Printed by `{{#buttons}}{{>components/buttons}}{{/buttons}}`.
    package var model: Model {
        [
            "submits": .list(
                submits.map { submit in
                    [
                        "label": .word(submit.label), "name": .maybe(submit.name),
                        "emphasis": .text(submit.emphasis.rawValue),
                    ]
                }
            ),
            "links": .list(links.map(\.model)),
        ]
    }
}
