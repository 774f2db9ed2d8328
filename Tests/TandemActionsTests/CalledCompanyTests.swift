import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `A company that was called` {
    /// The company of the fixture, on the list of the consultant.
    private func listed(_ desk: TestCounter, at serial: Int? = nil) async throws -> Identifier<Prospect> {
        let (company, place) = try await desk.database.read { session in
            (try session.company(desk.company), try session.establishment(desk.establishment))
        }
        let number = try #require(company?.number)
        let there = try serial.map { ProspectDesk.candidate($0).establishment } ?? #require(place?.number)
        let candidate = NewProspect(
            establishment: there,
            enterprise: number,
            name: "De Steen Gent",
            municipality: "Gent",
            isNaturalPerson: false
        )
        let consultant = desk.people.consultant
        return try await ProspectDesk.list([candidate], owner: consultant.account, by: consultant, desk.counter).made[0]
    }

    @Test func `becomes applied in the same transaction as its application, and shows what came of it`() async throws {
        let desk = try await TestCounter()
        let id = try await listed(desk)
        let file = try await desk.file(.submitted)
        var row = try #require(try await desk.database.read { try $0.prospectRow(id) })
        #expect(row.prospect.state == .applied && row.prospect.application == file)
        #expect(row.applicationStatus == .submitted && row.recognition == nil)
        #expect(try await desk.findings().isEmpty)
        let last = try await desk.database.read { try $0.events(ofProspect: id) }.last
        #expect(last?.act == "apply")
        row = try #require(try await desk.database.read { try $0.prospectRow(id) })
        #expect(row.prospect.closedOn == desk.clock.today)
    }

    @Test func `shows the recognition that came of it`() async throws {
        let desk = try await TestCounter()
        let id = try await listed(desk)
        _ = try await desk.file(.approved)
        let row = try #require(try await desk.database.read { try $0.prospectRow(id) })
        #expect(row.applicationStatus == .approved)
        #expect(row.recognition?.state(on: desk.clock.today) == .approved)
    }

    @Test func `is found also where it applies for another establishment, for the same training`() async throws {
        let desk = try await TestCounter()
        let id = try await listed(desk, at: 7)
        let file = try await desk.file(.submitted)
        let training = try await desk.application(file).training
        let state = try await desk.database.read { try $0.prospect(id) }?.state
        #expect(state == (training == ProspectDesk.training ? .applied : .toCall))
    }

    @Test func `leaves the prospect as it was where submitting fails`() async throws {
        let desk = try await TestCounter()
        let id = try await listed(desk)
        let bundle = try await desk.draft()
        let lacking = try await desk.counter.startBundle(for: desk.company, by: desk.people.legalRepresentative)
        await #expect(throws: Refusal.self) {
            _ = try await desk.counter.submit(bundle: lacking, by: desk.people.voter)
        }
        #expect(try await desk.database.read { try $0.prospect(id) }?.state == .toCall)
        _ = bundle
    }
}

@Suite struct `A company that asked not to be called` {
    @Test func `is on nobody's list any more, and comes on none until that is lifted`() async throws {
        let prospect = try await ProspectDesk(.interested)
        let (counter, people) = (prospect.counter, prospect.people)
        let record = try await prospect.prospect()
        try await counter.doNotCall(.company(record.enterprise), reason: "Vroeg het zelf", by: people.counsellor)
        let closed = try await prospect.prospect()
        #expect(closed.state == .notInterested && closed.ground == .doNotCall)
        let again = try await ProspectDesk.list(
            [ProspectDesk.candidate(1), ProspectDesk.candidate(2)],
            owner: nil,
            by: people.handler,
            counter
        )
        let refusal = Refusal.doNotCall(since: prospect.desk.clock.today)
        #expect(again.refused.map(\.reason) == [refusal, refusal])
        #expect(
            try await prospect.desk.refusal {
                try await counter.reopen(prospect.id, since: nil, by: people.consultant)
            } == refusal
        )
        let asked = try #require(
            try await prospect.desk.database.read { try $0.doNotCall(record.establishment, of: record.enterprise) }
        )
        #expect(
            try await prospect.desk.refusal {
                try await counter.liftDoNotCall(asked.id, since: asked.version, by: people.consultant)
            } == .notAllowed
        )
        try await counter.liftDoNotCall(asked.id, since: asked.version, by: people.counsellor)
        try await counter.reopen(prospect.id, since: nil, by: people.consultant)
        #expect(try await prospect.prospect().state == .toCall)
        #expect(try await prospect.desk.findings().isEmpty)
    }

    @Test func `may be one establishment, while the others may be called`() async throws {
        let prospect = try await ProspectDesk(.toCall)
        let (counter, people) = (prospect.counter, prospect.people)
        let record = try await prospect.prospect()
        try await counter.doNotCall(.establishment(record.establishment), reason: "Vroeg het", by: people.department)
        let listed = try await ProspectDesk.list(
            [ProspectDesk.candidate(1), ProspectDesk.candidate(2)],
            owner: nil,
            by: people.handler,
            counter
        )
        #expect(listed.made.count == 1)
        try await counter.liftDoNotCall(1, since: nil, by: people.department)
    }

    @Test func `needs a reason, and is asked once`() async throws {
        let prospect = try await ProspectDesk(.toCall)
        let target = CallTarget.company(try await prospect.prospect().enterprise)
        let counsellor = prospect.people.counsellor
        #expect(
            try await prospect.desk.refusal {
                try await prospect.counter.doNotCall(target, reason: " ", by: counsellor)
            } == .reasonMissing
        )
        try await prospect.counter.doNotCall(target, reason: "Vroeg het", by: counsellor)
        #expect(
            try await prospect.desk.refusal {
                try await prospect.counter.doNotCall(target, reason: "Weer", by: counsellor)
            } == .doNotCall(since: prospect.desk.clock.today)
        )
    }
}

@Suite struct `A contact of the counter` {
    @Test func `is written with the follow-up of a renewal, and only where somebody was contacted`() async throws {
        let desk = try await TestCounter()
        let recognition = try #require(try await desk.recognition(of: try await desk.file(.approved)))
        let company = try #require(try await desk.database.read { try $0.company(desk.company) }).number
        try await desk.counter.followRenewal(
            recognition.id,
            .renews,
            note: "",
            since: nil,
            by: desk.people.consultant
        )
        #expect(try await desk.database.read { try $0.contacts(with: company, limit: 9) }.isEmpty)
        try await desk.counter.followRenewal(
            recognition.id,
            .contacted,
            note: "Belt terug",
            through: .email,
            since: nil,
            by: desk.people.consultant
        )
        let contact = try #require(try await desk.database.read { try $0.contacts(with: company, limit: 9) }.first)
        #expect(contact.note.purpose == .renewal && contact.note.kind == .email && contact.note.text == "Belt terug")
        #expect(contact.subject.recognition == recognition.id)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `may be with a school (R68)`() async throws {
        let desk = try await TestCounter()
        let note = ContactNote(heldOn: desk.clock.today, kind: .visit, purpose: .information)
        let school = ContactSubject(ProviderCode("OV0001"))
        try await desk.counter.recordContact(note, with: school, by: desk.people.consultant)
        #expect(
            try await desk.refusal {
                try await desk.counter.recordContact(
                    note,
                    with: ContactSubject(ProviderCode("OV9999")),
                    by: desk.people.consultant
                )
            } == .unknownCode("OV9999")
        )
        #expect(
            try await desk.refusal {
                try await desk.counter.recordContact(note, with: school, by: desk.people.voter)
            } == .notAllowed
        )
        #expect(try await desk.findings().isEmpty)
    }
}
