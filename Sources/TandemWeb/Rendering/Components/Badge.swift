/// A status in a few words, with a sign before it so that it does not rest on its colour.
package struct Badge: Hashable, Sendable {
    package let tone: Tone
    package let text: Word

    package init(_ tone: Tone, _ text: Word) {
        self.tone = tone
        self.text = text
    }

    /// Printed by `{{#status}}{{>components/badge}}{{/status}}`.
    package var model: Model { ["tone": .text(tone.rawValue), "text": .word(text)] }
}
