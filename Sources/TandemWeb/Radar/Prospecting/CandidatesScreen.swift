internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// `GET /radar/prospectie/kandidaten`: whom to call for a training near a school, and why.
struct CandidatesScreen: Screen {
    static let template = "radar/candidates"
    static let pageSize = 50

    let query: CandidateQuery
    /// Nothing before a training was chosen.
    let found: Found?
    let hasRegister: Bool
    let actor: Actor
    let colleagues: [CapacityRecord]
    let presenter: Presenter
    var errors = FormErrors()
    /// Establishments that could not be put on a list, and why.
    var refused: [(name: String, reason: Word)] = []
    var ticked: Set<String> = []

    struct Found: Sendable {
        let total: Int
        let candidates: [Candidate]
    }

    var title: Word { "prospects.candidates" }
    var breadcrumbs: [Breadcrumb] { [Breadcrumb("prospects.title", url: Addresses.prospects.url())] }

    var model: Model {
        [
            "tabs": RadarTab.model(of: .prospects),
            "none": hasRegister ? .nothing : EmptyState("prospects.noRegister", "prospects.noRegisterText").model,
            "filter": hasRegister ? filter : .nothing,
            "refused": refused.isEmpty
                ? .nothing
                : [
                    "items": .list(
                        refused.map { ["name": .text($0.name), "reason": .word($0.reason)] }
                    )
                ],
            "count": .maybe(found.flatMap(countWord)),
            "nothing": found.map(\.candidates.isEmpty) == true
                ? EmptyState("prospects.noCandidates", "prospects.noCandidatesText").model : .nothing,
            "list": found.map(\.candidates.isEmpty) == false ? list : .nothing,
            "pagination": pagination?.model ?? .nothing,
        ]
    }

    private var filter: Model {
        let form = Form(query.form.data, errors: errors)
        let trainings = presenter.reference.trainings(on: presenter.today).sorted { $0.name < $1.name }
        let providers = presenter.reference.providers(on: presenter.today).sorted { $0.name < $1.name }
        return [
            "action": .text(Addresses.candidates.url()),
            "fields": [
                form.select(
                    "opleiding",
                    "prospects.training",
                    choices: trainings.map { Choice($0.code.rawValue, .verbatim(presenter.training($0.code))) }
                ),
                form.select(
                    "school",
                    "prospects.school",
                    choices: providers.map { Choice($0.code.rawValue, .verbatim($0.name)) },
                    isOptional: true
                ),
                form.text("plaats", "prospects.place", hint: "prospects.placeHint", isOptional: true, width: 20),
                form.text("straal", "prospects.radius", kind: .digits, width: 4),
            ],
            "boxes": [
                form.checkbox("ruimer", "prospects.broad"), form.checkbox("werkgevers", "prospects.employersOnly"),
            ],
        ]
    }

    private var pagination: Pagination? {
        found.map {
            Pagination(page: query.page, size: Self.pageSize, total: $0.candidates.count, url: query.url(page:))
        }
    }

    private func countWord(_ found: Found) -> Word? {
        if found.candidates.isEmpty { return nil }
        let count = found.candidates.count
        if found.total <= CandidateWeighing.most { return Word("prospects.candidateCount", count: count) }
        return Word(
            "prospects.candidateCountOf",
            ["total": DutchFormat.number(found.total), "weighed": DutchFormat.number(CandidateWeighing.most)]
        )
    }

    private var list: Model {
        let page = pagination?.page ?? 1
        let shown = (found?.candidates ?? []).dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
        let form = Form()
        return [
            "rows": .list(shown.map(row)),
            "mayList": .flag(mayProspect),
            "action": .text(Addresses.candidates.url()),
            "hidden": .list(
                (query.pairs + [("pagina", String(page))]).filter { !$0.1.isEmpty }.map { form.hidden($0.0, $0.1) }
            ),
            "owner": ownerChoice(actor, colleagues),
        ]
    }

    private var mayProspect: Bool { actor.may(.prospect, to: .register, on: presenter.today) }

    private func row(_ candidate: Candidate) -> Model {
        let summary = candidate.entity.summary
        let isOwn = candidate.open.map { $0.prospect.organisation == actor.organisation } ?? false
        let number = candidate.establishment.digits
        return [
            "number": .text(number), "id": .text("kandidaat-\(number)"),
            "name": .text(summary.name), "url": .text(Addresses.radarCompany.url(number)),
            "address": .text(summary.address?.line ?? candidate.municipality),
            "chooseLabel": .word(Word("prospects.choose", ["name": summary.name])),
            "mayChoose": .flag(mayProspect && candidate.isFree),
            "isTicked": .flag(ticked.contains(number)),
            "isMuted": .flag(candidate.doNotCall != nil),
            "score": .text(String(candidate.score.total)),
            "distance": .maybe(candidate.distance.map(DutchFormat.kilometres)),
            "reasons": .list(candidate.score.reasons.map(presenter.reason)),
            "doNotCall": .maybe(candidate.doNotCall.map(presenter.doNotCall)),
            "holder": .maybe(candidate.open.map(presenter.holder)),
            "prospect": .maybe(
                isOwn ? candidate.open.map { Addresses.prospect.url($0.prospect.id.rawValue) } : nil
            ),
        ]
    }
}

/// For whom candidates are put on a list: oneself, a colleague, or whoever of the organisation is first.
func ownerChoice(_ actor: Actor, _ colleagues: [CapacityRecord]) -> Model {
    var seen: Set<Identifier<Account>> = []
    let others = colleagues.filter { $0.account != actor.account && seen.insert($0.account).inserted }
    return FilterSelect(
        name: "voor",
        label: "prospects.for",
        all: "prospects.forWhoever",
        chosen: actor.account.map { "\($0)" } ?? "",
        choices: (actor.account.map { [Choice("\($0)", "prospects.forMe")] } ?? [])
            + others.map { Choice("\($0.account)", .verbatim($0.name)) }
    ).model
}
