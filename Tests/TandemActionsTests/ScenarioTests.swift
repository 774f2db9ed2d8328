import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `A file from draft to decision` {
    @Test func `goes by counsellor, incomplete, hold and votes to an approval with two of three mentors`() async throws
    {
        let desk = try await TestCounter()
        let people = desk.people
        let (counter, clock) = (desk.counter, desk.clock)
        let mentors = [TestMentor("Jan"), TestMentor("Piet"), TestMentor("Joris")]
        let id = try await desk.submitted(mentors: mentors, by: people.counsellor)
        #expect(try await desk.application(id).dueOn?.iso == "2021-09-20")

        clock.advance(days: 2)
        try await counter.markIncomplete(id, reason: "De verklaring is onleesbaar.", since: nil, by: people.handler)
        #expect(try await desk.application(id).dueOn == nil)
        clock.advance(days: 3)
        try await counter.resubmit(id, since: nil, by: people.counsellor)
        #expect(try await desk.application(id).dueOn?.iso == "2021-09-25", "R11: a new term")

        try await counter.takeUp(id, since: nil, by: people.handler)
        clock.advance(days: 4)
        try await counter.hold(id, reason: "Het bezoek kan pas volgende week.", since: nil, by: people.handler)
        #expect(try await desk.application(id).dueOn == nil)
        clock.advance(days: 5)
        try await counter.resume(id, since: nil, by: people.handler)
        #expect(try await desk.application(id).dueOn?.iso == "2021-09-30", "R13: five days on hold")

        try await counter.vote(.favourable, on: id, motivation: "", by: people.voter)
        try await counter.recordCheck(
            .physicalVisit,
            of: id,
            forWholeEstablishment: false,
            on: clock.today,
            note: "In orde.",
            by: people.handler
        )
        try await Self.judgeTwoOfThree(desk, id)
        try await counter.decide(.approve, on: [SeenFile(id)], by: people.handler)

        let recognition = try #require(try await desk.recognition(of: id))
        #expect(recognition.validity.from.iso == "2021-09-20" && recognition.validity.until.iso == "2026-09-19", "R15")
        let accepted = try await desk.database.read { try $0.mentors(of: recognition.id).map(\.mentor.firstName) }
        #expect(accepted == ["Jan", "Piet"])
        #expect(try await Self.story(desk, id) == Self.expectedStory)
        #expect(
            try await Self.letters(desk, id) == [
                "received", "incomplete", "received", "on_hold", "resumed", "approved",
            ]
        )
        #expect(try await desk.findings().isEmpty)
    }

    static let expectedStory = [
        "2021-09-06 drafted by Tom Begeleider", "2021-09-06 declared by Tom Begeleider",
        "2021-09-06 submit by Tom Begeleider", "2021-09-08 mark_incomplete by Hanne Behandelaar",
        "2021-09-11 resubmit by Tom Begeleider", "2021-09-11 take_up by Hanne Behandelaar",
        "2021-09-15 hold by Hanne Behandelaar", "2021-09-20 resume by Hanne Behandelaar",
        "2021-09-20 approve by Hanne Behandelaar",
    ]

    static func judgeTwoOfThree(_ desk: TestCounter, _ id: Identifier<RecognitionApplication>) async throws {
        for designation in try await desk.designations(of: id) {
            let isRefused = designation.mentor.firstName == "Joris"
            try await desk.counter.judge(
                designation.id,
                MentorFinding(
                    judgement: isRefused ? .refused : .accepted,
                    extract: isRefused ? .unacceptableEntries : .blank,
                    reason: isRefused ? "Het uittreksel." : ""
                ),
                since: designation.version,
                by: desk.people.handler
            )
        }
    }

    static func story(_ desk: TestCounter, _ id: Identifier<RecognitionApplication>) async throws -> [String] {
        try await desk.database.read { try $0.events(ofApplication: id) }
            .filter { $0.subject == "application" }
            .map { "\($0.effectiveOn) \($0.act) by \($0.name ?? "the law")" }
    }

    static func letters(_ desk: TestCounter, _ id: Identifier<RecognitionApplication>) async throws -> [String] {
        try await desk.database.read { try $0.letters(about: id).map(\.kind.rawValue) }
    }

    @Test func `is approved by the law on day 15, and not before (R12)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        desk.clock.advance(days: 14)
        #expect(try await desk.counter.tick().acts.isEmpty)
        desk.clock.advance(days: 1)
        let effectiveOn = desk.clock.today
        #expect(try await desk.counter.tick().acts == [.lapse(id, effectiveOn: effectiveOn)])
        let file = try await desk.application(id)
        #expect(file.status == .approved && file.decisionMode == .automatic && file.decidedOn == effectiveOn)
        #expect(file.decidedBy == nil)
        #expect(try await Self.letters(desk, id).last == "approved_by_law")
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is decided by hand still on day 14 (R12)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        try await desk.accept(id)
        desk.clock.advance(days: 14)
        try await desk.counter.decide(.approve, on: [SeenFile(id)], by: desk.people.handler)
        #expect(try await desk.application(id).decisionMode == .manual)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `held on its last day is not approved before it runs again (R13)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        desk.clock.advance(days: 14)
        try await desk.counter.hold(id, reason: "Wij wachten.", since: nil, by: desk.people.handler)
        desk.clock.advance(days: 10)
        #expect(try await desk.counter.tick().acts.isEmpty)
        try await desk.counter.resume(id, since: nil, by: desk.people.handler)
        #expect(try await desk.application(id).dueOn == desk.clock.today)
        #expect(try await desk.counter.tick().acts.isEmpty)
        desk.clock.advance(days: 1)
        #expect(try await desk.counter.tick().acts == [.lapse(id, effectiveOn: desk.clock.today)])
    }

    @Test func `is rejected with one main reason and others beside it (R14)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let verdict = Verdict.reject(
            main: ReasonCode("no_suitable_mentor"),
            further: [ReasonCode("administrative_gaps")],
            motivation: "Niemand voldoet."
        )
        try await desk.counter.decide(verdict, on: [SeenFile(id)], by: desk.people.handler)
        let file = try await desk.application(id)
        #expect(file.status == .rejected && file.decisionMode == .manual)
        #expect(file.mainReason == ReasonCode("no_suitable_mentor"))
        #expect(file.furtherReasons == [ReasonCode("administrative_gaps")])
        #expect(try await desk.recognition(of: id) == nil)
        let letter = try #require(try await desk.database.read { try $0.letters(about: id).last })
        #expect(letter.kind == .rejected && letter.body == "Gebrek aan mentor: Niemand voldoet.")
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `accepts an extract that is younger than the first submission (R9, R11)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.incomplete)
        desk.clock.advance(days: 20)
        let designation = try #require(try await desk.designations(of: id).first)
        let papers = MentorPapers(
            yearsOfPractice: 10,
            extract: .document("nieuw uittreksel"),
            extractIssuedOn: desk.clock.today.adding(days: -1)
        )
        try await desk.counter.changeDesignation(designation.id, papers, in: .file(id), by: desk.people.employee)
        try await desk.counter.resubmit(id, since: nil, by: desk.people.employee)
        try await desk.counter.takeUp(id, since: nil, by: desk.people.handler)
        try await desk.accept(id)
        #expect(try await desk.designations(of: id).map(\.judgement) == [.accepted])
        #expect(try await desk.findings().isEmpty)
    }

    @Test(arguments: ApplicationStatus.allCases)
    func `leaves a register that verifies, whatever its status`(_ status: ApplicationStatus) async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(status)
        #expect(try await desk.application(id).status == status)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `asks the sector whose training it is for advice, where another decides`() async throws {
        let desk = try await TestCounter(jointCommittee: "111")
        let id = try await desk.file(.submitted)
        let file = try await desk.application(id)
        #expect(file.partnership == PartnershipCode("technologische_industrie"))
        #expect(file.advising == PartnershipCode("bouw"))
        try await desk.counter.advise(.reserved, on: id, motivation: "Let op de steiger.", by: desk.people.handler)
        let advices = try await desk.database.read { try $0.advices(on: id) }
        #expect(advices.map(\.verdict) == [.reserved])
        let refusal = try await desk.refusal { try await desk.counter.takeUp(id, since: nil, by: desk.people.handler) }
        #expect(refusal == .notAllowed)
        #expect(try await desk.findings().isEmpty)
    }
}

@Suite struct `Several files of one establishment` {
    static let trainings = [TrainingCode("1535"), TrainingCode("1099"), TrainingCode("1132")]

    static func inProcess(_ desk: TestCounter) async throws -> [Identifier<RecognitionApplication>] {
        let bundle = try await desk.draft(of: trainings)
        let ids = try await desk.counter.submit(bundle: bundle, by: desk.people.employee)
        for id in ids { try await desk.counter.takeUp(id, since: nil, by: desk.people.handler) }
        return ids
    }

    @Test func `are approved together`() async throws {
        let desk = try await TestCounter()
        let ids = try await Self.inProcess(desk)
        #expect(ids.count == 3)
        for id in ids { try await desk.accept(id) }
        try await desk.counter.decide(.approve, on: ids.map { SeenFile($0) }, by: desk.people.handler)
        for id in ids { #expect(try await desk.application(id).status == .approved) }
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `are not decided at all where one cannot be (R14)`() async throws {
        let desk = try await TestCounter()
        let ids = try await Self.inProcess(desk)
        for id in ids.dropLast() { try await desk.accept(id) }
        let refusal = try await desk.refusal {
            try await desk.counter.decide(.approve, on: ids.map { SeenFile($0) }, by: desk.people.handler)
        }
        guard case .decision(let problems) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(problems.count == 2)
        for id in ids { #expect(try await desk.application(id).status == .inProcess) }
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `are not decided at all where the same one is named twice`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        try await desk.accept(id)
        let refusal = try await desk.refusal {
            try await desk.counter.decide(.approve, on: [SeenFile(id), SeenFile(id)], by: desk.people.handler)
        }
        #expect(refusal != nil)
        #expect(try await desk.application(id).status == .inProcess)
        #expect(try await desk.findings().isEmpty)
    }
}
