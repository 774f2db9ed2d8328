internal import TandemDomain
internal import TandemStore

/// `GET /erkenningen/{id}`: one recognition, what happened to it, and what this person may do with it.
struct RecognitionScreen: Screen {
    static let template = "recognitions/recognition"

    let file: RecognitionFile
    let actor: Actor
    let presenter: Presenter
    /// The form for guidance that came back, where one did.
    var guidanceForm: Form?
    /// What who calls for an organisation wrote of his contacts; nothing for others.
    var contacts = Model.nothing

    var title: Word { .verbatim(presenter.training(file.recognition.training)) }
    var caption: Word? { Word("recognition.caption", ["company": file.company.details.name]) }
    var errors: FormErrors { guidanceForm?.errors ?? FormErrors() }

    var breadcrumbs: [Breadcrumb] {
        actor.role.applicantKind == nil
            ? [Breadcrumb("recognition.worklist", url: Addresses.worklist.url())]
            : [
                Breadcrumb("recognition.home", url: Addresses.home.url()),
                Breadcrumb(.verbatim(file.company.details.name), url: Addresses.company.url(file.company.id.rawValue)),
            ]
    }

    var today: Day { presenter.today }
    var state: RecognitionState { file.recognition.state(on: today) }

    /// The first day on which a renewal may be asked.
    var renewableFrom: Day {
        let months = presenter.reference.figures.recognition.renewalEarliestMonths[today]
        return file.recognition.validity.until.adding(months: -months)
    }

    var rights: RecognitionRights { RecognitionRights(file, actor, renewableFrom: renewableFrom, on: today) }

    var model: Model {
        let rights = rights
        return [
            "state": presenter.state(state).model,
            "notice": notice?.model ?? .nothing,
            "facts": facts.model,
            "mentors": .list(file.mentors.map { mentor($0, rights) }),
            "hasNoMentors": .flag(file.mentors.isEmpty),
            "addMentor": rights.mayAddMentor
                ? Link("recognition.addMentor", url: Addresses.newMentor.url(file.id), emphasis: .secondary).model
                : .nothing,
            "guidance": showsGuidance
                ? ["items": .list(file.guidance.map(guidance)), "isEmpty": .flag(file.guidance.isEmpty)] : .nothing,
            "guidanceForm": rights.mayRecordGuidance ? guidanceFormModel : .nothing,
            "exclusions": .list(exclusions.map(exclusion)),
            "hasExclusions": .flag(!exclusions.isEmpty),
            "acts": acts(rights),
            "renew": rights.mayRenew ? ["action": .text(Addresses.renewal.url(file.id))] : .nothing,
            "follow": rights.mayFollow ? follow : .nothing,
            "letters": rights.mayReadLetters ? ["items": .list(file.letters.map(letter))] : .nothing,
            "contacts": contacts,
            "timeline": presenter.timeline(file.events, showsNames: showsGuidance).model,
        ]
    }

    /// Guidance and names are for who handles or oversees, not for the company.
    private var showsGuidance: Bool { actor.may(.readEvents, to: file.subject, on: today) }

    private var exclusions: [ExclusionRecord] {
        guard showsGuidance || actor.actsForCompany(of: file.subject, on: today) else { return [] }
        return file.exclusions.filter {
            $0.exclusion.establishment == nil || $0.exclusion.establishment == file.recognition.establishment
        }
    }

    private var notice: Notice? {
        if let endedOn = file.recognition.endedOn, let kind = file.recognition.endKind {
            return Notice(
                .danger,
                title: Word("recognition.ended.\(kind.rawValue)"),
                body: Word("recognition.endedOn", ["day": DutchFormat.day(endedOn)])
            )
        }
        if state == .expired { return Notice(.neutral, body: "recognition.expired") }
        guard file.presentMentors(on: today).isEmpty else { return nil }
        return Notice(.danger, title: "recognition.noMentor", body: "recognition.noMentorText")
    }

    private func acts(_ rights: RecognitionRights) -> Model {
        let withdraw = Link("recognition.withdraw", url: Addresses.withdrawal.url(file.id), emphasis: .secondary)
        let exclude = Link("recognition.exclude", url: Addresses.exclusion.url(file.id), emphasis: .secondary)
        let links = (rights.mayWithdraw ? [withdraw] : []) + (rights.mayExclude ? [exclude] : [])
        return links.isEmpty ? .nothing : ["links": .list(links.map(\.model))]
    }
}
