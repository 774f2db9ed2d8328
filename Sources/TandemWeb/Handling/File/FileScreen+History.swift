internal import TandemDomain
internal import TandemStore

extension FileScreen {
    /// What was before and what was told: earlier recognitions and files here, letters, timeline.
    var historyModel: [String: Model] {
        let events = Link("handlingFile.toEvents", url: Addresses.events.url(file.id.rawValue))
        return [
            "recognitions": recognitions.model,
            "otherFiles": otherFiles.model,
            "letters": letters.model,
            "timeline": presenter.timeline(dossier.events, showsNames: true).model,
            "events": rights.seesEvents ? events.model : .nothing,
        ]
    }

    private var recognitions: Table {
        Table(
            "handlingFile.recognitionsCaption",
            columns: [
                "handlingFile.recognition", "handlingFile.training", "handlingFile.from", "handlingFile.until",
                "handlingFile.status",
            ],
            rows: dossier.recognitions.filter { $0.application != file.id }.map { recognition in
                [
                    .link(
                        DutchFormat.number(recognition.id.rawValue),
                        url: Addresses.recognition.url(recognition.id.rawValue)
                    ),
                    .text(presenter.training(recognition.training)), .day(recognition.validity.from),
                    .day(recognition.endedOn ?? recognition.validity.until),
                    .badge(presenter.state(recognition.state(on: presenter.today))),
                ]
            },
            empty: "handlingFile.noRecognitions"
        )
    }

    private var otherFiles: Table {
        Table(
            "handlingFile.otherFilesCaption",
            columns: [
                "handlingFile.file", "handlingFile.training", "handlingFile.submittedOn", "handlingFile.status",
                "handlingFile.outcome",
            ],
            rows: dossier.otherFiles.map { other in
                [
                    .link(presenter.fileNumber(other.id), url: Addresses.dossier.url(other.id.rawValue)),
                    .text(presenter.training(other.training)), other.submittedOn.map { .day($0) } ?? .empty,
                    .badge(presenter.status(other.status)), outcome(of: other),
                ]
            },
            empty: "handlingFile.noOtherFiles"
        )
    }

    private func outcome(of other: ApplicationRecord) -> Table.Cell {
        guard let day = other.decidedOn else { return .empty }
        guard let reason = other.mainReason else { return .day(day) }
        return .pair(DutchFormat.short(day), presenter.reason(reason))
    }

    private var letters: Table {
        Table(
            "handlingFile.lettersCaption",
            columns: ["handlingFile.day", "handlingFile.subject"],
            rows: dossier.letters.reversed().map { letter in
                [.day(letter.madeOn), .link(letter.subject, url: Addresses.letter.url(letter.id))]
            },
            empty: "handlingFile.noLetters"
        )
    }
}
