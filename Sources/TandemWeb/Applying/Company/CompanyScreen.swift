internal import TandemDomain
internal import TandemStore

/// `GET /ondernemingen/{id}`: a company with its establishments, recognitions, files and letters.
struct CompanyScreen: Screen {
    static let template = "applying/company"

    let presenter: Presenter
    let page: CompanyPage
    /// What the visitor may do here.
    let may: Set<Act>
    /// Whether the visitor comes from the company itself, which has no other companies to go back to.
    let isOwn: Bool
    /// What who calls for an organisation wrote of his contacts; nothing for others.
    var contacts = Model.nothing

    var title: Word { .verbatim(page.company.details.name) }
    var caption: Word? { Word("company.number", ["number": page.company.number.formatted]) }
    var breadcrumbs: [Breadcrumb] {
        isOwn ? [] : [Breadcrumb("applying.title", url: Addresses.home.url())]
    }

    var model: Model {
        let files = page.openFiles
        let waiting = files.filter { $0.application.status.nextMove == .applicant }
        let open = files.filter { $0.application.status.nextMove != .applicant }
        return [
            "exclusion": exclusionNotice,
            "registerNews": registerNotice.model,
            "start": .text(mayStart ? Addresses.newApplication.url(id) : ""),
            "waiting": waiting.isEmpty
                ? .nothing : presenter.table(of: waiting, "applying.waiting", showsCompany: false).model,
            "drafts": page.drafts.isEmpty || !may.contains(.editApplication)
                ? .nothing : presenter.table(of: page.drafts, showsCompany: false).model,
            "open": open.isEmpty ? .nothing : presenter.table(of: open, "applying.open", showsCompany: false).model,
            "places": .list(page.establishments.map(placeModel)),
            "nothing": page.recognitions.isEmpty
                ? EmptyState("company.noRecognitions", "company.noRecognitionsText").model : .nothing,
            "decided": decided,
            "facts": facts.model,
            "letters": .list(page.letters.map(letterModel)),
            "links": .list(links.map(\.model)),
            "contacts": contacts,
        ]
    }

    private var id: Int64 { page.company.id.rawValue }

    private var registerNotice: RegisterNotice {
        RegisterNotice(
            presenter: presenter,
            company: page.company,
            places: page.establishments,
            links: page.registerLinks,
            action: may.contains(.manageCompany) ? Addresses.registerAnswer.url(id) : nil
        )
    }

    /// Nobody starts what cannot be submitted (R20).
    private var mayStart: Bool {
        may.contains(.startApplication)
            && !page.exclusions.contains { $0.establishment == nil && $0.period.contains(presenter.today) }
    }

    private var exclusionNotice: Model {
        let inForce = page.exclusions.first { exclusion in
            exclusion.period.contains(presenter.today)
        }
        guard let inForce else { return .nothing }
        let text = lackWord(.excluded(until: inForce.period.until))
        return Notice(.danger, title: "company.excluded", body: text).model
    }

    /// The files that ended without a recognition, which have no line of their own elsewhere.
    private var decided: Model {
        let ended = page.applications.filter { $0.status == .rejected || $0.status == .cancelled }
        guard !ended.isEmpty else { return .nothing }
        let table = Table(
            "company.ended",
            columns: ["applying.columnTraining", "applying.columnStatus", "company.columnEndedOn"],
            rows: ended.prefix(20).map { file in
                [
                    .link(
                        presenter.training(file.training),
                        url: Addresses.applicantFile.url(file.id.rawValue)
                    ),
                    .badge(presenter.status(file.status)),
                    (file.decidedOn ?? file.cancelledOn).map { .day($0) } ?? .empty,
                ]
            }
        )
        return table.model
    }

    private func letterModel(_ letter: LetterRecord) -> Model {
        [
            "url": .text(Addresses.letter.url(letter.id)), "subject": .text(letter.subject),
            "day": .text(DutchFormat.short(letter.madeOn)),
        ]
    }

    private var links: [Link] {
        var links: [Link] = []
        if may.contains(.manageCompany) { links.append(Link("company.change", url: Addresses.companyDetails.url(id))) }
        if may.contains(.registerMandate) {
            links.append(Link("company.addMandate", url: Addresses.newMandate.url(id)))
        }
        if may.contains(.manageCompany) { links.append(Link("nav.mandates", url: Addresses.mandates.url())) }
        return links
    }
}

extension CompanyScreen {
    private var facts: Facts {
        let details = page.company.details
        let competent = page.subject.competent ?? .flemish
        return Facts([
            .init("company.address", presenter.address(details.street, details.postalCode)),
            .init("company.committee", committee ?? .word("company.noCommittee")),
            .init("company.partnership", presenter.partnership(competent)),
            .init("company.employees", details.employees.map { DutchFormat.number($0) }),
            .init("company.email", details.email),
            .init("company.telephone", details.telephone),
        ])
    }

    private var committee: Model? {
        page.company.details.jointCommittee.map { number in
            let name = presenter.reference.committee(number)?.name ?? ""
            return .text("\(number) \(name)")
        }
    }

    private func placeModel(_ place: EstablishmentRecord) -> Model {
        let here = page.recognitions.filter { $0.establishment == place.id }
        let valid = here.filter { $0.state(on: presenter.today) == .approved }
        let ended = here.filter { $0.state(on: presenter.today) != .approved }
        return [
            "name": .text(place.name),
            "address": .text(presenter.address(place.street, place.postalCode)),
            "number": .text(place.number.formatted),
            "valid": .list(valid.map(recognitionModel)),
            "hasNone": .flag(valid.isEmpty),
            "ended": .list(ended.map(recognitionModel)),
            "endedTitle": ended.isEmpty ? .nothing : .word("company.endedHere", count: ended.count),
        ]
    }

    private func recognitionModel(_ recognition: RecognitionRecord) -> Model {
        let offer = page.renewalOffer(recognition, presenter.reference, on: presenter.today)
        let state = recognition.state(on: presenter.today)
        return [
            "training": .text(presenter.training(recognition.training)),
            "url": .text(Addresses.recognition.url(recognition.id.rawValue)),
            "badge": presenter.state(state).model,
            "validity": .word(validityWord(recognition, state)),
            "renewal": may.contains(.startApplication) ? renewalModel(offer, recognition) : .nothing,
        ]
    }

    private func validityWord(_ recognition: RecognitionRecord, _ state: RecognitionState) -> Word {
        switch state {
        case .approved: Word("company.validUntil", ["day": DutchFormat.day(recognition.validity.until)])
        case .expired: Word("company.expiredOn", ["day": DutchFormat.day(recognition.validity.until)])
        case .withdrawn, .discontinued:
            Word("company.endedOn", ["day": DutchFormat.day(recognition.endedOn ?? recognition.validity.until)])
        }
    }

    private func renewalModel(_ offer: RenewalOffer, _ recognition: RecognitionRecord) -> Model {
        switch offer {
        case .possible: ["action": .text(Addresses.renewal.url(recognition.id.rawValue))]
        case .notBefore(let day): ["text": .word("company.renewFrom", ["day": DutchFormat.day(day)])]
        case .underWay(let file):
            ["text": .word("company.renewalUnderWay"), "link": renewalLink(file).model]
        case .done: ["text": .word("company.renewed")]
        case .none: .nothing
        }
    }

    private func renewalLink(_ file: ApplicationRecord) -> Link {
        if let bundle = file.bundle, file.status == .draft {
            return Link("applying.continue", url: Addresses.draftOverview.url(bundle))
        }
        return Link("company.openFile", url: Addresses.applicantFile.url(file.id.rawValue))
    }
}
