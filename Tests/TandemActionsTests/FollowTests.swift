import TandemActions
import TandemDomain
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// A company register that holds the company of the fixture, as an extract tells it.
private struct ToldCompany: Sendable {
    var name: String? = "De Steen"
    var site: String? = "De Steen Gent"
    var street = "Kaai"
    /// Beside it, so many companies that nobody knows.
    var others = 3

    static let (company, site, others): (UInt32, UInt32, UInt32) = (4_000_001, 21_000_001, 4_500_000)

    func full(_ number: Int, on day: Day) -> TestExtract {
        let strangers = (0..<others).map { Self.others + UInt32($0) }
        var rows: [String: [String]] = [
            "enterprise": strangers.map { Rows.enterprise($0) },
            "denomination": strangers.map { Rows.name($0, "Vreemd \($0)") },
        ]
        if let name {
            rows["enterprise", default: []].append(Rows.enterprise(Self.company))
            rows["denomination", default: []].append(Rows.name(Self.company, name))
            rows["address", default: []].append(Rows.address(Self.company, "9000", "Gent", kind: "REGO"))
        }
        if let site {
            rows["establishment", default: []].append(
                Rows.establishment(Self.site, of: name == nil ? Self.others : Self.company)
            )
            rows["denomination", default: []].append(Rows.name(Self.site, site, type: "003"))
            rows["address", default: []].append(Rows.address(Self.site, "9000", "Gent", street: street))
        }
        var extract = TestExtract.full(number, rows)
        let (year, month, date) = day.parts
        extract.snapshot = "\(date < 10 ? "0" : "")\(date)-\(month < 10 ? "0" : "")\(month)-\(year)"
        return extract
    }
}

/// What the counter has of the company.
private enum Standing: CaseIterable, Sendable { case nothing, openFile, recognition }

/// A counter and the company register that it follows.
private struct FollowingDesk {
    let desk: TestCounter
    let register: TestRegister

    init(_ standing: Standing = .nothing) async throws {
        desk = try await TestCounter()
        register = try TestRegister()
        switch standing {
        case .nothing: break
        case .openFile: _ = try await desk.file(.submitted)
        case .recognition: _ = try await desk.file(.approved)
        }
    }

    @discardableResult
    func follow(
        _ told: ToldCompany,
        extract: Int,
        on day: Day? = nil,
        acceptsMany: Bool = false
    ) async throws -> FollowReport {
        let full = told.full(extract, on: day ?? desk.clock.today)
        _ = try await register.import(register.folder.write(full), acceptsSmaller: true)
        return try await followAgain(acceptsMany: acceptsMany)
    }

    func followAgain(acceptsMany: Bool = false) async throws -> FollowReport {
        try #require(try await desk.counter.follow(register.snapshot(), acceptsMany: acceptsMany))
    }

    func tasks() async throws -> [TaskKind: Int] {
        try await desk.database.read { try $0.openTaskCounts(of: nil) }
    }

    func recognitions() async throws -> [RecognitionRecord] {
        let company = desk.company
        return try await desk.database.read { try $0.recognitions(of: company, limit: 10) }
    }
}

@Suite struct `Following the company register` {
    private struct Case: Sendable {
        let standing: Standing
        /// Nothing where the register did not hold it before.
        let before: ToldCompany?
        let now: ToldCompany
        var ended = 0
        var changed = 0
        var discontinued = 0
        var tasks: [TaskKind: Int] = [:]
    }

    private static let gone = ToldCompany(name: nil, site: nil)
    private static let cases: [Case] = Standing.allCases.flatMap { standing -> [Case] in
        let (isOpen, isRecognised) = (standing == .openFile, standing == .recognition)
        let ends: [TaskKind: Int] =
            isOpen ? [.companyEnded: 1] : isRecognised ? [.endRunningAgreements: 1] : [:]
        let changes: [TaskKind: Int] = standing == .nothing ? [:] : [.companyChanged: 1]
        return [
            Case(standing: standing, before: nil, now: gone),
            Case(standing: standing, before: nil, now: ToldCompany()),
            Case(standing: standing, before: ToldCompany(), now: ToldCompany()),
            Case(
                standing: standing,
                before: ToldCompany(),
                now: gone,
                ended: 2,
                discontinued: isRecognised ? 1 : 0,
                tasks: ends
            ),
            Case(
                standing: standing,
                before: ToldCompany(),
                now: ToldCompany(site: nil),
                ended: 1,
                discontinued: isRecognised ? 1 : 0,
                tasks: ends
            ),
            Case(
                standing: standing,
                before: ToldCompany(),
                now: ToldCompany(name: "De Steen Groep"),
                changed: 1,
                tasks: changes
            ),
            Case(
                standing: standing,
                before: ToldCompany(),
                now: ToldCompany(name: "De Steen Groep", site: "De Steen Groep Gent", street: "Markt"),
                changed: 2,
                tasks: changes
            ),
            Case(
                standing: standing,
                before: ToldCompany(),
                now: ToldCompany(street: "Markt"),
                changed: 1,
                tasks: changes
            ),
        ]
    }

    @Test(arguments: cases.indices)
    func `ends what it held and holds no more, and tells what changed (R18)`(_ index: Int) async throws {
        let example = Self.cases[index]
        let following = try await FollowingDesk(example.standing)
        if let before = example.before { try await following.follow(before, extract: 140) }
        let report = try await following.follow(example.now, extract: 141)
        #expect(report.ended == example.ended && report.changed == example.changed)
        #expect(report.discontinued == example.discontinued)
        #expect(try await following.tasks() == example.tasks)
        #expect(try await following.desk.findings().isEmpty)
        let again = try await following.followAgain()
        #expect(again.outcome == .alreadyFollowed)
        #expect(try await following.tasks() == example.tasks)
    }

    @Test func `ends a recognition on the day that the extract shows, and names the extract`() async throws {
        let following = try await FollowingDesk(.recognition)
        try await following.follow(ToldCompany(), extract: 140)
        following.desk.clock.advance(days: 10)
        let day = following.desk.clock.today.adding(days: -2)
        try await following.follow(Self.gone, extract: 141, on: day)
        let ended = try #require(try await following.recognitions().first)
        #expect(ended.status == .discontinued && ended.endKind == .register && ended.endedOn == day)
        let events = try await following.desk.database.read { try $0.events(ofRecognition: ended.id) }
        let event = try #require(events.first { $0.act == "discontinue" })
        #expect(event.note == "Ondernemingsregister, extract 141, toestand op \(day.iso)")
        #expect(event.role == .system && event.effectiveOn == day)
    }

    @Test func `never ends a recognition before it began, or in the future`() async throws {
        let following = try await FollowingDesk(.recognition)
        let began = try #require(try await following.recognitions().first).validity.from
        try await following.follow(ToldCompany(), extract: 140)
        try await following.follow(Self.gone, extract: 141, on: began.adding(days: -30))
        #expect(try await following.recognitions().first?.endedOn == began)
        let later = try await FollowingDesk(.recognition)
        try await later.follow(ToldCompany(), extract: 140)
        try await later.follow(Self.gone, extract: 141, on: later.desk.clock.today.adding(days: 30))
        #expect(try await later.recognitions().first?.endedOn == later.desk.clock.today)
    }

    @Test func `does nothing with an older extract`() async throws {
        let following = try await FollowingDesk(.recognition)
        try await following.follow(ToldCompany(), extract: 141)
        let report = try await following.follow(Self.gone, extract: 140)
        #expect(report.outcome == .alreadyFollowed)
        #expect(try await following.recognitions().first?.status == .approved)
    }

    @Test func `keeps what ended ended when it comes back`() async throws {
        let following = try await FollowingDesk(.recognition)
        try await following.follow(ToldCompany(), extract: 140)
        try await following.follow(Self.gone, extract: 141)
        let report = try await following.follow(ToldCompany(), extract: 142)
        #expect(report.returned == 2 && report.ended == 0)
        #expect(try await following.recognitions().first?.status == .discontinued)
    }

    @Test func `tells that an establishment went to another company`() async throws {
        let following = try await FollowingDesk(.openFile)
        try await following.follow(ToldCompany(), extract: 140)
        // The company ends, and its establishment stands under a stranger.
        let report = try await following.follow(ToldCompany(name: nil), extract: 141)
        #expect(report.ended == 1 && report.changed == 1)
        let company = following.desk.company
        let links = try await following.desk.database.read { try $0.registerLinks(of: company) }
        #expect(links.company?.goneIn == 141)
        #expect(links.establishments.values.first?.changes == [.owner])
    }

    @Test func `goes on where a server stopped`() async throws {
        let following = try await FollowingDesk()
        let full = ToldCompany().full(140, on: following.desk.clock.today)
        _ = try await following.register.import(following.register.folder.write(full))
        let register = try await following.register.snapshot()
        let stopped = try #require(try await following.desk.counter.follow(register, while: { false }))
        #expect(stopped.outcome == .unfinished && stopped.compared == 0)
        #expect(try await following.desk.database.read { try $0.followedExtract() } == nil)
        let report = try await following.followAgain()
        #expect(report.outcome == .followed && report.firstSeen == 2)
        let followed = try #require(try await following.desk.database.read { try $0.followedExtract() })
        #expect(followed.number == 140 && followed.snapshot == following.desk.clock.today)
    }
}

@Suite struct `The guard of following` {
    /// So many companies at the counter, all in the register.
    private func desk(companies: Int) async throws -> (FollowingDesk, ToldCompany) {
        let following = try await FollowingDesk()
        try await following.desk.database.write { session in
            for place in 0..<companies {
                let number = CompanyNumber(stored: EntityNumber(stem: ToldCompany.others + UInt32(place)).digits)
                _ = try session.addCompany(
                    number,
                    CompanyDetails(name: "Vreemd \(place)", street: "Weg 1", postalCode: PostalCode(stored: "9000"))
                )
            }
        }
        return (following, ToldCompany(others: companies + 30))
    }

    /// How many companies the register held, how many it ends, and whether that is too many.
    @Test(arguments: [(30, 20, false), (30, 21, true), (998, 50, false), (998, 51, true)])
    func `stops an extract that would end more than one in twenty, and more than twenty`(
        _ companies: Int,
        _ ends: Int,
        _ isTooMany: Bool
    ) async throws {
        let (following, all) = try await desk(companies: companies)
        try await following.follow(all, extract: 140)
        var fewer = all
        fewer.others = companies - ends
        let linked = companies + 2
        if isTooMany {
            await #expect(throws: TooManyEnds(extract: 141, ended: ends, linked: linked)) {
                try await following.follow(fewer, extract: 141)
            }
            #expect(try await following.desk.database.read { try $0.followedExtract()?.number } == 140)
        }
        let report = try await following.followOrAgain(fewer, acceptsMany: isTooMany)
        #expect(report.ended == ends)
    }
}

extension FollowingDesk {
    /// Follows what was imported already where it was refused, and imports it where not.
    fileprivate func followOrAgain(_ told: ToldCompany, acceptsMany: Bool) async throws -> FollowReport {
        acceptsMany ? try await followAgain(acceptsMany: true) : try await follow(told, extract: 141)
    }
}

@Suite struct `An answer to the company register` {
    private func changed(_ standing: Standing = .openFile) async throws -> FollowingDesk {
        let following = try await FollowingDesk(standing)
        try await following.follow(ToldCompany(), extract: 140)
        try await following.follow(
            ToldCompany(name: "De Steen Groep", site: "De Steen Aalst", street: "Markt"),
            extract: 141
        )
        return following
    }

    @Test func `takes name and address over by an act with its event, and nothing before`() async throws {
        let following = try await changed()
        let (desk, company, site) = (following.desk, following.desk.company, following.desk.establishment)
        let before = try #require(try await desk.database.read { try $0.company(company) })
        #expect(before.details.name == "Bouwbedrijf De Steen bv")
        let owner = desk.people.legalRepresentative
        try await desk.counter.answerRegister(.takeOver, of: company, establishment: nil, by: owner)
        try await desk.counter.answerRegister(.takeOver, of: company, establishment: site, by: owner)
        let after = try #require(try await desk.database.read { try $0.company(company) })
        #expect(after.details.name == "De Steen Groep" && after.details.email == before.details.email)
        let place = try #require(try await desk.database.read { try $0.establishment(site) })
        #expect(place.name == "De Steen Aalst" && place.street == "Markt 1")
        #expect(try await desk.findings().isEmpty)
        let twice = try await desk.refusal {
            try await desk.counter.answerRegister(.takeOver, of: company, establishment: nil, by: owner)
        }
        #expect(twice == .notFound)
    }

    @Test func `may leave all as it is`() async throws {
        let following = try await changed()
        let (desk, company) = (following.desk, following.desk.company)
        let before = try await desk.database.read { try $0.company(company) }
        try await desk.counter.answerRegister(
            .keep,
            of: company,
            establishment: nil,
            by: desk.people.legalRepresentative
        )
        #expect(try await desk.database.read { try $0.company(company) } == before)
        #expect(try await desk.database.read { try $0.registerLinks(of: company) }.company?.changes == [])
    }

    @Test func `is given by the company, its mandate, or who handles its file`() async throws {
        let following = try await changed()
        let (desk, company) = (following.desk, following.desk.company)
        let file = try #require(
            try await desk.database.read { try $0.applications(of: company, limit: 1) }.first
        )
        let own: Set = ["Lieve Zaakvoerder", "Emma Bediende", "Tom Begeleider"]
        for actor in desk.people.all where !own.contains(actor.name) {
            let refusal = try await desk.refusal {
                try await desk.counter.answerRegister(.keep, of: company, establishment: nil, by: actor)
            }
            #expect(refusal == .notAllowed, "\(actor.name)")
        }
        try await desk.counter.answerRegister(
            .takeOver,
            of: company,
            establishment: nil,
            through: file.id,
            by: desk.people.handler
        )
        #expect(try await desk.database.read { try $0.company(company) }?.details.name == "De Steen Groep")
    }
}
