import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `The law acting by itself` {
    @Test func `does what it planned, and the second time nothing`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        desk.clock.advance(days: 15)
        let planned = try await desk.counter.planTick().acts
        let done = try await desk.counter.tick().acts
        #expect(planned == done && done == [.lapse(id, effectiveOn: desk.clock.today)])
        #expect(try await desk.counter.tick().acts.isEmpty)
        #expect(try await desk.counter.planTick().acts.isEmpty)
        #expect(try await desk.counter.lastTick() == desk.clock.today)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `gives each file its own right day after a week's standstill (R12)`() async throws {
        let desk = try await TestCounter()
        let trainings = ["1535", "1099", "1132"].map { TrainingCode($0) }
        var expected: [LegalAct] = []
        for training in trainings {
            let bundle = try await desk.draft(of: [training])
            let id = try #require(try await desk.counter.submit(bundle: bundle, by: desk.people.employee).first)
            expected.append(.lapse(id, effectiveOn: desk.clock.today.adding(days: 15)))
            desk.clock.advance(days: 2)
        }
        desk.clock.move(to: TestCounter.firstDay.adding(days: 26))
        #expect(try await desk.counter.planTick().acts == expected)
        #expect(try await desk.counter.tick().acts == expected)
        let days = try await desk.database.read { session in
            try session.rows("SELECT valid_from FROM recognition ORDER BY id").map { try $0.text(0) }
        }
        #expect(days == ["2021-09-21", "2021-09-23", "2021-09-25"])
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `acts once where two workers run at once`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        desk.clock.advance(days: 15)
        let reports = try await withThrowingTaskGroup(of: TickReport.self) { group in
            for _ in 1...2 { group.addTask { try await desk.counter.tick() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(reports.flatMap(\.acts) == [.lapse(id, effectiveOn: desk.clock.today)])
        let count = try await desk.database.read { try $0.integer("SELECT count(*) FROM recognition") }
        #expect(count == 1)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `leaves the work to who is at it`() async throws {
        let desk = try await TestCounter()
        _ = try await desk.file(.inProcess)
        desk.clock.advance(days: 15)
        let report = try await desk.database.exclusively(Counter.legalClock) { try await desk.counter.tick() }
        #expect(report?.wasBusy == true && report?.acts.isEmpty == true)
        #expect(try await desk.counter.tick().acts.count == 1)
    }

    @Test func `gives a file that lapses without a mentor still proposed a task to find one (R12, R17)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let designation = try #require(try await desk.designations(of: id).first)
        let refused = MentorFinding(judgement: .refused, extract: .unacceptableEntries, reason: "Het uittreksel.")
        try await desk.counter.judge(designation.id, refused, since: nil, by: desk.people.handler)
        desk.clock.advance(days: 15)
        _ = try await desk.counter.tick()
        let tasks = try await desk.database.read { try $0.openTaskCounts(of: PartnershipCode("bouw")) }
        #expect(tasks == [.confirmNewMentor: 1])
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `withdraws a recognition whose last mentor left, on the day after (R17)`() async throws {
        let desk = try await TestCounter()
        let recognition = try #require(try await desk.recognition(of: desk.file(.approved)))
        let place = try #require(try await desk.database.read { try $0.mentors(of: recognition.id).first })
        let lastDay = desk.clock.today.adding(days: 10)
        try await desk.counter.endMentor(place.id, of: recognition.id, lastDay: lastDay, by: desk.people.employee)
        #expect(try await desk.database.read { try $0.openTaskCounts(of: nil) } == [.confirmNewMentor: 1])
        desk.clock.move(to: lastDay)
        #expect(try await desk.counter.tick().acts.isEmpty)
        desk.clock.advance(days: 20)
        let expected = [LegalAct.withdrawWithoutMentor(recognition.id, effectiveOn: lastDay.adding(days: 1))]
        #expect(try await desk.counter.planTick().acts == expected)
        #expect(try await desk.counter.tick().acts == expected)
        let ended = try #require(try await desk.database.read { try $0.recognition(recognition.id) })
        #expect(
            ended.status == .withdrawn && ended.endedOn == lastDay.adding(days: 1) && ended.endKind == .noValidMentor
        )
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `tells once that a recognition ends soon, and not of one it withdraws`() async throws {
        let desk = try await TestCounter()
        let recognition = try #require(try await desk.recognition(of: desk.file(.approved)))
        desk.clock.move(to: recognition.validity.until.adding(months: -6).adding(days: -1))
        let extracts = try await desk.designations(of: recognition.application).map { LegalAct.removeExtract($0.id) }
        #expect(try await desk.counter.tick().acts == extracts)
        desk.clock.advance(days: 1)
        let place = try #require(try await desk.database.read { try $0.mentors(of: recognition.id).first })
        let yesterday = desk.clock.today.adding(days: -1)
        let notice = [LegalAct.expiryNotice(recognition.id, endsOn: recognition.validity.until)]
        #expect(try await desk.counter.planTick().acts == notice)
        try await desk.counter.endMentor(place.id, of: recognition.id, lastDay: yesterday, by: desk.people.employee)
        let withdrawal = [LegalAct.withdrawWithoutMentor(recognition.id, effectiveOn: desk.clock.today)]
        #expect(try await desk.counter.planTick().acts == withdrawal)
        #expect(try await desk.counter.tick().acts == withdrawal)
        #expect(try await desk.counter.tick().acts.isEmpty)
        #expect(try await desk.findings().isEmpty)
    }
}
