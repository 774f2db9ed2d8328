internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// `GET /radar/prospecten/{id}`: one prospect, its history, and everything one does with it.
struct ProspectScreen: Screen {
    static let template = "radar/prospect"

    let page: ProspectPage
    let actor: Actor
    let presenter: Presenter
    /// The form that was refused, with what was typed.
    var typed: TypedProspectForm?

    var prospect: ProspectRecord { page.prospect }
    var title: Word { .verbatim(prospect.name) }
    var caption: Word? { .verbatim("\(presenter.training(prospect.training)) · \(prospect.municipality)") }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("prospects.title", url: Addresses.prospects.url())] }
    var errors: FormErrors { typed?.errors ?? FormErrors() }

    /// Whether it is of the organisation of who looks: others learn who has it, and no more (R72).
    private var isOwn: Bool { actor.organisation == prospect.organisation }

    private var mayCall: Bool { actor.may(.prospect, to: .register, on: presenter.today) }

    var model: Model {
        [
            "tabs": RadarTab.model(of: .prospects),
            "badge": presenter.prospect(prospect.state).model,
            "due": isOwn ? presenter.due(prospect)?.model ?? .nothing : .nothing,
            "ground": .maybe(isOwn ? prospect.ground.map(presenter.ground) : nil),
            "holder": .word(presenter.holder(page.row)),
            "silence": silence,
            "own": isOwn ? own : .nothing,
            "hook": page.doNotCall == nil ? page.hook?.model ?? .nothing : .nothing,
            "claim": mayCall && may(.claim) ? button(Addresses.prospectClaim, "prospects.claim") : .nothing,
        ]
    }

    private func may(_ move: ProspectMove) -> Bool {
        mayCall && actor.may(move, from: prospect.state, of: prospect.organisation)
    }

    private func button(_ address: Address1<Int64>, _ label: Word) -> Model {
        ["action": .text(address.url(prospect.id.rawValue)), "label": .word(label), "version": .text(version)]
    }

    var version: String { typed?.version ?? String(prospect.version) }

    /// The company asked not to be called; who noted it may lift it.
    private var silence: Model {
        guard let record = page.doNotCall else { return .nothing }
        let mayLift = mayCall && (actor.role == .department || actor.organisation == record.organisation)
        return [
            "notice": Notice(.danger, title: "prospects.doNotCallTitle", body: presenter.doNotCall(record)).model,
            "lift": mayLift
                ? [
                    "action": .text(Addresses.liftDoNotCall.url(prospect.id.rawValue, record.id)),
                    "version": .text(String(record.version)),
                ] : .nothing,
        ]
    }

    private var own: Model {
        [
            "facts": facts.model,
            "score": score,
            "outcome": outcomeModel,
            "contacts": contactList(page.contacts, for: actor, presenter),
            "timeline": presenter.timeline(page.events, showsNames: true).model,
            "forms": .list(forms.map(formModel)),
            "main": mainForm.map(formModel) ?? .nothing,
            "release": may(.release) ? button(Addresses.prospectRelease, "prospects.release") : .nothing,
            "reopen": may(.reopen) && page.doNotCall == nil
                ? button(Addresses.prospectReopening, "prospects.reopen") : .nothing,
        ]
    }

    private var score: Model {
        guard let candidate = page.candidate else { return .nothing }
        return [
            "total": .text(String(candidate.score.total)),
            "reasons": .list(candidate.score.reasons.map(presenter.reason)),
            "then": .maybe(
                prospect.score.flatMap {
                    $0 == candidate.score.total
                        ? nil
                        : Word(
                            "prospects.scoreThen",
                            ["score": String($0), "day": DutchFormat.short(prospect.madeOn)]
                        )
                }
            ),
        ]
    }

    private var outcomeModel: Model {
        let model = outcome(page.row, actor, presenter)
        guard let application = prospect.application, model != .nothing else { return .nothing }
        return model.adding([
            "number": .text(presenter.fileNumber(application)),
            "url": .maybe(page.mayReadApplication ? actor.fileURL(of: application) : nil),
            "recognitionUrl": .maybe(
                page.mayReadApplication
                    ? page.row.recognition.map { Addresses.recognition.url($0.id.rawValue) } : nil
            ),
        ])
    }

    private var mainForm: ProspectForm? { may(.contact) ? .contact : nil }

    private var forms: [ProspectForm] {
        var forms: [ProspectForm] = []
        if mayCall, prospect.state.isOpen, prospect.state != .new, prospect.state != .later { forms.append(.plan) }
        if may(.postpone) { forms.append(.later) }
        if may(.refuse) { forms.append(.refusal) }
        if mayCall, prospect.state.isOpen, page.colleagues.count > 1 { forms.append(.assignment) }
        if may(.apply), prospect.state != .new, !page.applications.isEmpty { forms.append(.link) }
        if mayCall, page.doNotCall == nil { forms.append(.doNotCall) }
        return forms
    }
}

extension ProspectScreen {
    private var facts: Facts {
        let entity = page.candidate?.entity
        let mayShow = page.doNotCall == nil
        let register = Link(
            "prospects.toRegister",
            url: Addresses.radarCompany.url(prospect.establishment.digits)
        )
        let known: [Facts.Fact] = [
            .init("prospects.establishment", .text(prospect.establishment.formatted), link: register),
            .init("prospects.enterprise", prospect.enterprise.formatted),
            .init("prospects.address", entity?.summary.address?.line ?? prospect.municipality),
        ]
        let reach: [Facts.Fact] =
            prospect.isNaturalPerson
            ? [.init("prospects.telephone", .word("prospects.naturalPersonText"))]
            : [
                telephoneFact(mayShow ? entity?.telephone : nil),
                .init("prospects.email", mayShow ? entity?.email : nil),
            ]
        let plan: [Facts.Fact] = [
            .init("prospects.training", presenter.training(prospect.training)),
            .init("prospects.owner", page.row.ownerName.map(Model.text) ?? .word("prospects.nobody")),
            .init(
                "prospects.nextStep",
                prospect.nextStep.isEmpty ? .word("prospects.noStep") : .text(prospect.nextStep)
            ),
        ]
        let school = prospect.provider.map {
            [Facts.Fact("prospects.school", presenter.organisation(.provider($0)))]
        }
        let list = prospect.listName.isEmpty ? [] : [Facts.Fact("prospects.list", prospect.listName)]
        return Facts(known + reach + plan + (school ?? []) + list)
    }

    private func telephoneFact(_ telephone: String?) -> Facts.Fact {
        guard let telephone else { return .init("prospects.telephone", nil as String?) }
        return .init(
            "prospects.telephone",
            .nothing,
            link: Link(.verbatim(telephone), url: dialled(telephone), emphasis: .secondary)
        )
    }
}

/// A form of the page of a prospect that was refused.
struct TypedProspectForm: Sendable {
    let form: ProspectForm
    let data: FormData
    let errors: FormErrors
    /// The version to send along the next time; nothing where that of the page still holds.
    var version: String?
}
