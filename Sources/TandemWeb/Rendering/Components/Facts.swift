/// What is known of one thing: names and values, one under the other.
package struct Facts: Hashable, Sendable {
    package struct Fact: Hashable, Sendable {
        let label: Word
        let value: Model
        let link: Link?
        let badge: Badge?

        /// A fact; a link behind it changes it or tells more.
        package init(_ label: Word, _ value: Model, link: Link? = nil) {
            self.label = label
            self.value = value
            self.link = link
            badge = nil
        }

        package init(_ label: Word, _ text: String?, link: Link? = nil) {
            self.init(label, text.map(Model.text) ?? .word("facts.unknown"), link: link)
        }

        package init(_ label: Word, _ badge: Badge) {
            self.label = label
            value = .nothing
            link = nil
            self.badge = badge
        }
    }

    private let facts: [Fact]

    package init(_ facts: [Fact]) { self.facts = facts }

    /// Printed by `{{#facts}}{{>components/facts}}{{/facts}}`.
    package var model: Model {
        [
            "facts": .list(
                facts.map { fact in
                    [
                        "label": .word(fact.label), "value": fact.value,
                        "link": fact.link?.model ?? .nothing, "badge": fact.badge?.model ?? .nothing,
                    ]
                }
            )
        ]
    }
}
