package import TandemDomain

/// Invented offers and learner numbers of every reference date, in the proportions of print.
///
/// The same seed gives the same rows; who teaches what stays the same from date to date, as far as he is there.
package struct EnrolmentTwin: Sendable {
    /// The columns of ``rows(through:)``, as an import reads them.
    package static let columns = [
        "reference_date", "provider", "training", "enrolled", "planned", "programmed_from", "provider_name",
        "provider_kind", "postal_code",
    ]

    private let reference: Reference
    private let published: PublishedEnrolments
    private let desks: [Desk]
    private let share: Int

    /// One training with everybody who may give it, the first to do so first.
    private struct Desk: Sendable {
        let training: Training
        let weight: Int
        let teachers: [Teacher]
    }

    /// A provider with how much of a training falls to him.
    private struct Teacher: Sendable {
        let provider: Provider
        /// Whether the reference data lacks him, so that each row has to say who he is.
        let isOther: Bool
        let weight: Int
        let places: Int
    }

    private static let firstYear = 2019

    /// - Parameters:
    ///   - reference: the trainings and providers.
    ///   - seed: of chance.
    ///   - share: so many percent of the learners of trainings that print does not name, from 2022-2023 on: for a
    ///     register with fewer places than the real one.
    /// - Throws: ``TwinProblem``, or an error of the file system.
    package init(reference: Reference, seed: UInt64, share: Int = 100) throws {
        self.share = share
        self.reference = reference
        published = try PublishedEnrolments.load()
        var random = TwinRandom(seed: seed &+ 17)
        let others = try Self.otherProviders()
        desks = reference.trainings.filter { !$0.isPreparatory }.map { training in
            var pool = (reference.providers.map { ($0, false) } + others.map { ($0, true) })
                .filter { $0.0.kind.systems.contains(training.system) }
            random.shuffle(&pool)
            let teachers = pool.map { provider, isOther in
                Teacher(
                    provider: provider,
                    isOther: isOther,
                    weight: random.within(1...6),
                    places: random.within(2...8)
                )
            }
            let weight = random.within(1...9) * random.within(1...9) * random.within(1...9)
            return Desk(training: training, weight: weight, teachers: teachers)
        }
    }

    /// How many places the analysis in print counted for a training.
    package var analysedPlaces: [TrainingCode: Int] { published.places }

    /// One row for each offer, on every 1 October and 1 February that has come.
    ///
    /// - Throws: ``TwinProblem``.
    package func rows(through today: Day) throws -> [[String]] {
        try (Self.firstYear...max(Self.firstYear, today.year)).flatMap { start in
            let year = SchoolYear(startingIn: start)
            return try [Day(start, 10, 1), Day(start + 1, 2, 1)].compactMap(\.self).filter { $0 <= today }
                .flatMap { try rows(on: $0, year) }
        }
    }

    private func rows(on day: Day, _ year: SchoolYear) throws -> [[String]] {
        let known = published.known(in: year)
        return try TrainingSystem.allCases.flatMap { system in
            let open = desks.filter { $0.training.system == system && $0.training.period.contains(day) }
            let rest = open.filter { known[$0.training.code] == nil }
            let fixed = open.reduce(0) { $0 + (known[$1.training.code] ?? 0) }
            let total = try published.total(system, in: year) * (day.month == 10 ? 96 : 100) / 100
            let left = max(0, total - fixed) * (year.start < 2022 ? 100 : share) / 100
            let shares = apportion(left, weights: rest.map(\.weight))
            let dealt = Dictionary(uniqueKeysWithValues: zip(rest.map(\.training.code), shares))
            return open.flatMap { desk in
                let code = desk.training.code
                return rows(desk, known[code] ?? dealt[code] ?? 0, on: day, year)
            }
        }
    }

    private func rows(_ desk: Desk, _ learners: Int, on day: Day, _ year: SchoolYear) -> [[String]] {
        let there = desk.teachers.filter { $0.provider.period.contains(day) }
        let count = published.providers(of: desk.training.code, in: year) ?? (learners == 0 ? 0 : learners / 4 + 1)
        let teachers = Array(there.prefix(count))
        let shares = apportion(learners, weights: teachers.map(\.weight))
        return zip(teachers, shares).map { teacher, share in
            let provider = teacher.provider
            let start = max(
                SchoolYear(of: provider.period.from),
                SchoolYear(of: desk.training.period.from),
                SchoolYear(startingIn: Self.firstYear)
            )
            return [
                day.iso, provider.code.rawValue, desk.training.code.rawValue, String(share),
                String(max(share, teacher.places)), min(start, year).name,
            ] + (teacher.isOther ? [provider.name, provider.kind.rawValue, provider.postalCode.digits] : ["", "", ""])
        }
    }

    /// Schools that the reference data does not have, in every region.
    private static func otherProviders() throws -> [Provider] {
        try dataFile("assumed/other-providers.csv").dropFirst().compactMap { row in
            guard let kind = ProviderKind(rawValue: row[2]), let start = Day(firstYear, 9, 1) else { return nil }
            return Provider(
                code: ProviderCode(row[0]),
                name: row[1],
                kind: kind,
                postalCode: PostalCode(stored: row[3]),
                municipality: "",
                period: Period(startingOn: start)
            )
        }
    }
}
