internal import TandemSQL

/// Lets the index follow an Update: notes what changed, or makes the index anew where that is much.
///
/// An enterprise and all its establishments are noted together, since they lend each other names and activities.
struct IndexUpkeep {
    private let indexing: Indexing
    /// How what will change is called before it does.
    private var namesBefore: [UInt32: [UInt8]] = [:]
    private let isMuch: Bool

    /// Of so many entities one may have changed before the index is made anew.
    private static let share = 40
    private static let least = 1000

    /// Looks at what an Update will touch, before it is applied.
    ///
    /// - Throws: ``SQLError``.
    init(indexing: Indexing, before stems: [UInt32], _ session: any SQLSession) throws {
        self.indexing = indexing
        let total = try EntityStatements.counts(session)
        isMuch = stems.count > Self.mostChanges(of: total.enterprises + total.establishments)
        guard !isMuch else { return }
        for stem in try Self.families(of: Set(stems), session) {
            namesBefore[stem] = try StoredName.folded(stem, session)
        }
    }

    /// Notes what an Update changed, after it is applied.
    ///
    /// - Throws: ``SQLError``.
    func follow(_ update: AppliedUpdate, in session: any SQLSession) throws {
        guard !isMuch else { return try remake(session) }
        let families = try Self.families(of: update.touched.union(update.owners), session)
        let stems = try IndexParts.stems(session)
        let before = try session.integer(IndexStatements.changedCount)
        guard before + families.count <= Self.mostChanges(of: stems.count) else { return try remake(session) }
        var finder = try RankFinder(stems: stems, ranks: try IndexParts.ranks(session), namesBefore, families, session)
        for stem in families.sorted() {
            let gap = try finder.gap(of: stem, session)
            try session.run(
                IndexStatements.insertChanged(stem, gap: gap, nameBefore: finder.nameBefore(stem))
            )
        }
    }

    private static func mostChanges(of total: Int) -> Int { max(least, total / share) }

    private func remake(_ session: any SQLSession) throws {
        let segment = try indexing.segment(session)
        try IndexParts.write(segment, fingerprint: indexing.gazetteer.fingerprint, to: session)
        try session.run(IndexStatements.deleteChanged)
    }

    /// The enterprises of these numbers and all their establishments; also numbers that are not there.
    private static func families(of stems: Set<UInt32>, _ session: any SQLSession) throws -> Set<UInt32> {
        var families = stems
        for stem in stems { families.insert(try owner(of: stem, session) ?? stem) }
        for stem in families where EntityNumber(stem: stem).kind == .enterprise {
            for row in try session.rows(EntityStatements.owned(by: stem)) { families.insert(UInt32(try row.int(0))) }
        }
        return families.filter { EntityNumber(stem: $0).kind != .branch }
    }

    private static func owner(of stem: UInt32, _ session: any SQLSession) throws -> UInt32? {
        guard EntityNumber(stem: stem).kind != .enterprise else { return nil }
        return try StoredEntity(stem, session)?.owner
    }
}

/// Finds between which two names of the index a name comes; the index stays as it was made, so they never move.
private struct RankFinder {
    private let byRank: [(rank: UInt32, stem: UInt32)]
    private let known: Set<UInt32>
    private let gaps: [UInt32: UInt32]
    /// How those that changed were called when the index was made.
    private var namesBefore: [UInt32: [UInt8]]
    private var ranks: [UInt32: UInt32] = [:]
    private var names: [UInt32: [UInt8]] = [:]

    init(
        stems: [UInt32],
        ranks: [UInt32],
        _ captured: [UInt32: [UInt8]],
        _ families: Set<UInt32>,
        _ session: any SQLSession
    ) throws {
        for (stem, rank) in zip(stems, ranks) where families.contains(stem) { self.ranks[stem] = rank }
        known = Set(self.ranks.keys)
        namesBefore = captured
        var gaps: [UInt32: UInt32] = [:]
        for row in try session.rows(IndexStatements.changedNames) {
            let stem = UInt32(try row.int(0))
            gaps[stem] = UInt32(try row.int(1))
            if !row.isNull(2) { namesBefore[stem] = try row.blob(2) }
        }
        self.gaps = gaps
        byRank = zip(ranks, stems).map { ($0, $1) }.sorted { $0.rank < $1.rank }
    }

    /// How an entity of the index was called when that was made; nothing for one that came later.
    mutating func nameBefore(_ stem: UInt32) -> [UInt8]? {
        known.contains(stem) ? namesBefore[stem] ?? names[stem] : nil
    }

    /// The rank of the name that comes before the one that an entity has now.
    mutating func gap(of stem: UInt32, _ session: any SQLSession) throws -> UInt32 {
        let name = try StoredName.folded(stem, session)
        if gaps[stem] == nil, let rank = ranks[stem], name == namesBefore[stem] ?? name {
            names[stem] = name
            return rank - NameRank.step
        }
        var (low, high) = (0, byRank.count)
        while low < high {
            let middle = (low + high) / 2
            let other = byRank[middle].stem
            if isBefore(try indexedName(of: other, session), other, name, stem) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low == 0 ? 0 : byRank[low - 1].rank
    }

    private func isBefore(_ name: [UInt8], _ stem: UInt32, _ other: [UInt8], _ otherStem: UInt32) -> Bool {
        name == other ? stem < otherStem : precedes(name[...], other[...])
    }

    private mutating func indexedName(of stem: UInt32, _ session: any SQLSession) throws -> [UInt8] {
        if let name = namesBefore[stem] ?? names[stem] { return name }
        let name = try StoredName.folded(stem, session)
        names[stem] = name
        return name
    }
}
