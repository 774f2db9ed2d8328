internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// All that who applied sees of a file, read at once.
struct OwnFile: Sendable {
    let file: ApplicationRecord
    let company: CompanyRecord
    let establishment: EstablishmentRecord?
    let attachments: [AttachmentRecord]
    let designations: [DesignationRecord]
    let clockSteps: [ClockStep]
    let events: [EventRecord]
    let letters: [LetterRecord]
    let recognition: RecognitionRecord?
    let subject: Subject
    let registerLinks: RegisterLinks
}

extension OwnFile {
    /// What the handler wrote when the file was last sent back or put on hold.
    var handlersReason: String? {
        let acts: Set<String> =
            switch file.status {
            case .incomplete: [ApplicationMove.markIncomplete.rawValue]
            case .onHold: [ApplicationMove.hold.rawValue]
            case .draft, .submitted, .inProcess, .cancelled, .approved, .rejected: []
            }
        return events.last { $0.subject == "application" && acts.contains($0.act) }?.note
    }

    /// What the handler wrote with a rejection.
    var motivation: String? {
        events.last { $0.subject == "application" && $0.act == ApplicationMove.reject.rawValue }?.note
    }

    /// The history without what stays among handlers: votes, advice, checks, and judgements before the decision.
    var openEvents: [EventRecord] {
        events.filter { event in
            switch (event.subject, event.act) {
            case ("application", "assigned"): false
            case ("application", _), ("attachment", _): true
            case ("designation", "proposed"), ("designation", "changed"), ("designation", "removed"): true
            case ("designation", "judged_accepted"), ("designation", "judged_refused"): file.status.isDecided
            case _: false
            }
        }
    }
}

extension SQLSession {
    /// Reads a file for who applied.
    func ownFile(_ id: Identifier<RecognitionApplication>) throws -> OwnFile {
        guard let file = try application(id), let company = try company(file.company) else { throw Refusal.notFound }
        return OwnFile(
            file: file,
            company: company,
            establishment: try file.establishment.flatMap { try establishment($0) },
            attachments: try attachments(of: id),
            designations: try designations(of: id),
            clockSteps: try clockSteps(of: id),
            events: try events(ofApplication: id),
            letters: try letters(about: id),
            recognition: try recognition(of: id),
            subject: Subject(
                company: file.company,
                competent: file.partnership,
                advising: file.advising,
                mandates: try mandates(of: file.company).map(\.mandate)
            ),
            registerLinks: try registerLinks(of: file.company)
        )
    }
}
