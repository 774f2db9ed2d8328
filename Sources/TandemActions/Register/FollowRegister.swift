package import TandemDomain
package import TandemRegister
internal import TandemSQL
internal import TandemStore

/// What following an extract of the company register came to.
package struct FollowReport: Sendable, Hashable {
    package let extract: Int
    package let snapshot: Day
    package var outcome: Outcome
    /// How many companies and establishments were compared.
    package var compared = 0
    /// How many the register holds for the first time that it is followed.
    package var firstSeen = 0
    package var changed = 0
    package var ended = 0
    package var returned = 0
    /// How many recognitions were discontinued (R18).
    package var discontinued = 0
    /// How many tasks were made for handlers.
    package var tasks = 0

    /// How it ended.
    package enum Outcome: String, Sendable, Hashable {
        case followed
        /// The counter followed this extract already, or a later one.
        case alreadyFollowed = "already_followed"
        /// Another server was at it.
        case busy
        /// The server stops; the next run goes on.
        case unfinished
    }

    package init(_ identity: ExtractIdentity, _ outcome: Outcome) {
        extract = identity.number
        snapshot = identity.snapshot
        self.outcome = outcome
    }
}

/// Why an extract is not followed: it would end more of what the register held than a true one would.
package struct TooManyEnds: Error, Hashable, Sendable {
    package let extract: Int
    package let ended: Int
    package let linked: Int

    package init(extract: Int, ended: Int, linked: Int) {
        self.extract = extract
        self.ended = ended
        self.linked = linked
    }
}

extension TooManyEnds: CustomStringConvertible {
    package var description: String {
        "extract \(extract) would end \(ended) of the \(linked) companies and establishments that the company register "
            + "held. Look whether it is whole; if it is right, run 'tandem register follow --accept-many'."
    }
}

extension Counter {
    /// Of what the register held, an extract may end one in twenty without being asked whether that is right.
    static let mostEndsPercent = 5
    /// And so many in any case.
    static let fewestEndsToStop = 20
    /// The name of the lock under which the company register is followed.
    package static let companyRegister = "company-register"
    private static let followBatch = 500

    /// Makes the counter follow the company register (R18): what ended there loses its recognitions, and what is told
    /// otherwise than before is put before handlers.
    ///
    /// An extract is followed once, and one with a lower number than that not at all. It goes batch by batch, each in
    /// one transaction, so that after a standstill the next run goes on; one server acts at a time.
    ///
    /// - Parameters:
    ///   - register: what to compare with.
    ///   - acceptsMany: whether it may end more than one in twenty.
    ///   - goesOn: asked before each batch; a server that stops leaves the rest to another.
    /// - Returns: what came of it; nothing where the register holds no extract.
    /// - Throws: ``TooManyEnds``, before anything is done; or an error of a database, and what was done before stays.
    package func follow(
        _ register: RegisterSnapshot,
        acceptsMany: Bool = false,
        while goesOn: @escaping @Sendable () -> Bool = { true }
    ) async throws -> FollowReport? {
        guard let identity = register.identity else { return nil }
        let report = try await database.exclusively(Self.companyRegister) {
            let last = try await database.read { try $0.followedExtract() }
            if let last, last.number >= identity.number { return FollowReport(identity, .alreadyFollowed) }
            if !acceptsMany { try await refuseManyEnds(register, identity) }
            return try await followAll(register, identity, while: goesOn)
        }
        return report ?? FollowReport(identity, .busy)
    }

    private func followAll(
        _ register: RegisterSnapshot,
        _ identity: ExtractIdentity,
        while goesOn: @Sendable () -> Bool
    ) async throws -> FollowReport {
        var report = FollowReport(identity, .followed)
        for kind in FollowedKind.allCases {
            var last: Int64 = 0
            while let batch = try await batch(of: kind, after: last, register) {
                if !goesOn() {
                    report.outcome = .unfinished
                    return report
                }
                let before = report
                report = try await follow(batch, identity, report: before)
                last = batch.last
            }
        }
        let now = clock.now()
        try await database.write { session in
            try session.noteFollowed(identity.number, snapshot: identity.snapshot, at: now)
        }
        return report
    }

    /// Counts what the register held and holds no more, before anything is done about it.
    private func refuseManyEnds(_ register: RegisterSnapshot, _ identity: ExtractIdentity) async throws {
        var (linked, ended) = (0, 0)
        for kind in FollowedKind.allCases {
            var last: Int64 = 0
            while let batch = try await batch(of: kind, after: last, register) {
                linked += batch.subjects.count { $0.link != nil && $0.link?.goneOn == nil }
                ended += batch.subjects.count { batch.news(of: $0) == .ended }
                last = batch.last
            }
        }
        if ended > max(Self.fewestEndsToStop, linked * Self.mostEndsPercent / 100) {
            throw TooManyEnds(extract: identity.number, ended: ended, linked: linked)
        }
    }

    private func batch(
        of kind: FollowedKind,
        after id: Int64,
        _ register: RegisterSnapshot
    ) async throws -> FollowedBatch? {
        let subjects = try await database.read { session in
            switch kind {
            case .company: try session.followedCompanies(after: id, limit: Self.followBatch)
            case .establishment: try session.followedEstablishments(after: id, limit: Self.followBatch)
            }
        }
        guard let last = subjects.last else { return nil }
        let numbers = subjects.compactMap { EntityNumber($0.digits) }
        return FollowedBatch(
            subjects: subjects,
            facts: try await register.facts(of: numbers),
            last: last.establishment?.rawValue ?? last.company.rawValue
        )
    }

    /// Does in one transaction what a batch asks for; most ask for nothing.
    private func follow(
        _ batch: FollowedBatch,
        _ identity: ExtractIdentity,
        report: FollowReport
    ) async throws -> FollowReport {
        var compared = report
        compared.compared += batch.subjects.count
        let news = batch.subjects.map { ($0, batch.news(of: $0)) }.filter { $0.1 != .nothing && $0.1 != .same }
        if news.isEmpty { return compared }
        let (start, facts) = (compared, batch.facts)
        return try await act(by: .law) { desk in
            var following = Following(identity: identity, report: start)
            for (subject, news) in news {
                let now = EntityNumber(subject.digits).flatMap { facts[$0] }
                try following.take(news, of: subject, now, &desk)
            }
            return following.report
        }
    }
}

/// What is compared, in this order.
private enum FollowedKind: CaseIterable { case company, establishment }

/// Some companies or establishments, and what the register says of them.
private struct FollowedBatch: Sendable {
    let subjects: [FollowedSubject]
    let facts: [EntityNumber: RegisterFacts]
    /// The identity of the last.
    let last: Int64

    func news(of subject: FollowedSubject) -> RegisterNews {
        registerNews(
            last: subject.link?.facts,
            isGone: subject.link?.goneOn != nil,
            now: EntityNumber(subject.digits).flatMap { facts[$0] }
        )
    }
}
