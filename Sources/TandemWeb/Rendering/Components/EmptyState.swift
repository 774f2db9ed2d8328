/// Where there is nothing yet: why, and what one can do.
package struct EmptyState: Hashable, Sendable {
    private let title: Word
    private let text: Word
    private let link: Link?

    package init(_ title: Word, _ text: Word, link: Link? = nil) {
        self.title = title
        self.text = text
        self.link = link
    }

    /// Printed by `{{#nothing}}{{>components/empty-state}}{{/nothing}}`.
    package var model: Model { ["title": .word(title), "text": .word(text), "link": link?.model ?? .nothing] }
}
