package import TandemDomain
internal import TandemStore

/// What was found when a person looked: the numbers, packed, and the extract that was searched.
package struct SeenCompanies: Sendable, Hashable {
    package let numbers: [UInt8]
    package let extract: Int

    package init(numbers: [UInt8], extract: Int) {
        self.numbers = numbers
        self.extract = extract
    }
}

/// Why a search is not kept.
package enum SavingRefusal: Error, Hashable, Sendable {
    /// The person keeps another search under this name.
    case nameTaken
    /// The person keeps as many searches as he may.
    case tooMany(most: Int)
}

extension Counter {
    /// So many searches may a person keep.
    package static let mostSavedSearches = 20

    /// Keeps a search of the radar under a name.
    ///
    /// - Returns: its identity.
    /// - Throws: ``SavingRefusal`` or ``Refusal``.
    package func saveSearch(
        named name: String,
        query: String,
        seen: SeenCompanies,
        by actor: Actor
    ) async throws -> Int64 {
        try await act(by: actor) { desk in
            try desk.require(.readRadar, .register)
            let account = try desk.account()
            if try desk.session.hasSavedSearch(named: name, of: account) { throw SavingRefusal.nameTaken }
            let most = Self.mostSavedSearches
            if try desk.session.savedSearches(of: account, limit: most).count == most {
                throw SavingRefusal.tooMany(most: most)
            }
            let search = SavedSearchRecord(
                account: account,
                name: name,
                query: query,
                seen: seen.numbers,
                seenExtract: seen.extract,
                seenAt: desk.now
            )
            let id = try desk.session.addSavedSearch(search, at: desk.now)
            try desk.record(.savedSearch, id, act: "saved")
            return id
        }
    }

    /// Gives a search of one's own another name.
    ///
    /// - Throws: ``SavingRefusal/nameTaken`` or ``Refusal``.
    package func renameSearch(_ id: Int64, to name: String, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            var search = try desk.ownSearch(id)
            if try desk.session.hasSavedSearch(named: name, of: search.account, besides: id) {
                throw SavingRefusal.nameTaken
            }
            search.name = name
            try desk.save(search, act: "renamed")
        }
    }

    /// Takes what is found now as seen.
    ///
    /// - Throws: ``Refusal``.
    package func markSearchSeen(_ id: Int64, _ seen: SeenCompanies, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            var search = try desk.ownSearch(id)
            search.seen = seen.numbers
            search.seenExtract = seen.extract
            search.seenAt = desk.now
            try desk.save(search, act: "seen")
        }
    }

    /// Throws a search of one's own away.
    ///
    /// - Throws: ``Refusal``.
    package func removeSearch(_ id: Int64, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            let search = try desk.ownSearch(id)
            try desk.session.removeSavedSearch(id)
            try desk.record(.savedSearch, id, version: search.version + 1, act: "removed")
        }
    }
}

extension Desk {
    /// A search of the person who acts; that of somebody else is not there for him.
    fileprivate func ownSearch(_ id: Int64) throws -> SavedSearchRecord {
        try require(.readRadar, .register)
        guard let search = try session.savedSearch(id), search.account == (try account()) else {
            throw Refusal.notFound
        }
        return search
    }

    fileprivate mutating func save(_ search: SavedSearchRecord, act: String) throws {
        guard try session.change(search) else { throw try changedMeanwhile(.savedSearch, search.id) }
        try record(.savedSearch, search.id, version: search.version + 1, act: act)
    }
}
