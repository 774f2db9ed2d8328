/// What happened to a file, newest first.
package struct Timeline: Hashable, Sendable {
    package struct Event: Hashable, Sendable {
        let title: Word
        let moment: String
        let actor: String?
        let text: String?
        let tone: Tone

        /// `moment` is the day or the instant as it is printed.
        package init(_ title: Word, moment: String, actor: String? = nil, text: String? = nil, tone: Tone = .neutral) {
            self.title = title
            self.moment = moment
            self.actor = actor
            self.text = text
            self.tone = tone
        }
    }

    private let events: [Event]

    package init(_ events: [Event]) { self.events = events }

    /// Printed by `{{#timeline}}{{>components/timeline}}{{/timeline}}`.
    package var model: Model {
        [
            "events": .list(
                events.map { event in
                    [
                        "title": .word(event.title), "moment": .text(event.moment), "actor": .maybe(event.actor),
                        "text": .maybe(event.text), "tone": .text(event.tone.rawValue),
                    ]
                }
            )
        ]
    }
}
