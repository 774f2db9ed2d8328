internal import TandemActions
internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// A prospect with all that hangs on it, as its page shows it.
struct ProspectPage: Sendable {
    let row: ProspectRow
    let contacts: [ContactRecord]
    let events: [EventRecord]
    let doNotCall: DoNotCallRecord?
    let colleagues: [CapacityRecord]
    /// The submitted applications of its company, to tie one to it.
    let applications: [ApplicationRecord]
    /// Whether the person who looks may read the application that ended it.
    let mayReadApplication: Bool
    /// What the company register says of it today, and how it is weighed; nothing where it is gone from there.
    var candidate: Candidate?
    /// The way back on a list, for another training or after a no; nothing while it is open.
    var hook: ProspectHook?

    var prospect: ProspectRecord { row.prospect }
}

extension SQLSession {
    /// A prospect with all that hangs on it: always as many statements.
    ///
    /// - Throws: ``Refusal/notFound``.
    func prospectPage(_ id: Identifier<Prospect>, for actor: Actor, on day: Day) throws -> ProspectPage {
        guard let row = try prospectRow(id) else { throw TandemActions.Refusal.notFound }
        let prospect = row.prospect
        let company = try company(prospect.enterprise)
        let applications = try company.map { try self.applications(of: $0.id, limit: 50) } ?? []
        let mandates = try company.map { try self.mandates(of: $0.id) } ?? []
        let linked = applications.first { $0.id == prospect.application }
        return ProspectPage(
            row: row,
            contacts: try contacts(of: id),
            events: try events(ofProspect: id),
            doNotCall: try doNotCall(prospect.establishment, of: prospect.enterprise),
            colleagues: try capacities(for: prospect.organisation)
                .filter { $0.actor.may(.prospect, to: .register, on: day) },
            applications: applications.filter { $0.submittedOn != nil },
            mayReadApplication: linked.map {
                actor.may(.readApplication, to: $0.subject(mandates: mandates), on: day)
            } ?? false
        )
    }
}

extension Site {
    /// The page of a prospect; the register is read apart, because it is another file.
    ///
    /// - Throws: ``Refusal``, or an error of a database.
    func prospectPage(_ id: Identifier<Prospect>, for actor: Actor) async throws -> ProspectPage {
        let today = today
        var page = try await read { try $0.prospectPage(id, for: actor, on: today) }
        if !page.prospect.state.isOpen {
            page.hook = try await ProspectHook.read(
                EntityNumber(page.prospect.establishment),
                of: EntityNumber(page.prospect.enterprise),
                for: actor,
                self
            )
        }
        guard let snapshot = try await companyRegister() else { return page }
        let provider = page.prospect.provider.flatMap { reference.provider($0) }
        let gazetteer = try Gazetteer.load()
        let weighing = CandidateWeighing(
            site: self,
            snapshot: snapshot,
            training: page.prospect.training,
            centre: provider.flatMap { gazetteer.place(of: $0.postalCode)?.point }
        )
        page.candidate = try await weighing.candidates([EntityNumber(page.prospect.establishment)]).first
        return page
    }
}
