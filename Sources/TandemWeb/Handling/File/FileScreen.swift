internal import TandemDomain
internal import TandemStore

/// `GET /dossiers/{id}`: everything about one file on one screen, and the acts that this person has on it.
struct FileScreen: Screen {
    static let template = "handling/file"

    let dossier: Dossier
    let actor: Actor
    let presenter: Presenter
    let reading: ClockReading
    /// The national numbers of the mentors, for who may judge them.
    let numbers: [Identifier<Mentor>: String]
    /// The form that came back, where one did.
    var typed: TypedForm?

    var file: ApplicationRecord { dossier.file }
    var rights: FileRights { FileRights(dossier, actor: actor, reading: reading, on: presenter.today) }

    var title: Word { .verbatim(dossier.company.details.name) }
    var caption: Word? { fileTitle(file, presenter) }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("handling.title", url: Addresses.worklist.url())] }
    var errors: FormErrors { typed?.errors ?? FormErrors() }

    var model: Model {
        Model.object([
            "status": presenter.status(file.status).model,
            "daysLeft": presenter.daysLeft(file)?.model ?? .nothing,
            "sections": .list(FileSection.allCases.filter { $0 != .term }.map(\.model)),
            "registerNews": registerNotice.model,
            "clock": clock,
            "acts": acts,
        ])
        .adding(factsModel)
        .adding([
            "mentors": .list(dossier.designations.map(mentor)), "hasNoMentors": .flag(dossier.designations.isEmpty),
        ])
        .adding(["criteria": .list(criteria)])
        .adding(handlingModel)
        .adding(historyModel)
    }

    /// What the company register tells otherwise, open files alone.
    private var registerNotice: RegisterNotice {
        let mayAnswer = actor.may(.settleTask, to: dossier.subject, on: presenter.today)
        return RegisterNotice(
            presenter: presenter,
            company: dossier.company,
            places: dossier.establishment.map { [$0] } ?? [],
            links: file.status.isOpen ? dossier.registerLinks : RegisterLinks(company: nil, establishments: [:]),
            action: mayAnswer ? Addresses.registerAnswerOfFile.url(file.id.rawValue) : nil
        )
    }

    /// The form to show: with what was typed where it came back, filled with what is known where not.
    func form(_ form: FileForm, filled values: [String: [String]] = [:]) -> Form {
        guard let typed, typed.form == form else { return Form(FormData(values: values)) }
        return Form(typed.data, errors: typed.errors)
    }
}

/// `Dossier 1.234 · Brood- en banketbakker`: a file as a caption names it.
func fileTitle(_ file: ApplicationRecord, _ presenter: Presenter) -> Word {
    Word(
        "handlingFile.caption",
        ["number": presenter.fileNumber(file.id), "training": presenter.training(file.training)]
    )
}

extension FileScreen {
    /// The card of the term: where the file stands, until when, and why.
    private var clock: Model {
        [
            "status": presenter.status(file.status).model,
            "daysLeft": presenter.daysLeft(file)?.model ?? .nothing,
            "due": .maybe(file.status.isOpen ? file.dueOn.map(DutchFormat.weekday) : nil),
            "nextMove": .word(nextMove),
            "explanation": .list(presenter.explanation(of: reading).map { .word($0) }),
            "handler": .maybe(dossier.name(of: file.handler)),
            "isOpen": .flag(file.status.isOpen),
            "partnership": .text(presenter.partnership(file.partnership)),
            "decision": decision,
        ]
    }

    /// Who has to do what now, for somebody at the desk.
    private var nextMove: Word {
        if reading.isOver { return "handlingFile.moveLaw" }
        return switch file.status {
        case .submitted: "handlingFile.moveSubmitted"
        case .incomplete: "handlingFile.moveIncomplete"
        case .inProcess: "handlingFile.moveInProcess"
        case .onHold: "handlingFile.moveOnHold"
        case .approved: "handlingFile.moveApproved"
        case .rejected: "handlingFile.moveRejected"
        case .draft, .cancelled: "handlingFile.moveCancelled"
        }
    }

    /// How it ended, where it did.
    private var decision: Model {
        if let day = file.cancelledOn {
            return Facts([Facts.Fact("handlingFile.cancelledOn", DutchFormat.day(day))]).model
        }
        guard let day = file.decidedOn else { return .nothing }
        let mode: Word = file.decisionMode == .automatic ? "handlingFile.byLaw" : "handlingFile.byHandler"
        var facts: [Facts.Fact] = [
            .init("handlingFile.decidedOn", DutchFormat.day(day)),
            .init("handlingFile.decidedBy", dossier.name(of: file.decidedBy).map(Model.text) ?? .word(mode)),
        ]
        if let reason = file.mainReason { facts.append(.init("handlingFile.mainReason", presenter.reason(reason))) }
        if !file.furtherReasons.isEmpty {
            let reasons = file.furtherReasons.map(presenter.reason).joined(separator: ", ")
            facts.append(.init("handlingFile.furtherReasons", reasons))
        }
        if let recognition = dossier.recognitions.first(where: { $0.application == file.id }) {
            let link = Link("handlingFile.toRecognition", url: Addresses.recognition.url(recognition.id.rawValue))
            facts.append(.init("handlingFile.recognition", .day(recognition.validity.until), link: link))
        }
        return Facts(facts).model
    }
}
