import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `A call list` {
    @Test func `calls no establishment twice: of two who claim at once one wins, and the other reads who`() async throws
    {
        let desk = try await TestCounter()
        let people = desk.people
        let candidate = ProspectDesk.candidate(1)
        async let first = ProspectDesk.list(
            [candidate],
            owner: people.counsellor.account,
            by: people.counsellor,
            desk.counter
        )
        async let second = ProspectDesk.list(
            [candidate],
            owner: people.otherCounsellor.account,
            by: people.otherCounsellor,
            desk.counter
        )
        let (one, other) = try await (first, second)
        let (winner, loser) = one.made.isEmpty ? (people.otherCounsellor, one) : (people.counsellor, other)
        #expect(one.made.count + other.made.count == 1)
        #expect(
            loser.refused.map(\.reason) == [
                .claimedBy(winner.name, try #require(winner.organisation), since: desk.clock.today)
            ]
        )
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `gives a free prospect to one of those who claim it at once`() async throws {
        let prospect = try await ProspectDesk(.new)
        let callers = [prospect.people.counsellor, prospect.people.otherCounsellor, prospect.people.handler]
        let refusals = try await withThrowingTaskGroup(of: Refusal?.self) { group in
            for caller in callers {
                group.addTask {
                    try await prospect.desk.refusal { try await prospect.counter.claim(prospect.id, by: caller) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count { $0 == nil } == 1)
        let row = try #require(try await prospect.desk.database.read { try $0.prospectRow(prospect.id) })
        let expected = Refusal.claimedBy(row.ownerName, row.prospect.organisation, since: prospect.desk.clock.today)
        #expect(refusals.compactMap(\.self) == [expected, expected])
    }

    @Test func `leaves out what somebody has, and takes the others`() async throws {
        let desk = try await TestCounter()
        let people = desk.people
        let numbers = (1...3).map { ProspectDesk.candidate($0) }
        _ = try await ProspectDesk.list([numbers[1]], owner: people.handler.account, by: people.handler, desk.counter)
        let listed = try await ProspectDesk.list(numbers, owner: nil, by: people.counsellor, desk.counter)
        #expect(listed.made.count == 2)
        #expect(listed.refused.map(\.establishment) == [numbers[1].establishment])
    }

    @Test func `comes to nobody outside the organisation`() async throws {
        let desk = try await TestCounter()
        let refusal = try await desk.refusal {
            _ = try await ProspectDesk.list(
                [ProspectDesk.candidate(1)],
                owner: desk.people.otherCounsellor.account,
                by: desk.people.counsellor,
                desk.counter
            )
        }
        #expect(refusal == .notAllowed)
    }

    @Test func `changes hands with a claim after a release, without the notes of who had it`() async throws {
        let prospect = try await ProspectDesk(.contacted)
        let people = prospect.people
        try await prospect.counter.plan(
            prospect.id,
            NextStep("Vertrouwelijk"),
            since: nil,
            by: people.consultant
        )
        try await prospect.counter.release(prospect.id, since: nil, by: people.consultant)
        try await prospect.counter.claim(prospect.id, by: people.otherCounsellor)
        let record = try await prospect.prospect()
        #expect(record.organisation == people.otherCounsellor.organisation && record.nextStep.isEmpty)
        let refusal = try await prospect.desk.refusal {
            try await prospect.counter.plan(prospect.id, NextStep("x"), since: nil, by: people.consultant)
        }
        #expect(refusal == .notAllowed)
    }

    @Test func `holds its order by what is due first`() async throws {
        let desk = try await TestCounter()
        let consultant = desk.people.consultant
        let ids = try await ProspectDesk.list(
            (1...3).map { ProspectDesk.candidate($0) },
            owner: consultant.account,
            by: consultant,
            desk.counter
        ).made
        let today = desk.clock.today
        try await desk.counter.plan(ids[2], NextStep("", on: today), since: nil, by: consultant)
        try await desk.counter.postpone(ids[0], until: today.adding(days: 2), step: "", since: nil, by: consultant)
        let organisation = try #require(consultant.organisation)
        func page(_ filter: ProspectFilter, after cursor: WorklistCursor? = nil) async throws -> [ProspectRow] {
            try await desk.database.read { try $0.prospects(filter, after: cursor, limit: 2) }
        }
        let first = try await page(ProspectFilter(of: organisation))
        #expect(first.map(\.prospect.id) == [ids[2], ids[0]])
        let second = try await page(ProspectFilter(of: organisation), after: first[1].cursor)
        #expect(second.map(\.prospect.id) == [ids[1]])
        let due = try await page(ProspectFilter(of: organisation, dueThrough: today))
        #expect(due.map(\.prospect.id) == [ids[2]])
        let elsewhere = try await page(ProspectFilter(of: .provider(ProviderCode("OV0002"))))
        #expect(elsewhere.isEmpty)
    }
}
