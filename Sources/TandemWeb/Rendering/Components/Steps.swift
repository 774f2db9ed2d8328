/// Where one is in a form of several pages.
package struct Steps: Hashable, Sendable {
    private let labels: [Word]
    private let current: Int
    private let urls: [String?]

    /// `current` counts from one; a step behind it leads back where it has an address.
    package init(_ labels: [Word], current: Int, urls: [String?] = []) {
        self.labels = labels
        self.current = current
        self.urls = urls
    }

    /// Printed by `{{#steps}}{{>components/steps}}{{/steps}}`.
    package var model: Model {
        let count = ["current": String(current), "total": String(labels.count)]
        return [
            "position": .word("steps.position", count),
            "steps": .list(
                labels.enumerated().map { index, label in
                    let isDone = index + 1 < current
                    let url = isDone && index < urls.count ? urls[index] : nil
                    return [
                        "label": .word(label), "number": .text(String(index + 1)), "isDone": .flag(isDone),
                        "isCurrent": .flag(index + 1 == current), "url": .maybe(url), "isPlain": .flag(url == nil),
                        "state": .text(isDone ? "done" : index + 1 == current ? "current" : "ahead"),
                    ]
                }
            ),
        ]
    }
}
