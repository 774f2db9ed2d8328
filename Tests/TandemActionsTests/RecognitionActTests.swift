import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `A recognition` {
    static func recognised(_ desk: TestCounter) async throws -> RecognitionRecord {
        try #require(try await desk.recognition(of: desk.file(.approved)))
    }

    @Test func `is withdrawn after guidance, or at once for an urgent reason (R19, R21)`() async throws {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        let handler = desk.people.handler
        let ground = WithdrawalGround.guidanceFailed(motivation: "Er verbetert niets.")
        let refusal = try await desk.refusal {
            try await desk.counter.withdraw(recognition.id, ground, since: nil, by: handler)
        }
        #expect(refusal == .sanction([.guidanceMissing]))
        try await desk.counter.recordGuidance(of: recognition.id, on: desk.clock.today, note: "Gesprek.", by: handler)
        try await desk.counter.withdraw(recognition.id, ground, since: nil, by: handler)
        let ended = try #require(try await desk.database.read { try $0.recognition(recognition.id) })
        #expect(ended.status == .withdrawn && ended.endKind == .afterGuidance)
        #expect(try await desk.database.read { try $0.openTaskCounts(of: nil) } == [.endRunningAgreements: 1])
        let twice = try await desk.refusal {
            try await desk.counter.withdraw(recognition.id, .urgent(motivation: "Nog eens."), since: nil, by: handler)
        }
        #expect(twice == .recognitionNotFrom(.withdrawn))
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is withdrawn by its own partnership alone`() async throws {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        let own: Set<String> = ["Hanne Behandelaar", "Bert Behandelaar"]
        for actor in desk.people.all where !own.contains(actor.name) {
            let refusal = try await desk.refusal {
                try await desk.counter.withdraw(recognition.id, .urgent(motivation: "Onveilig."), since: nil, by: actor)
            }
            #expect(refusal == .notAllowed, "\(actor.name)")
        }
    }

    @Test func `goes with all others of the company where it is excluded, and nothing new is let in (R20)`()
        async throws
    {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        let other = try await desk.draft(of: [TrainingCode("1099")])
        let until = desk.clock.today.adding(days: 365)
        let count = try await desk.counter.exclude(
            desk.company,
            establishment: nil,
            until: until,
            .urgent(motivation: "Onveilig."),
            through: recognition.id,
            by: desk.people.handler
        )
        #expect(count == 1)
        let ended = try #require(try await desk.database.read { try $0.recognition(recognition.id) })
        #expect(ended.status == .withdrawn && ended.endKind == .exclusion)
        let refusal = try await desk.refusal {
            _ = try await desk.counter.submit(bundle: other, by: desk.people.employee)
        }
        let file = try #require(try await desk.files(of: other).first)
        #expect(refusal == .lacks([FileLack(application: file, lack: .excluded(until: until))]))
        desk.clock.move(to: until.adding(days: 1))
        let later = try await desk.refusal {
            _ = try await desk.counter.submit(bundle: other, by: desk.people.employee)
        }
        if case .lacks(let lacks) = later { #expect(!lacks.contains { $0.lack == .excluded(until: until) }) }
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is discontinued when the company register reports the end (R18)`() async throws {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        desk.clock.advance(days: 10)
        let endedOn = desk.clock.today.adding(days: -2)
        let count = try await desk.counter.discontinue(
            desk.company,
            establishment: nil,
            endedOn: endedOn,
            source: "KBO"
        )
        #expect(count == 1)
        let ended = try #require(try await desk.database.read { try $0.recognition(recognition.id) })
        #expect(ended.status == .discontinued && ended.endedOn == endedOn && ended.endKind == .register)
        let again = try await desk.counter.discontinue(
            desk.company,
            establishment: nil,
            endedOn: endedOn,
            source: "KBO"
        )
        #expect(again == 0)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is renewed by a new one that points to it (R16)`() async throws {
        let desk = try await TestCounter()
        let old = try await Self.recognised(desk)
        let employee = desk.people.employee
        let from = old.validity.until.adding(months: -6)
        let early = try await desk.refusal { _ = try await desk.counter.startRenewal(of: old.id, by: employee) }
        #expect(early == .renewalTooEarly(from: from))
        desk.clock.move(to: from)
        let bundle = try await desk.counter.startRenewal(of: old.id, by: employee)
        let file = try #require(try await desk.files(of: bundle).first)
        let designation = try #require(try await desk.designations(of: file).first)
        #expect(designation.extract == nil, "R9: the old extract is too old")
        let papers = MentorPapers(
            yearsOfPractice: 15,
            extract: .document("vers uittreksel"),
            extractIssuedOn: desk.clock.today
        )
        try await desk.counter.changeDesignation(designation.id, papers, in: .bundle(bundle), by: employee)
        try await desk.declare(bundle, by: employee)
        _ = try await desk.counter.submit(bundle: bundle, by: employee)
        try await desk.counter.takeUp(file, since: nil, by: desk.people.handler)
        try await desk.accept(file)
        try await desk.counter.decide(.approve, on: [SeenFile(file)], by: desk.people.handler)
        let new = try #require(try await desk.recognition(of: file))
        let kept = try #require(try await desk.database.read { try $0.recognition(old.id) })
        #expect(new.renews == old.id && new.id != old.id && new.validity.from == from)
        #expect(kept.status == .approved && kept.validity == old.validity && kept.renewalState == .renews)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `cannot be renewed once it was withdrawn (R22)`() async throws {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        let urgent = WithdrawalGround.urgent(motivation: "Onveilig.")
        try await desk.counter.withdraw(recognition.id, urgent, since: nil, by: desk.people.handler)
        desk.clock.move(to: recognition.validity.until)
        let refusal = try await desk.refusal {
            _ = try await desk.counter.startRenewal(of: recognition.id, by: desk.people.employee)
        }
        #expect(refusal == .recognitionNotFrom(.withdrawn))
    }

    @Test func `gets a new mentor in the place of another, judged as in a file (R7–R10, R17)`() async throws {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        desk.clock.advance(days: 5)
        let place = try #require(try await desk.database.read { try $0.mentors(of: recognition.id).first })
        let follower = TestMentor("Griet")
        let accepted = MentorFinding(judgement: .accepted, extract: .blank)
        let unseen = try await desk.refusal {
            try await desk.counter.replaceMentor(
                place.id,
                of: recognition.id,
                with: follower.proposal(),
                follower.papers,
                finding: MentorFinding(judgement: .accepted, extract: .factsAgainstMinors),
                by: desk.people.handler
            )
        }
        #expect(unseen == .acceptance([.extractForbids(.factsAgainstMinors)]))
        try await desk.counter.replaceMentor(
            place.id,
            of: recognition.id,
            with: follower.proposal(),
            follower.papers,
            finding: accepted,
            by: desk.people.handler
        )
        let mentors = try await desk.database.read { try $0.mentors(of: recognition.id) }
        let spans = mentors.map { "\($0.mentor.firstName) \($0.from) \($0.until?.iso ?? "…")" }
        #expect(spans == ["Jan 2021-09-06 2021-09-10", "Griet 2021-09-11 …"])
        #expect(try await desk.counter.tick().acts.isEmpty)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `takes a mentor back with new papers`() async throws {
        let desk = try await TestCounter()
        let recognition = try await Self.recognised(desk)
        let first = try #require(try await desk.database.read { try $0.mentors(of: recognition.id).first })
        let handler = desk.people.handler
        let accepted = MentorFinding(judgement: .accepted, extract: .blank)
        let (griet, jan) = (TestMentor("Griet"), TestMentor("Jan", yearsOfPractice: 11))
        desk.clock.advance(days: 3)
        try await desk.counter.replaceMentor(
            first.id,
            of: recognition.id,
            with: griet.proposal(),
            griet.papers,
            finding: accepted,
            by: handler
        )
        desk.clock.advance(days: 3)
        try await desk.counter.replaceMentor(
            nil,
            of: recognition.id,
            with: jan.proposal(),
            jan.papers,
            finding: accepted,
            by: handler
        )
        let practice = try await desk.designations(of: recognition.application)
            .first { $0.mentor.firstName == "Jan" }?.yearsOfPractice
        #expect(practice == 11)
        #expect(try await desk.findings().isEmpty)
    }
}
