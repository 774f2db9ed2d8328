/// A message in the page: what was done, what to mind, what stands in the way.
package struct Notice: Hashable, Sendable {
    package let tone: Tone
    package let title: Word?
    package let body: Word

    package init(_ tone: Tone, title: Word? = nil, body: Word) {
        self.tone = tone
        self.title = title
        self.body = body
    }

    /// Printed by `{{#notice}}{{>components/notice}}{{/notice}}`.
    package var model: Model {
        [
            "tone": .text(tone.rawValue), "sign": .word(Word("tone.\(tone.rawValue)")),
            "title": .maybe(title), "body": .word(body),
        ]
    }
}
