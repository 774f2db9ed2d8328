import TandemActions
import TandemDomain
import TandemStore
import TandemTestKit
import Testing

@Suite struct `An act on a file` {
    @Test(arguments: FileAct.all)
    func `goes from its statuses alone (R22)`(_ act: FileAct) async throws {
        for status in ApplicationStatus.allCases {
            let desk = try await TestCounter()
            let id = try await desk.file(status)
            let actor = try #require(desk.people.all.first { act.allowed.contains($0.name) })
            let refusal = try await desk.refusal { try await act.run(desk, id, nil, actor) }
            #expect(refusal == (act.from.contains(status) ? nil : .notFrom(status)), "\(status)")
            #expect(try await desk.findings().isEmpty, "\(status)")
        }
    }

    @Test(arguments: FileAct.all)
    func `is refused to everybody who may not (R4, R23, R72, R74)`(_ act: FileAct) async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(try #require(act.from.first { $0 != .draft }))
        let before = try await desk.application(id)
        for actor in desk.people.all where !act.allowed.contains(actor.name) {
            let refusal = try await desk.refusal { try await act.run(desk, id, nil, actor) }
            #expect(refusal == .notAllowed, "\(actor.name)")
        }
        #expect(try await desk.application(id) == before)
        let lawless = try await desk.refusal { try await act.run(desk, id, nil, .law) }
        #expect(lawless == .notAllowed)
    }

    @Test(arguments: FileAct.all)
    func `may be done by each who may`(_ act: FileAct) async throws {
        for name in act.allowed.sorted() {
            let desk = try await TestCounter()
            let id = try await desk.file(try #require(act.from.first { $0 != .draft }))
            let actor = try #require(desk.people.all.first { $0.name == name })
            try await act.run(desk, id, desk.application(id).version, actor)
            #expect(try await desk.findings().isEmpty, "\(name)")
        }
    }

    @Test(arguments: FileAct.all.filter(\.hasVersion))
    func `says who was first where the version is no longer the last`(_ act: FileAct) async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(try #require(act.from.first { $0 != .draft }))
        let seen = try await desk.application(id).version
        let first = desk.people.secondHandler
        try await desk.counter.assign(id, to: first.account, since: seen, by: first)
        let actor = try #require(desk.people.all.first { act.allowed.contains($0.name) })
        let refusal = try await desk.refusal { try await act.run(desk, id, seen, actor) }
        let now = desk.clock.wallClock.now()
        #expect(refusal == .changedMeanwhile(by: "Bert Behandelaar", act: "assigned", at: now))
        #expect(try await desk.findings().isEmpty)
    }

    @Test(
        arguments: FileAct.all.filter { $0.asksLawFirst && $0.from.contains { $0 == .submitted || $0 == .inProcess } }
    )
    func `comes too late where the term is over: the law has approved (R12)`(_ act: FileAct) async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(act.from.contains(.submitted) ? .submitted : .inProcess)
        desk.clock.advance(days: 40)
        let actor = try #require(desk.people.all.first { act.allowed.contains($0.name) })
        let refusal = try await desk.refusal { try await act.run(desk, id, nil, actor) }
        let effectiveOn = TestCounter.firstDay.adding(days: 15)
        #expect(refusal == .decidedByLaw(on: effectiveOn))
        let file = try await desk.application(id)
        #expect(file.status == .approved && file.decisionMode == .automatic && file.decidedOn == effectiveOn)
        #expect(try await desk.findings().isEmpty)
    }

    @Test(arguments: FileAct.all)
    func `finds no file that is not there`(_ act: FileAct) async throws {
        let desk = try await TestCounter()
        let refusal = try await desk.refusal { try await act.run(desk, Identifier(999), nil, desk.people.handler) }
        #expect(refusal == .notFound)
    }

    @Test func `asks a reason where the applicant must be told (R11)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let handler = desk.people.handler
        let refusals = [
            try await desk.refusal { try await desk.counter.hold(id, reason: " \n", since: nil, by: handler) },
            try await desk.refusal { try await desk.counter.markIncomplete(id, reason: "", since: nil, by: handler) },
            try await desk.refusal {
                try await desk.counter.vote(.against, on: id, motivation: " ", by: desk.people.voter)
            },
        ]
        #expect(refusals == [.reasonMissing, .reasonMissing, .reasonMissing])
    }

    @Test func `by two handlers at once is done by one, and the other reads who was first`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        try await desk.accept(id)
        let seen = SeenFile(id, version: try await desk.application(id).version)
        let refusals = try await withThrowingTaskGroup(of: (String, Refusal?).self) { group in
            for actor in [desk.people.handler, desk.people.secondHandler] {
                group.addTask {
                    let refusal = try await desk.refusal {
                        try await desk.counter.decide(.approve, on: [seen], by: actor)
                    }
                    return (actor.name, refusal)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let winners = [desk.people.handler, desk.people.secondHandler].filter { refusals[$0.name] == nil }
        let winner = try #require(winners.first)
        #expect(winners.count == 1)
        let now = desk.clock.wallClock.now()
        #expect(refusals.values.map(\.self) == [.changedMeanwhile(by: winner.name, act: "approve", at: now)])
        #expect(try await desk.application(id).decidedBy == winner.account)
        #expect(try await desk.findings().isEmpty)
    }
}
