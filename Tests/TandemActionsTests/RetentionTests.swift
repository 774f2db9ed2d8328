import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// What the law takes away, and what it leaves to a handler.
@Suite struct `The end of a file` {
    @Test func `keeps an extract through appeal and retention, then only its verdict (R75)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.approved)
        let figures = desk.counter.reference.figures
        let today = desk.clock.today
        let kept = figures.appeal.termDays[today] + figures.mentor.extractRetentionDays[today]
        desk.clock.advance(days: kept - 1)
        #expect(try await desk.counter.tick().acts.isEmpty)
        desk.clock.advance(days: 1)
        let designations = try await desk.designations(of: id)
        #expect(try await desk.counter.tick().acts == designations.map { .removeExtract($0.id) })
        for designation in try await desk.designations(of: id) {
            #expect(designation.extract == nil)
            #expect(designation.extractVerdict == .blank)
            #expect(designation.extractIssuedOn != nil)
        }
        let contents = try await desk.database.read { session in
            try session.integer("SELECT count(*) FROM document WHERE content IS NULL")
        }
        #expect(contents == Set(designations.compactMap(\.extract)).count)
        #expect(try await desk.counter.tick().acts.isEmpty)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is not brought by the law where the company is excluded (R12, R20)`() async throws {
        let desk = try await TestCounter()
        let approved = try await desk.file(.approved)
        let recognition = try #require(try await desk.recognition(of: approved))
        let open = try #require(
            try await desk.counter.submit(
                bundle: desk.draft(of: [TrainingCode("1099")]),
                by: desk.people.employee
            ).first
        )
        _ = try await desk.counter.exclude(
            desk.company,
            establishment: nil,
            until: desk.clock.today.adding(days: 30),
            .urgent(motivation: "Onveilig"),
            through: recognition.id,
            by: desk.people.handler
        )
        desk.clock.advance(days: 20)
        #expect(try await desk.counter.tick().acts.isEmpty)
        #expect(try await desk.application(open).status == .submitted)
        try await desk.counter.takeUp(open, since: nil, by: desk.people.handler)
        desk.clock.advance(days: 11)
        #expect(try await desk.counter.tick().acts.isEmpty)
        #expect(try await desk.application(open).status == .inProcess)
    }
}
