internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// Call lists of the demonstration: a few prospects in every state, for two people who call.
struct DemoProspects {
    let counter: Counter
    let companies: RegisterSnapshot

    /// Adds them, unless somebody called already.
    ///
    /// - Throws: ``SQLError``, or a refusal of the counter.
    func add() async throws {
        let (people, isThere) = try await counter.database.read { session in
            (
                try session.capacities().map { ($0.slug, $0.actor) },
                try session.row("SELECT id FROM prospect LIMIT 1") != nil
            )
        }
        if isThere { return }
        let actors = Dictionary(people) { first, _ in first }
        for (slug, sector) in [("consulent-bouw", "bouw"), ("trajectbegeleider-1", "horeca")] {
            guard let actor = actors[slug] else { continue }
            try await play(actor, sector: PartnershipCode(sector))
        }
    }

    private var today: Day { counter.clock.today() }

    private func play(_ actor: Actor, sector: PartnershipCode) async throws {
        guard let training = training(of: sector) else { return }
        let candidates = try await candidates(for: training, near: home(of: actor))
        let mine = CallList(training: training.code, provider: school(of: actor), owner: actor.account)
        let ids = try await list(candidates.dropLast(2), on: mine, by: actor, daysAgo: 12)
        // The last two wait for whoever of the organisation is first.
        var shared = mine
        (shared.owner, shared.name) = (nil, "Voorjaar")
        _ = try await list(Array(candidates.suffix(2)), on: shared, by: actor, daysAgo: 3)
        for (id, scene) in zip(ids, Scene.allCases) { try await play(scene, id, actor) }
        try await closeWithApplication(mine, actor, of: sector)
    }

    /// What happened with a prospect.
    private enum Scene: CaseIterable {
        case untouched, overdue, spoken, interested, later, refused
    }

    private func play(_ scene: Scene, _ id: Identifier<Prospect>, _ actor: Actor) async throws {
        func called(_ daysAgo: Int, _ text: String, _ result: ContactResult, _ next: NextStep) async throws {
            let then = Stage(counter: counter).counter(on: today.adding(days: -daysAgo))
            let note = ContactNote(heldOn: today.adding(days: -daysAgo), kind: .telephone, text: text)
            try await then.recordContact(with: id, note, result, next: next, since: nil, by: actor)
        }
        switch scene {
        case .untouched: break
        case .overdue:
            let next = NextStep("Bellen na 10 uur", on: today.adding(days: -2))
            try await counter.plan(id, next, since: nil, by: actor)
        case .spoken:
            let next = NextStep("Brochure nabellen", on: today)
            try await called(4, "Zaakvoerder gesproken, wil er met de ploeg over praten.", .spoken, next)
        case .interested:
            let next = NextStep("Bezoek op de werkvloer", on: today.adding(days: 5))
            try await called(6, "Heeft plaats voor een lerende vanaf september.", .interested, next)
        case .later:
            try await called(8, "Midden in een verbouwing.", .later(today.adding(days: 40)), NextStep("Opnieuw bellen"))
        case .refused: try await called(9, "Twee ploegen tegelijk ziek.", .refused(.noTime), NextStep())
        }
    }

    private func list(
        _ candidates: some Sequence<NewProspect> & Sendable,
        on list: CallList,
        by actor: Actor,
        daysAgo: Int
    ) async throws -> [Identifier<Prospect>] {
        let then = Stage(counter: counter).counter(on: today.adding(days: -daysAgo))
        return try await then.list(Array(candidates), on: list, by: actor).made
    }

    /// A company that was called and applied: its recognition shows on the list.
    private func closeWithApplication(_ list: CallList, _ actor: Actor, of sector: PartnershipCode) async throws {
        let found = try await counter.database.read { session -> (NewProspect, ApplicationRecord)? in
            let filter = WorklistFilter(.closed(.approved), partnership: sector)
            guard let file = try session.worklist(filter, after: nil, limit: 1).first?.application,
                let company = try session.company(file.company),
                let place = try file.establishment.flatMap({ try session.establishment($0) })
            else { return nil }
            let prospect = NewProspect(
                establishment: place.number,
                enterprise: company.number,
                name: place.name,
                municipality: counter.reference.postalPlace(place.postalCode)?.municipality ?? "",
                isNaturalPerson: false
            )
            return (prospect, file)
        }
        guard let found else { return }
        for id in try await self.list([found.0], on: list, by: actor, daysAgo: 11) {
            try await counter.link(id, to: found.1.id, since: nil, by: actor)
        }
    }
}

extension DemoProspects {
    /// A training of a sector that the company register can be searched for.
    private func training(of sector: PartnershipCode) -> Training? {
        counter.reference.trainings(on: today).first {
            $0.submittingSector == sector && !$0.isPreparatory
                && !counter.reference.activities(of: $0.code, on: today).isEmpty
        }
    }

    private func school(of actor: Actor) -> ProviderCode? {
        guard case .provider(let code) = actor.organisation else { return nil }
        return code
    }

    private func home(of actor: Actor) -> Province {
        let code = school(of: actor).flatMap { counter.reference.provider($0)?.postalCode }
        return code.flatMap { counter.reference.postalPlace($0)?.province } ?? .oostVlaanderen
    }

    /// Some establishments of companies that do the work, in the order of their names.
    private func candidates(for training: Training, near province: Province) async throws -> [NewProspect] {
        var filter = RegisterFilter()
        filter.provinces = [province]
        filter.activities = counter.reference.activities(of: training.code, on: today)
            .compactMap { NaceCode($0) }
        filter.isNaturalPerson = false
        let numbers = companies.index.search(filter, by: .name, limit: Scene.allCases.count + 2).hits.map(\.number)
        return try await companies.summaries(of: numbers).compactMap { summary in
            guard let enterprise = summary.enterprise else { return nil }
            return NewProspect(
                establishment: EstablishmentNumber(stored: summary.number.digits),
                enterprise: CompanyNumber(stored: enterprise.digits),
                name: summary.name,
                municipality: summary.address?[.municipalityDutch] ?? "",
                isNaturalPerson: summary.isNaturalPerson
            )
        }
    }
}
