internal import TandemActions
internal import TandemDomain
package import TandemStore

extension Presenter {
    /// The history of a file or recognition, newest first; the name of who did it only where `showsNames`.
    package func timeline(_ events: [EventRecord], showsNames: Bool) -> Timeline {
        Timeline(
            events.reversed().compactMap { event in
                guard let title = title(of: event) else { return nil }
                return Timeline.Event(
                    title,
                    moment: moment(of: event),
                    actor: showsNames ? event.name ?? role(event.role) : role(event.role),
                    text: event.note,
                    tone: tone(of: event)
                )
            }
        )
    }

    /// The day it took effect, with the moment of recording where that is another day.
    private func moment(of event: EventRecord) -> String {
        let recorded = DutchFormat.shortInstant(event.recordedAt)
        return WallClock.day(of: event.recordedAt) == event.effectiveOn
            ? recorded : "\(DutchFormat.short(event.effectiveOn)) (\(recorded))"
    }

    /// What an event is called; nothing for events that say nothing to a reader, such as a step of a form.
    private func title(of event: EventRecord) -> Word? {
        let key = "\(event.subject)_\(event.act)"
        return Self.silent.contains(key) ? nil : Word("timeline.\(key)")
    }

    private static let silent: Set<String> = ["application_edited", "application_declared"]

    private func tone(of event: EventRecord) -> Tone {
        switch event.act {
        case "approve", "lapse", "recognised", "judged_accepted": .success
        case "reject", "withdraw", "withdraw_without_mentor", "withdraw_by_exclusion", "discontinue", "judged_refused":
            .danger
        case "mark_incomplete", "hold": .warning
        case "submit", "resubmit", "take_up", "resume": .info
        case _: .neutral
        }
    }
}
