import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `An act on a prospect` {
    @Test(arguments: ProspectAct.all, ProspectState.allCases)
    func `goes from its states alone, for who calls for the organisation (R72)`(
        _ act: ProspectAct,
        _ state: ProspectState
    ) async throws {
        let bouw: Set<String> = ["Sofie Consulent", "Hanne Behandelaar", "Bert Behandelaar"]
        let others: Set<String> = [
            "Tom Begeleider", "Nele Elders", "Wim Werkplek", "Hugo Horeca", "Dirk Departement",
        ]
        let goes = act.from.contains(state)
        let allowed = goes ? act.move == .claim ? bouw.union(others) : bouw : []
        // Those who are refused leave nothing behind, so one fixture serves them all.
        let closed = try await ProspectDesk(state)
        for actor in closed.people.all where !allowed.contains(actor.name) {
            let refusal = try await closed.desk.refusal { try await act.run(closed, actor) }
            #expect(refusal != nil, "\(act) \(state) \(actor.name)")
            if goes { #expect(refusal == .notAllowed, "\(act) \(state) \(actor.name)") }
        }
        for name in allowed.sorted() {
            let desk = try await ProspectDesk(state)
            let actor = try #require(desk.people.all.first { $0.name == name })
            let refusal = try await desk.desk.refusal { try await act.run(desk, actor) }
            #expect(refusal == nil, "\(act) \(state) \(name)")
            #expect(try await desk.desk.findings().isEmpty, "\(act) \(state) \(name)")
        }
    }

    @Test func `is refused to who saw an older version`() async throws {
        let desk = try await ProspectDesk(.contacted)
        let refusal = try await desk.desk.refusal {
            try await desk.counter.refuse(desk.id, .noTime, note: "", since: 1, by: desk.people.handler)
        }
        guard case .changedMeanwhile(let name, let act, _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(name == "Sofie Consulent" && act == "contact")
    }

    @Test func `needs a day after today for later, and no day after today for a contact`() async throws {
        let desk = try await ProspectDesk(.toCall)
        let today = desk.desk.clock.today
        #expect(
            try await desk.desk.refusal {
                try await desk.counter.postpone(desk.id, until: today, step: "", since: nil, by: desk.people.consultant)
            } == .dayNotAhead
        )
        let note = ContactNote(heldOn: today.adding(days: 1), kind: .visit)
        #expect(
            try await desk.desk.refusal {
                try await desk.counter.recordContact(
                    with: desk.id,
                    note,
                    .spoken,
                    since: nil,
                    by: desk.people.consultant
                )
            } == .dayInFuture
        )
    }

    @Test func `writes a contact down with what it led to (R68)`() async throws {
        let desk = try await ProspectDesk(.toCall)
        let today = desk.desk.clock.today
        let note = ContactNote(
            heldOn: today.adding(days: -1),
            kind: .virtual,
            sector: PartnershipCode("bouw"),
            text: "Wil graag"
        )
        try await desk.counter.recordContact(
            with: desk.id,
            note,
            .interested,
            next: NextStep("Bezoek", on: today.adding(days: 3)),
            since: 1,
            by: desk.people.handler
        )
        let contact = try #require(try await desk.desk.database.read { try $0.contacts(of: desk.id) }.first)
        #expect(contact.note == note && contact.outcome == .interested && contact.name == "Hanne Behandelaar")
        #expect(contact.subject.target == .company)
        let prospect = try await desk.prospect()
        #expect(prospect.nextStep == "Bezoek" && prospect.dueOn == today.adding(days: 3))
        #expect(try await desk.desk.findings().isEmpty)
    }

    @Test func `takes the next step, the ground and the day of later away where they no longer belong`() async throws {
        let desk = try await ProspectDesk(.later)
        #expect(try await desk.prospect().laterOn != nil)
        try await desk.record(.refused(.badExperience))
        var prospect = try await desk.prospect()
        #expect(prospect.laterOn == nil && prospect.ground == .badExperience && prospect.closedOn != nil)
        try await desk.counter.reopen(desk.id, since: nil, by: desk.people.handler)
        prospect = try await desk.prospect()
        #expect(prospect.ground == nil && prospect.closedOn == nil && prospect.owner == desk.people.handler.account)
    }
}
