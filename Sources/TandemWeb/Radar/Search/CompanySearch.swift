internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister
internal import TandemSQL

/// Puts questions to the company register, beside what the counter knows.
struct CompanySearch: Sendable {
    /// How many rows a page has.
    static let pageSize = 25
    /// How far one may turn pages; who wants more narrows the question.
    static let mostShown = 10_000

    let site: Site
    private let names = ActivityNameKeeper()
    private let recognised = RecognisedPlaceKeeper()

    init(site: Site) { self.site = site }

    /// All that answers are made of, as it is now.
    struct Present: Sendable {
        let companies: RegisterSnapshot
        let names: ActivityNames
        let recognised: RecognisedPlaces
        let gazetteer: Gazetteer
    }

    /// What there is to search in; nothing while no company register was imported.
    ///
    /// - Throws: an error of a database.
    func present() async throws -> Present? {
        guard let companies = try await site.companyRegister() else { return nil }
        return Present(
            companies: companies,
            names: try await names.names(in: companies),
            recognised: try await recognised.current(site),
            gazetteer: try Gazetteer.load()
        )
    }

    /// Which places the counter recognised today.
    ///
    /// - Throws: ``SQLError``.
    func recognisedPlaces() async throws -> RecognisedPlaces { try await recognised.current(site) }

    /// Reads a query.
    ///
    /// - Throws: an error of a database.
    func read(_ query: CompanyQuery, _ present: Present) async throws -> QuestionReading {
        var reading = try QuestionReader.read(
            QuestionReader(
                query,
                reference: site.reference,
                day: site.today,
                gazetteer: present.gazetteer,
                names: present.names,
                companies: present.companies,
                recognised: present.recognised
            )
        )
        // The number of an enterprise finds its establishments as well.
        if let number = reading.question.number, number.kind == .enterprise, reading.question.isRecognised == nil,
            let enterprise = try await present.companies.enterprise(number)
        {
            reading.question.filter.only = NumberSet([number] + enterprise.establishments)
        }
        return reading
    }

    /// A page of what answers a question.
    ///
    /// - Throws: an error of the register file.
    func page(of question: CompanyQuestion, _ present: Present) async throws -> FoundPage {
        let offset = min((question.page - 1) * Self.pageSize, Self.mostShown - Self.pageSize)
        return try await rows(of: question, present, skipping: offset, limit: Self.pageSize)
    }

    /// So many rows of what answers a question.
    ///
    /// - Throws: an error of the register file.
    func rows(
        of question: CompanyQuestion,
        _ present: Present,
        skipping offset: Int = 0,
        limit: Int
    ) async throws -> FoundPage {
        let found = present.companies.index.search(question.filter, by: question.order, skipping: offset, limit: limit)
        let summaries = try await present.companies.summaries(of: found.hits.map(\.number))
        let byNumber = Dictionary(summaries.map { ($0.number, $0) }) { first, _ in first }
        let rows = found.hits.compactMap { hit in
            byNumber[hit.number].map { summary in
                FoundRow(
                    hit: hit,
                    summary: summary,
                    distance: hit.place.flatMap { place in
                        question.center.map { Int(place.point.distance(to: $0.point).rounded()) }
                    },
                    trainings: present.recognised.trainings(at: hit.number)
                )
            }
        }
        return FoundPage(total: found.total, rows: rows)
    }
}

/// What was found: how many in all, and some of them.
struct FoundPage: Sendable {
    let total: Int
    let rows: [FoundRow]
}

/// A company or establishment that was found.
struct FoundRow: Sendable {
    let hit: RegisterHits.Hit
    let summary: EntitySummary
    /// Metres from where distances are counted.
    let distance: Int?
    /// What it is recognised for.
    let trainings: [TrainingCode]
}
