internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemStore

/// Works out what is new in the searches that people keep.
struct SavedSearches: Sendable {
    /// A search that finds more is no list to come back to: it has to be narrowed first.
    static let mostNumbers = 5000

    let site: Site
    let search: CompanySearch
    private let kept = NewsKeeper()

    init(site: Site, search: CompanySearch) {
        self.site = site
        self.search = search
    }

    /// What a saved search finds now, beside what was seen.
    struct News: Sendable, Hashable {
        let now: Set<EntityNumber>
        let new: Set<EntityNumber>
        let gone: Int
    }

    /// What is new in a search, worked out once for each state of the registers.
    ///
    /// - Returns: nothing where the search cannot be read any more, or finds too much.
    /// - Throws: an error of a database.
    func news(of record: SavedSearchRecord, _ present: CompanySearch.Present) async throws -> News? {
        let query = try CompanyQuery(text: record.query)
        let key = NewsKeeper.Key(
            id: record.id,
            version: record.version,
            extract: present.companies.identity,
            extracts: present.companies.extracts.count,
            event: query[.recognised].isEmpty ? 0 : present.recognised.event,
            day: site.today
        )
        if let known = await kept[key] { return known.news }
        let now = try await numbers(of: query, present)
        let news = now.map { now in
            let seen = PackedNumbers.unpack(record.seen)
            return News(now: now, new: now.subtracting(seen), gone: seen.subtracting(now).count)
        }
        await kept.keep(news, for: key)
        return news
    }

    /// All numbers that a query finds; nothing where it cannot be read, or finds too many.
    ///
    /// - Throws: an error of a database.
    func numbers(of query: CompanyQuery, _ present: CompanySearch.Present) async throws -> Set<EntityNumber>? {
        let reading = try await search.read(query, present)
        guard reading.errors.isEmpty else { return nil }
        let found = present.companies.index.search(reading.question.filter, by: .name, limit: Self.mostNumbers + 1)
        return found.total > Self.mostNumbers ? nil : Set(found.hits.map(\.number))
    }

    /// The searches of a person where nothing is asked; otherwise the form to keep what is asked.
    ///
    /// - Throws: an error of a database.
    func model(
        beside query: CompanyQuery,
        total: Int?,
        of actor: Actor,
        _ present: CompanySearch.Present
    ) async throws -> SavedSearchesModel {
        guard query.isEmpty, let account = actor.account else {
            return SavedSearchesModel(query: query, total: total, lines: [])
        }
        let records = try await site.read { session in
            try session.savedSearches(of: account, limit: Counter.mostSavedSearches)
        }
        var lines: [SavedSearchesModel.Line] = []
        for record in records {
            lines.append(SavedSearchesModel.Line(record: record, new: try await news(of: record, present)?.new.count))
        }
        return SavedSearchesModel(query: query, total: nil, lines: lines)
    }
}

/// Keeps what was worked out, as long as neither register changed.
private actor NewsKeeper {
    struct Key: Hashable {
        let id: Int64
        let version: Int
        let extract: ExtractIdentity?
        let extracts: Int
        let event: Int64
        let day: Day
    }

    struct Known {
        let news: SavedSearches.News?
    }

    private var byKey: [Key: Known] = [:]

    subscript(key: Key) -> Known? { byKey[key] }

    func keep(_ news: SavedSearches.News?, for key: Key) {
        if byKey.count >= 500 { byKey = [:] }
        byKey[key] = Known(news: news)
    }
}

/// The saved searches on the page of the radar.
struct SavedSearchesModel: Sendable {
    struct Line: Sendable {
        let record: SavedSearchRecord
        /// How many are new; nothing where that cannot be told.
        let new: Int?
    }

    let query: CompanyQuery
    /// How many were found; nothing where nothing was asked.
    let total: Int?
    let lines: [Line]

    var model: Model {
        [
            "lines": .list(
                lines.map { line in
                    [
                        "name": .text(line.record.name),
                        "url": .text(Addresses.savedSearch.url(line.record.id)),
                        "new": line.new.map { .word("saved.new", count: $0) } ?? .word("saved.unreadable"),
                        "hasNew": .flag((line.new ?? 0) > 0),
                    ]
                }
            ),
            "hasLines": .flag(!lines.isEmpty),
            "form": form,
        ]
    }

    private var form: Model {
        guard let total, !query.isEmpty else { return .nothing }
        let most = SavedSearches.mostNumbers
        guard total <= most else {
            return ["tooMany": .word("saved.narrow", ["most": DutchFormat.number(most)])]
        }
        return [
            "action": .text(Addresses.savedSearches.url()), "query": .text(query.text), "tooMany": .nothing,
        ]
    }
}
