import TandemDomain
import TandemSQL
import TandemStore
import Testing

@Suite struct `A statement on a large register` {
    static let selections: [WorklistFilter.Selection] =
        [nil, .submitted, .incomplete, .inProcess, .onHold].map { .open($0) }
        + [.approved, .rejected, .cancelled].map { .closed($0) } + [.advising]

    /// The filters of a worklist, none, each and all.
    static let narrowings: [(name: String, narrow: @Sendable (inout WorklistFilter) -> Void)] = [
        ("plain", { _ in }),
        ("training", { $0.training = TrainingCode("1535") }),
        ("establishment", { $0.establishment = Identifier(1) }),
        ("handler", { $0.handler = Identifier(1) }),
        ("due", { $0.dueThrough = Day(number: 18_876) }),
        (
            "all",
            {
                $0.training = TrainingCode("1535")
                $0.establishment = Identifier(1)
                $0.handler = Identifier(1)
                $0.dueThrough = Day(number: 18_876)
            }
        ),
    ]

    @Test func `reads a page of a worklist through an index, however deep, without sorting`() async throws {
        let database = try await LargeRegister.shared.database()
        for selection in Self.selections {
            for partnership in [nil, PartnershipCode("bouw")] {
                for narrowing in Self.narrowings {
                    var filter = WorklistFilter(selection, partnership: partnership)
                    narrowing.narrow(&filter)
                    for cursor in [nil, WorklistCursor(key: "2021-09-20", id: 99_999)] {
                        let plan = try await QueryPlan(
                            of: worklistStatement(filter, after: cursor, limit: 25),
                            database
                        )
                        let name =
                            "\(selection) \(partnership?.rawValue ?? "all") \(narrowing.name) \(cursor == nil ? 1 : 2)"
                        // The few files of one establishment are found by its index, and may be sorted.
                        let faults = plan.faults(maySort: filter.establishment != nil)
                        #expect(faults.isEmpty, "\(name): \(plan)")
                    }
                    let count = try await QueryPlan(of: worklistCountStatement(filter, upTo: 1000), database)
                    #expect(count.faults(maySort: true).isEmpty, "count \(selection): \(count)")
                }
            }
        }
    }

    /// The part of an index in which the page begins, as each make writes it.
    @Test(arguments: [
        (WorklistFilter.Selection.open(nil), "<expr>>?", "ROW(COALESCE(due_on"),
        (.advising, "<expr>>?", "ROW(COALESCE(due_on"),
        (.closed(.approved), "submitted_on<", "ROW(submitted_on"),
    ])
    func `begins a deep page of a worklist at its cursor`(
        _ selection: WorklistFilter.Selection,
        _ onSQLite: String,
        _ onPostgreSQL: String
    ) async throws {
        let database = try await LargeRegister.shared.database()
        let cursor = WorklistCursor(key: "2021-09-20", id: 99_999)
        let filter = WorklistFilter(selection, partnership: PartnershipCode("bouw"))
        let plan = try await QueryPlan(of: worklistStatement(filter, after: cursor, limit: 25), database)
        let found =
            switch database.dialect {
            case .sqlite: plan.lines.contains { $0.hasPrefix("SEARCH a USING INDEX") && $0.contains(onSQLite) }
            case .postgresql: plan.lines.contains { $0.contains("Index Cond:") && $0.contains(onPostgreSQL) }
            }
        #expect(found, "\(plan)")
    }

    @Test func `counts open files in an index alone`() async throws {
        let database = try await LargeRegister.shared.database()
        for partnership in [nil, PartnershipCode("bouw")] {
            let plan = try await QueryPlan(of: openCountsStatement(of: partnership, upTo: 1001), database)
            let readings = plan.lines.filter { $0.contains(/\ a(?:_\d)?\ /) }
            #expect(readings.count == 4)
            switch database.dialect {
            case .sqlite: #expect(readings.allSatisfy { $0.hasPrefix("SEARCH a USING COVERING INDEX") }, "\(plan)")
            case .postgresql: #expect(readings.allSatisfy { $0.contains("Index Only Scan") }, "\(plan)")
            }
        }
    }

    @Test(arguments: ["steen", "de steen gent", "0400.000.031", "12345", "", "é"])
    func `searches files through the words, a number, or nothing`(_ text: String) async throws {
        let database = try await LargeRegister.shared.database()
        for partnership in [nil, PartnershipCode("bouw")] {
            let plan = try await QueryPlan(of: fileSearchStatement(text, partnership: partnership, limit: 25), database)
            #expect(plan.faults(maySort: true).isEmpty, "\(plan)")
        }
    }

    @Test func `lists prospects in the order of what is due, without sorting`() async throws {
        let database = try await LargeRegister.shared.database()
        let organisation = Organisation.provider(ProviderCode("7"))
        let today = Day(number: 18_876)
        let selections: [ProspectFilter.Selection] = [
            .open(nil), .open(.contacted), .closed(nil), .closed(.notInterested),
        ]
        for selection in selections {
            for owner in [nil, Identifier<Account>(1)] {
                for due in [nil, today] {
                    let filter = ProspectFilter(selection, of: organisation, owner: owner, dueThrough: due)
                    for cursor in [nil, WorklistCursor(key: "2021-09-20", id: 999)] {
                        let plan = try await QueryPlan(
                            of: prospectListStatement(filter, after: cursor, limit: 25),
                            database
                        )
                        #expect(plan.faults(maySort: false).isEmpty, "\(selection) \(plan)")
                    }
                    let count = try await QueryPlan(of: prospectCountStatement(filter, upTo: 1000), database)
                    #expect(count.faults(maySort: true).isEmpty, "\(selection) \(count)")
                }
            }
        }
    }

    @Test func `lists renewals in the order of their end, without sorting`() async throws {
        let database = try await LargeRegister.shared.database()
        for partnership in [nil, PartnershipCode("bouw")] {
            for state in [nil, RenewalState.toContact] {
                for cursor in [nil, WorklistCursor(key: "2021-09-20", id: 99_999)] {
                    let statement = renewalStatement(
                        of: partnership,
                        from: Day(number: 18_876),
                        through: Day(number: 19_000),
                        state: state,
                        after: cursor,
                        limit: 25
                    )
                    let plan = try await QueryPlan(of: statement, database)
                    #expect(plan.faults(maySort: false).isEmpty, "\(plan)")
                }
            }
        }
    }
}

/// A database that remembers the statements which the store runs on it, to ask their plans.
private struct ListeningSession: SQLSession {
    final class Heard { var statements: [SQL] = [] }

    let session: any SQLSession
    let heard: Heard

    func rows(_ statement: SQL) throws -> [SQLRow] {
        heard.statements.append(statement)
        return try session.rows(statement)
    }

    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        heard.statements.append(statement)
        try session.forEachRow(statement, body)
    }

    func run(_ statement: SQL) throws -> Int {
        heard.statements.append(statement)
        return try session.run(statement)
    }

    func runAll(_ statements: [SQL]) throws { try session.runAll(statements) }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int { try session.load(table, next) }

    func runScript(_ script: SQLScript) throws { try session.runScript(script) }
}

@Suite struct `Everything else the store reads` {
    private static let day = Day(number: 18_876)
    private static let bouw = PartnershipCode("bouw")
    private static let gent = EstablishmentNumber(stored: "2100000000")
    private static let steen = CompanyNumber(stored: "0400000000")

    /// Each reading of the store that a screen, an act or the legal clock does.
    static let readings: [(name: String, read: @Sendable (any SQLSession) throws -> Void)] = [
        ("application", { _ = try $0.application(Identifier(1)) }),
        ("applications of a bundle", { _ = try $0.applications(ofBundle: 1) }),
        ("applications of an establishment", { _ = try $0.applications(of: Identifier<Establishment>(1)) }),
        ("applications of a company", { _ = try $0.applications(of: Identifier<Company>(1), limit: 25) }),
        ("applications due", { _ = try $0.applicationsDue(before: day, limit: 200) }),
        (
            "open application",
            { _ = try $0.hasOpenApplication(for: TrainingCode("1"), at: Identifier(1), besides: Identifier(2)) }
        ),
        ("designations", { _ = try $0.designations(of: Identifier(1)) }),
        ("last designation", { _ = try $0.lastDesignation(of: Identifier(1), at: Identifier(1)) }),
        ("last designations", { _ = try $0.lastDesignations(at: Identifier(1)) }),
        ("designations of files", { _ = try $0.designations(ofFiles: [Identifier(1), Identifier(2)]) }),
        ("attachments", { _ = try $0.attachments(of: Identifier(1)) }),
        ("mentors of a recognition", { _ = try $0.mentors(of: Identifier<Recognition>(1)) }),
        ("mentors of a company", { _ = try $0.mentors(of: Identifier<Company>(1)) }),
        ("mentor by number", { _ = try $0.mentor(numberHash: [1]) }),
        ("recognition of a file", { _ = try $0.recognition(of: Identifier<RecognitionApplication>(1)) }),
        ("renewal", { _ = try $0.renewal(of: Identifier(1)) }),
        ("recognitions of a company", { _ = try $0.recognitions(of: Identifier(1), limit: 25) }),
        ("recognitions here", { _ = try $0.recognitions(at: Identifier(1)) }),
        (
            "valid recognition",
            { _ = try $0.hasValidRecognition(for: TrainingCode("1"), at: Identifier(1), on: day, besides: nil) }
        ),
        ("recognitions without a mentor", { _ = try $0.recognitionsWithoutMentor(on: day) }),
        (
            "recognitions ending",
            { _ = try $0.recognitionsEnding(from: day, through: day, without: "expiry_notice", limit: 25) }
        ),
        ("mandates of a company", { _ = try $0.mandates(of: Identifier(1)) }),
        ("companies by name", { _ = try $0.companies(matching: "steen", limit: 25) }),
        (
            "companies by mandate",
            { _ = try $0.companies(managedBy: .provider(ProviderCode("OV0001")), on: day, limit: 25) }
        ),
        ("events of a file", { _ = try $0.events(ofApplication: Identifier(1)) }),
        ("events of a recognition", { _ = try $0.events(ofRecognition: Identifier(1)) }),
        ("last event", { _ = try $0.lastEvent(of: .application, 1) }),
        ("newest events", { _ = try $0.newestEvents(limit: 25) }),
        ("letters of a partnership", { _ = try $0.letters(of: bouw, before: nil, limit: 25) }),
        ("letters about a file", { _ = try $0.letters(about: Identifier(1)) }),
        ("tasks", { _ = try $0.openTasks(of: bouw, kind: .expiryNotice, after: nil, limit: 25) }),
        ("drafts of a company", { _ = try $0.draftBundles(of: Identifier(1)) }),
        (
            "drafts of an organisation",
            { _ = try $0.draftBundles(startedBy: .provider(ProviderCode("OV0001")), limit: 25) }
        ),
        ("votes", { _ = try $0.votes(on: Identifier(1)) }),
        ("open counts", { _ = try $0.openCounts(of: bouw, upTo: 1001) }),
        ("exclusions", { _ = try $0.exclusions(of: Identifier(1)) }),
        ("guidance", { _ = try $0.guidance(of: Identifier(1)) }),
        ("recorded tick", { _ = try $0.recordedTick() }),
        ("outbox state", { _ = try $0.outboxState(upTo: 10_000) }),
        ("counts of files", { _ = try $0.fileCounts(upTo: 10_000) }),
        ("prospect", { _ = try $0.prospect(Identifier(1)) }),
        ("prospect as its page shows it", { _ = try $0.prospectRow(Identifier(1)) }),
        ("open prospect", { _ = try $0.openProspect(at: gent) }),
        ("open prospects", { _ = try $0.openProspects(at: [gent, EstablishmentNumber(stored: "2000000031")]) }),
        ("open prospects of a company", { _ = try $0.openProspects(of: steen) }),
        ("prospects of a company", { _ = try $0.prospects(of: steen, limit: 25) }),
        ("events of a prospect", { _ = try $0.events(ofProspect: Identifier(1)) }),
        ("contacts with a company", { _ = try $0.contacts(with: steen, limit: 25) }),
        ("contacts of a prospect", { _ = try $0.contacts(of: Identifier<Prospect>(1)) }),
        ("who asked not to be called", { _ = try $0.doNotCall([gent.digits, steen.digits]) }),
        ("one who asked not to be called", { _ = try $0.doNotCall(1) }),
        ("pasts of candidates", { _ = try $0.pasts(of: [steen, CompanyNumber(stored: "0400000031")], on: day) }),
        ("refusals", { _ = try $0.refusals(at: [gent]) }),
        ("colleagues", { _ = try $0.capacities(for: .partnership(bouw)) }),
        ("overdue files", { _ = try $0.overdueFiles(before: day, upTo: 10_000) }),
        ("counts of enrolments", { _ = try $0.enrolmentCounts() }),
        ("enrolments of a date", { _ = try $0.enrolments(in: Identifier<EnrolmentCount>(1)) }),
        ("enrolments of a training", { _ = try $0.enrolments(in: TrainingCode("1001")) }),
        (
            "places of a training",
            { _ = try $0.placeCounts(of: TrainingCode("1001"), on: [day, day.adding(days: 90)]) }
        ),
        ("a batch of companies to follow", { _ = try $0.followedCompanies(after: 100, limit: 500) }),
        ("a batch of establishments to follow", { _ = try $0.followedEstablishments(after: 100, limit: 500) }),
        ("what the register said of a company", { _ = try $0.registerLinks(of: Identifier(1)) }),
        ("recognised places that changed", { _ = try $0.recognisedPlaces([1, 2]) }),
        ("what happened since", { _ = try $0.subjects(afterEvent: 59_990) }),
        ("the last event of all", { _ = try $0.lastEvent() }),
        ("rows of places", { _ = try $0.placeRows([Identifier(1), Identifier(2)]) }),
    ]

    @Test(arguments: readings.indices)
    func `is read through an index`(_ index: Int) async throws {
        let database = try await LargeRegister.shared.database()
        let reading = Self.readings[index]
        let plans = try await database.read { session in
            let heard = ListeningSession.Heard()
            try reading.read(ListeningSession(session: session, heard: heard))
            return try heard.statements.map { try QueryPlan(of: $0, session, database.dialect) }
        }
        for plan in plans { #expect(plan.faults(maySort: true).isEmpty, "\(reading.name): \(plan)") }
    }
}
