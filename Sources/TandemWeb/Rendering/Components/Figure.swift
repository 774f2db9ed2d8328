/// One large number with what it counts: a tile of a dashboard.
package struct Figure: Hashable, Sendable {
    private let label: Word
    private let value: String
    private let note: Word?
    private let url: String?

    package init(_ label: Word, _ value: String, note: Word? = nil, url: String? = nil) {
        self.label = label
        self.value = value
        self.note = note
        self.url = url
    }

    /// Printed by `<ul class="figures">{{#figures}}{{>components/figure}}{{/figures}}</ul>`.
    package var model: Model {
        [
            "label": .word(label), "value": .text(value), "note": .maybe(note), "url": .maybe(url),
            "isPlain": .flag(url == nil),
        ]
    }
}
