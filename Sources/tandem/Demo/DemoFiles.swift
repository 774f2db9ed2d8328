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
        for partnership in counter.reference.partnerships(on: today) {
            let plots = Plot.all
            let places = try await self.places(of: partnership.code, among: rows, count: plots.count)
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

    /// Establishments of companies whose files this partnership gets today, each company once.
    private func places(
        of partnership: PartnershipCode,
        among rows: [TwinRow],
        count: Int
    ) async throws -> [DemoPlace] {
        let legalForm = counter.reference.competences.legalForms.first { $0.partnership == partnership }?.legalForm
        let fitting = rows.reversed().filter { row in
            legalForm != nil
                ? row.partnership == partnership && row.jointCommittee == nil
                : counter.reference.competentPartnership(for: row.jointCommittee, on: today) == partnership
        }
        var seen: Set<String> = []
        let chosen = fitting.filter { seen.insert($0.companyNumber.digits).inserted }.prefix(count)
        let holders = cast.counsellors
        return try await counter.database.write { session in
            try chosen.enumerated().compactMap { index, row in
                guard let company = try session.company(row.companyNumber),
                    let establishment = try session.establishment(row.establishmentNumber)
                else { return nil }
                let account = try session.addAccount(
                    slug: "onderneming-\(company.id)",
                    name: row.mentors.first.map { "\($0.firstName) \($0.lastName)" } ?? "Robin Voorbeeldmans"
                )
                let isShown = index < 2
                let organisation = Organisation.company(company.id)
                let capacity =
                    isShown ? try session.addCapacity(account, .legalRepresentative, organisation) : nil
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
                    counsellor: index % 2 == 0 ? nil : holders[index % max(1, holders.count)],
                    legalForm: legalForm
                )
            }
        }
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
