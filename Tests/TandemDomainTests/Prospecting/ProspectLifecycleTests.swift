import Testing

@testable import TandemDomain

@Suite struct `The life of a prospect` {
    private static let own = Organisation.partnership(PartnershipCode("bouw"))
    private static let other = Organisation.provider(ProviderCode("OV0001"))
    private static let advisers: Set<Role> = [
        .providerCounsellor, .sectorConsultant, .workplaceCounsellor, .handler, .department,
    ]

    private func actor(_ role: Role, _ organisation: Organisation) -> Actor {
        Actor(account: nil, capacity: nil, name: "", role: role, organisation: organisation)
    }

    @Test func `goes only along these arrows`() {
        let arrows = ProspectState.allCases.map { from in
            let moves = ProspectMove.allCases.compactMap { Lifecycle.prospect.arrow(from: from, by: $0) }
            return "\(from) → " + moves.map { "\($0.act):\($0.to)" }.joined(separator: " ")
        }
        let working =
            "postpone:later refuse:notInterested apply:applied leaveAlone:notInterested"
        #expect(
            arrows == [
                "new → claim:toCall apply:applied leaveAlone:notInterested",
                "toCall → release:new contact:contacted interest:interested \(working)",
                "contacted → release:new contact:contacted interest:interested \(working)",
                "interested → release:new contact:interested interest:interested \(working)",
                "later → release:new contact:contacted interest:interested \(working)",
                "applied → ",
                "notInterested → reopen:toCall",
            ]
        )
    }

    @Test func `asks a ground for a refusal, a day for later, and nobody else for a claim`() {
        let conditions = Lifecycle.prospect.arrows.map { "\($0.act) \($0.condition.map { "\($0)" } ?? "-")" }
        #expect(
            Set(conditions) == [
                "claim nobodyHasClaimed", "reopen nobodyHasClaimed", "contact -", "interest -", "release -",
                "postpone dayAheadIsGiven", "refuse groundIsChosen", "apply applicationIsSubmitted",
                "leaveAlone companyAskedForIt",
            ]
        )
    }

    @Test(arguments: ProspectState.allCases, ProspectMove.allCases)
    func `lets who calls for the same organisation move it, and others only where nobody has it (R72)`(
        _ state: ProspectState,
        _ move: ProspectMove
    ) {
        let goes = Lifecycle.prospect.arrow(from: state, by: move) != nil
        let forAll: Set<ProspectMove> = [.claim, .apply, .leaveAlone]
        for role in Role.allCases {
            let files = role.applicantKind != nil && move == .apply
            let may = goes && (Self.advisers.contains(role) || files)
            #expect(actor(role, Self.own).may(move, from: state, of: Self.own) == may, "\(role)")
            #expect(
                actor(role, Self.other).may(move, from: state, of: Self.own) == (may && forAll.contains(move)),
                "\(role) of another organisation"
            )
        }
    }

    @Test func `is open until the company applies or says no`() {
        #expect(ProspectState.allCases.filter { !$0.isOpen } == [.applied, .notInterested])
    }

    @Test(arguments: [
        (nil, ProspectDue.unplanned), (-3, .overdue(days: 3)), (-1, .overdue(days: 1)), (0, .today),
    ])
    func `is due by its day alone`(_ days: Int?, _ due: ProspectDue) {
        let today = Day(number: 18_876)
        #expect(ProspectDue(days.map(today.adding(days:)), on: today) == due)
    }

    @Test func `is ahead until its day comes`() {
        let today = Day(number: 18_876)
        #expect(ProspectDue(today.adding(days: 1), on: today) == .ahead(today.adding(days: 1)))
    }
}

@Suite struct `A contact` {
    @Test func `counts once, in the working year of its day and in its own category (R68, R70)`() throws {
        let last = try #require(Day(2022, 6, 30))
        let first = last.adding(days: 1)
        let years = [last, first].map { ContactCategory(heldOn: $0, kind: .visit, target: .company).workingYear.name }
        #expect(years == ["2021-2022", "2022-2023"])
        let categories = ContactKind.allCases.flatMap { kind in
            ContactTarget.allCases.map { ContactCategory(heldOn: last, kind: kind, target: $0) }
        }
        #expect(Set(categories).count == 8)
    }
}
