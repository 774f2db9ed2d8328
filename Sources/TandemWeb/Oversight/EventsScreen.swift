internal import TandemDomain
internal import TandemStore

/// `GET /dossiers/{id}/gebeurtenissen`: every event of a file, with both its times, its state and its digest.
struct EventsScreen: Screen {
    static let template = "oversight/events"

    let log: FileLog
    let presenter: Presenter

    var title: Word { "events.title" }
    var caption: Word? {
        Word("events.caption", ["company": log.companyName, "number": presenter.fileNumber(log.file.id)])
    }
    var breadcrumbs: [Breadcrumb] {
        [
            Breadcrumb(
                Word("events.file", ["number": presenter.fileNumber(log.file.id)]),
                url: Addresses.dossier.url(log.file.id.rawValue)
            )
        ]
    }

    var model: Model {
        ["events": .list(log.events.map { eventModel($0, presenter) }), "hasEvents": .flag(!log.events.isEmpty)]
    }
}

/// One event as a line of a log.
func eventModel(_ event: EventRecord, _ presenter: Presenter) -> Model {
    let digest = hexadecimal(event.digest)
    return [
        "id": .number(event.id),
        "title": .word(presenter.eventTitle(of: event)),
        "subject": .word(Word("events.subject.\(event.subject)", ["id": "\(event.subjectID)"])),
        "version": .text(String(event.version)),
        "effectiveOn": .text(DutchFormat.short(event.effectiveOn)),
        "recordedAt": .text(DutchFormat.shortInstant(event.recordedAt)),
        "name": .text(event.name ?? presenter.role(event.role)),
        "role": .maybe(event.name == nil ? nil : presenter.role(event.role)),
        "state": .text(event.state),
        "note": .maybe(event.note),
        "digest": .text(digest),
        "shortDigest": .text(String(digest.prefix(12))),
    ]
}
