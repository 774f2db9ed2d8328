internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore
internal import TandemTwin

/// The files of today, made by real acts of invented people on the days they would have acted.
struct DemoFiles {
    let counter: Counter
    let cast: DemoCast.Assembled
    let today: Day

    /// Plays all stories in the order of their days.
    ///
    /// - Returns: how many files there are.
    /// - Throws: ``Refusal`` where a story asks what the rules forbid.
    func play(companies rows: [TwinRow]) async throws -> Int {
        let stage = Stage(counter: counter)
        var stories: [Story] = []
        var taken: Set<String> = []
        for (order, partnership) in counter.reference.partnerships(on: today).enumerated() {
            let plots = Plot.all
            let chosen = companies(of: partnership.code, among: rows, count: plots.count, besides: &taken)
            let places = try await self.places(of: partnership.code, order, chosen)
            for (plot, place) in zip(plots, places) {
                stories.append(Story(plot: plot, place: place, partnership: partnership.code, cast: cast, today: today))
            }
        }
        var scenes = stories.enumerated().flatMap { number, story in
            story.scenes(on: stage, number: number).enumerated().map { (number, $0.offset, $0.element) }
        }
        scenes.sort { ($0.2.day, $0.0, $0.1) < ($1.2.day, $1.0, $1.1) }
        for (number, _, scene) in scenes {
            try await scene.play(stage.counter(on: scene.day))
            if number % 40 == 0 { say("  acting on \(scene.day)", terminator: "\r") }
        }
        return stories.reduce(0) { $0 + $1.plot.fileCount }
    }

    /// Companies whose files this partnership gets today; nobody plays in two stories.
    private func companies(
        of partnership: PartnershipCode,
        among rows: [TwinRow],
        count: Int,
        besides taken: inout Set<String>
    ) -> [TwinRow] {
        // A company may stand in the register under two committees; its files go to that of its last line.
        let last = Dictionary(rows.map { ($0.companyNumber.digits, $0.jointCommittee) }) { $1 }
        let isPublic = legalForm(of: partnership) != nil
        let fitting = rows.lazy.reversed().filter { row in
            isPublic
                ? row.partnership == partnership && row.jointCommittee == nil
                : row.jointCommittee == last[row.companyNumber.digits]
                    && counter.reference.competentPartnership(for: row.jointCommittee, on: today) == partnership
        }
        var chosen: [TwinRow] = []
        for row in fitting where chosen.count < count && taken.insert(row.companyNumber.digits).inserted {
            chosen.append(row)
        }
        return chosen
    }

    /// The legal form that leads to a partnership without joint committees, such as that of local authorities.
    private func legalForm(of partnership: PartnershipCode) -> String? {
        counter.reference.competences.legalForms.first { $0.partnership == partnership }?.legalForm
    }

    /// The companies with their establishment and the people who act for them.
    private func places(
        of partnership: PartnershipCode,
        _ order: Int,
        _ chosen: [TwinRow]
    ) async throws -> [DemoPlace] {
        let legalForm = legalForm(of: partnership)
        let cast = cast
        return try await counter.database.write { session in
            try chosen.enumerated().compactMap { index, row in
                guard let company = try session.company(row.companyNumber),
                    let establishment = try session.establishment(row.establishmentNumber)
                else { return nil }
                let account = try session.addAccount(
                    slug: "onderneming-\(company.id)",
                    name: row.mentors.first.map { "\($0.firstName) \($0.lastName)" } ?? "Robin Voorbeeldmans"
                )
                let organisation = Organisation.company(company.id)
                let role = shownRole(index, partnership)
                let capacity = try role.map { try session.addCapacity(account, $0, organisation) }
                return DemoPlace(
                    company: company,
                    establishment: establishment.id,
                    representative: Actor(
                        account: account,
                        capacity: capacity,
                        name: row.companyName,
                        role: .legalRepresentative,
                        organisation: organisation
                    ),
                    counsellor: cast.mandateHolder(index, order, partnership),
                    legalForm: legalForm
                )
            }
        }
    }
}

/// Who of a company signs in: those whose file came back, and here and there an employee.
private func shownRole(_ index: Int, _ partnership: PartnershipCode) -> Role? {
    let isLarge = ["bouw", "horeca", "social_profit"].contains(partnership.rawValue)
    switch Plot.all[index] {
    case .incomplete: return .legalRepresentative
    case .approved: return isLarge ? .companyEmployee : nil
    case .submittedYesterday, .submittedLongAgo, .lastDay, .inProcess, .judged, .onHold, .rejected, .cancelled, .draft,
        .threeTogether, .foreignTraining:
        return nil
    }
}

/// A company that plays a part.
struct DemoPlace {
    let company: CompanyRecord
    let establishment: Identifier<Establishment>
    let representative: Actor
    /// Who applies for it with a mandate; nothing where it applies itself.
    let counsellor: Actor?
    let legalForm: String?
}

/// The counter at the days on which the stories play.
struct Stage {
    let counter: Counter

    func counter(on day: Day) -> Counter {
        Counter(
            database: counter.database,
            reference: counter.reference,
            clock: .stopped(on: day),
            vault: counter.vault,
            letters: counter.letters
        )
    }
}

/// One thing that happens in a story, and when.
struct Scene {
    let day: Day
    let play: (Counter) async throws -> Void
}
