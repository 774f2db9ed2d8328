internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// The place for “Zet op de bellijst” on the page of an establishment of the company register.
///
/// Printed by `{{#hook}}{{>radar/prospect-hook}}{{/hook}}`; nothing for who does not call.
struct ProspectHook: Sendable {
    private let establishment: EstablishmentNumber
    private let open: ProspectRow?
    private let doNotCall: DoNotCallRecord?
    private let colleagues: [CapacityRecord]
    private let actor: Actor
    private let presenter: Presenter

    /// Reads who works with an establishment, and whether it may be called.
    ///
    /// - Returns: nothing where the number is of no establishment, or the person does not call.
    /// - Throws: an error of the database.
    static func read(
        _ number: EntityNumber,
        of enterprise: EntityNumber,
        for actor: Actor,
        _ site: Site
    ) async throws -> ProspectHook? {
        guard number.kind == .establishment, actor.may(.prospect, to: .register, on: site.today) else { return nil }
        let establishment = EstablishmentNumber(stored: number.digits)
        let company = CompanyNumber(stored: enterprise.digits)
        let (open, asked) = try await site.read { session in
            (
                try session.openProspects(at: [establishment])[establishment],
                try session.doNotCall(establishment, of: company)
            )
        }
        return ProspectHook(
            establishment: establishment,
            open: open,
            doNotCall: asked,
            colleagues: try await site.callers(with: actor),
            actor: actor,
            presenter: site.presenter
        )
    }

    var model: Model {
        let isFree = doNotCall == nil && (open.map { $0.prospect.state == .new } ?? true)
        let isOwn = open.map { $0.prospect.organisation == actor.organisation } ?? false
        return [
            "silence": doNotCall.map {
                Notice(.danger, title: "prospects.doNotCallTitle", body: presenter.doNotCall($0)).model
            } ?? .nothing,
            "holder": .maybe(open.map(presenter.holder)),
            "url": .maybe(isOwn ? open.map { Addresses.prospect.url($0.prospect.id.rawValue) } : nil),
            "form": isFree ? form : .nothing,
        ]
    }

    private var form: Model {
        let trainings = presenter.reference.trainings(on: presenter.today).sorted { $0.name < $1.name }
        let fields = Form()
        return [
            "action": .text(Addresses.candidates.url()),
            "number": .text(establishment.digits),
            "training": fields.select(
                "opleiding",
                "prospects.training",
                choices: trainings.map { Choice($0.code.rawValue, .verbatim(presenter.training($0.code))) }
            ),
            "owner": ownerChoice(actor, colleagues),
        ]
    }
}
