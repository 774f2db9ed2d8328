internal import TandemDomain
internal import TandemStore

/// `GET /aanvragen/dossier/{id}`: a file for who applied: whose move it is, the day the law decides, what silence means.
struct ApplicantFileScreen: Screen {
    static let template = "applying/file"

    let presenter: Presenter
    let own: OwnFile
    let reading: ClockReading
    /// What the visitor may do with the file, by the table of its lifecycle.
    let moves: Set<ApplicationMove>
    /// What still lacks, where the file waits for the applicant.
    let lacks: [LackLine]
    /// Whether the visitor may change what the company says of itself.
    let mayManage: Bool

    private var file: ApplicationRecord { own.file }
    private var id: Int64 { file.id.rawValue }

    var title: Word { .verbatim(presenter.training(file.training)) }
    var caption: Word? {
        Word("ownfile.caption", ["number": presenter.fileNumber(file.id), "company": own.company.details.name])
    }
    var breadcrumbs: [Breadcrumb] {
        [
            Breadcrumb("applying.title", url: Addresses.home.url()),
            Breadcrumb(.verbatim(own.company.details.name), url: Addresses.company.url(own.company.id.rawValue)),
        ]
    }

    var model: Model {
        [
            "status": presenter.status(file.status).model,
            "daysLeft": presenter.daysLeft(file)?.model ?? .nothing,
            "move": Notice(moveTone, title: moveTitle, body: presenter.nextMove(file.status, reading)).model,
            "registerNews": registerNotice.model,
            "reason": reason,
            "complete": moves.contains(.resubmit) ? complete : .nothing,
            "decision": decision,
            "facts": facts.model,
            "clock": .list(presenter.explanation(of: reading).map { ["text": .word($0)] }),
            "documents": .list(own.attachments.map { documentModel($0, presenter) }),
            "hasNoDocuments": .flag(own.attachments.isEmpty),
            "declaration": file.declaration == nil
                ? .nothing : Link("papers.lookDeclaration", url: Addresses.declaration.url(id)).model,
            "mentors": .list(own.designations.map(mentor)),
            "timeline": presenter.timeline(own.openEvents, showsNames: false).model,
            "letters": .list(own.letters.map(letter)),
            "cancel": moves.contains(.cancel)
                ? Link("ownfile.cancel", url: Addresses.cancellation.url(id), emphasis: .secondary).model : .nothing,
        ]
    }
}

extension ApplicantFileScreen {
    /// What the company register tells otherwise, of open files alone.
    private var registerNotice: RegisterNotice {
        RegisterNotice(
            presenter: presenter,
            company: own.company,
            places: own.establishment.map { [$0] } ?? [],
            links: file.status.isOpen ? own.registerLinks : RegisterLinks(company: nil, establishments: [:]),
            action: mayManage ? Addresses.registerAnswer.url(own.company.id.rawValue) : nil
        )
    }

    private var moveTone: Tone {
        switch file.status {
        case .draft, .incomplete: .warning
        case .submitted, .inProcess, .onHold: .info
        case .approved: .success
        case .rejected: .danger
        case .cancelled: .neutral
        }
    }

    /// The sentence below it says so already where it is the applicant's move.
    private var moveTitle: Word? {
        switch file.status.nextMove {
        case .applicant: nil
        case .handler: Word("ownfile.movePartnership", ["partnership": presenter.partnership(file.partnership)])
        case .nobody: "ownfile.moveNobody"
        }
    }

    /// What the handler asked or said, in his words.
    private var reason: Model {
        guard let text = own.handlersReason else { return .nothing }
        let title: Word = file.status == .incomplete ? "ownfile.reasonIncomplete" : "ownfile.reasonOnHold"
        return ["title": .word(title), "text": .text(text)]
    }

    /// The steps with which an incomplete file is mended, and the button that submits it again.
    private var complete: Model {
        let scope = FormScope.file(id)
        return [
            "links": [
                Link("ownfile.mendDocuments", url: scope.url(of: .documents)).model,
                Link("ownfile.mendMentors", url: scope.url(of: .mentors)).model,
                Link("ownfile.mendDeclaration", url: scope.url(of: .declaration)).model,
            ],
            "lacks": .list(lacks.map(\.model)),
            "lacksTitle": lacks.isEmpty ? .nothing : .word("draft.lacksTitle", count: lacks.count),
            "action": lacks.isEmpty ? .text(Addresses.resubmission.url(id)) : .nothing,
            "version": .text(String(file.version)),
            "buttons": Buttons(.init("ownfile.resubmit")).model,
        ]
    }

    private var decision: Model {
        guard let decidedOn = file.decidedOn else { return .nothing }
        let isByLaw = file.decisionMode == .automatic
        let reasons = ([file.mainReason] + file.furtherReasons).compactMap(\.self).map(presenter.reason)
        return [
            "text": .word(
                file.status == .rejected
                    ? "ownfile.rejectedOn" : isByLaw ? "ownfile.approvedByLawOn" : "ownfile.approvedOn",
                ["day": DutchFormat.day(decidedOn)]
            ),
            "reasons": .list(reasons.map { ["text": .text($0)] }),
            "motivation": .maybe(own.motivation),
            "appeal": file.status == .rejected ? .word("ownfile.appeal", count: appealDays) : .nothing,
            "recognition": recognitionLink,
        ]
    }

    private var appealDays: Int { presenter.reference.figures.appeal.termDays[file.decidedOn ?? presenter.today] }

    private var recognitionLink: Model {
        guard let recognition = own.recognition else { return .nothing }
        return Link(
            Word("ownfile.recognition", ["day": DutchFormat.day(recognition.validity.until)]),
            url: Addresses.recognition.url(recognition.id.rawValue)
        ).model
    }

    private var facts: Facts {
        let place = own.establishment
        let known: [Facts.Fact] = [
            .init("ownfile.number", presenter.fileNumber(file.id)),
            .init("draft.establishment", place.map { "\($0.name), \(presenter.address($0.street, $0.postalCode))" }),
            .init("company.partnership", presenter.partnership(file.partnership)),
            .init("ownfile.applicant", presenter.applicant(file.applicantKind)),
            .init("ownfile.submittedOn", file.submittedOn.map { .day($0) } ?? .word("ownfile.notSubmitted")),
        ]
        guard file.status.isOpen else { return Facts(known) }
        return Facts(
            known + [
                .init("ownfile.dueOn", file.dueOn.map { .day($0) } ?? .word("applying.noDue")),
                .init("ownfile.lawOn", file.dueOn.map { .day($0.adding(days: 1)) } ?? .word("applying.noDue")),
            ]
        )
    }

    /// A mentor, with the judgement once the file is decided and not before.
    private func mentor(_ designation: DesignationRecord) -> Model {
        let isTold = file.status.isDecided
        return [
            "name": .text(designation.mentor.name),
            "badge": isTold ? presenter.judgement(designation.judgement).model : .nothing,
            "reason": isTold ? .maybe(designation.judgementReason) : .nothing,
            "facts": presenter.facts(of: designation).model,
        ]
    }

    private func letter(_ letter: LetterRecord) -> Model {
        [
            "url": .text(Addresses.letter.url(letter.id)), "subject": .text(letter.subject),
            "day": .text(DutchFormat.short(letter.madeOn)),
        ]
    }
}
