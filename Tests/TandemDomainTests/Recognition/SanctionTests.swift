import Testing

@testable import TandemDomain

@Suite struct `An exclusion` {
    static let company = Identifier<Company>(1)
    static let place = Identifier<Establishment>(10)
    static let otherPlace = Identifier<Establishment>(11)

    static func exclusion(of place: Identifier<Establishment>?, until: String?) throws -> Exclusion {
        let period = try #require(Period(from: try Day.of("2021-09-06"), until: try until.map { try Day.of($0) }))
        return Exclusion(company: company, establishment: place, period: period)
    }

    @Test(arguments: [
        ("2021-09-05", false), ("2021-09-06", true), ("2022-09-05", true), ("2022-09-06", false),
    ])
    func `blocks from its first through its last day (R20)`(_ day: String, _ expected: Bool) throws {
        let exclusion = try Self.exclusion(of: Self.place, until: "2022-09-05")
        #expect(exclusion.blocks(company: Self.company, establishment: Self.place, on: try Day.of(day)) == expected)
    }

    @Test func `without an end is for good (R20)`() throws {
        let exclusion = try Self.exclusion(of: nil, until: nil)
        #expect(exclusion.blocks(company: Self.company, establishment: Self.place, on: try Day.of("2099-01-01")))
    }

    @Test func `of an establishment leaves the others free, of a company none (R20)`() throws {
        let today = try Day.of("2021-10-01")
        let table = try [Self.place, nil].flatMap { excluded in
            try [Self.place, Self.otherPlace, nil].map { asked in
                try Self.exclusion(of: excluded, until: nil).blocks(
                    company: Self.company,
                    establishment: asked,
                    on: today
                )
            }
        }
        #expect(table == [true, false, false, true, true, true])
        let other = try Self.exclusion(of: nil, until: nil)
        #expect(!other.blocks(company: Identifier(2), establishment: Self.place, on: today))
    }
}

@Suite struct `A ground for withdrawal` {
    @Test(arguments: [
        (WithdrawalGround.guidanceFailed(motivation: "Faalt."), ["2021-09-01"], [SanctionProblem]()),
        (.guidanceFailed(motivation: "Faalt."), ["2021-09-06"], []),
        (.guidanceFailed(motivation: "Faalt."), ["2021-09-07"], [.guidanceMissing]),
        (.guidanceFailed(motivation: "Faalt."), [], [.guidanceMissing]),
        (.guidanceFailed(motivation: " \n"), [], [.motivationMissing, .guidanceMissing]),
        (.urgent(motivation: "Onveilig."), [], []),
        (.urgent(motivation: ""), [], [.motivationMissing]),
        (.urgent(motivation: " "), ["2021-09-01"], [.motivationMissing]),
    ])
    func `asks guidance first, unless it is urgent and motivated (R21)`(
        _ ground: WithdrawalGround,
        _ guidance: [String],
        _ expected: [SanctionProblem]
    ) throws {
        let days = try guidance.map { try Day.of($0) }
        #expect(ground.problems(guidanceOn: days, on: try Day.of("2021-09-06")) == expected)
    }
}

@Suite struct `A verdict` {
    typealias Judgements = [(id: Identifier<Designation>, judgement: MentorJudgement)]

    @Test func `approves with one mentor accepted and none waiting, over every pair of judgements (R14)`() {
        let table = MentorJudgement.allCases.flatMap { first in
            MentorJudgement.allCases.map { second in
                let judgements: Judgements = [(Identifier(1), first), (Identifier(2), second)]
                let problems = Verdict.approve.problems(judgements: judgements).map { problem in
                    switch problem {
                    case .mentorNotJudged(let id): "waits \(id)"
                    case .noMentorAccepted: "none accepted"
                    case .motivationMissing, .mainReasonTwice: "wrong"
                    }
                }
                return "\(first) \(second): \(problems.joined(separator: ", "))"
            }
        }
        #expect(
            table == [
                "pending pending: waits 1, waits 2, none accepted",
                "pending accepted: waits 1",
                "pending refused: waits 1, none accepted",
                "accepted pending: waits 2",
                "accepted accepted: ",
                "accepted refused: ",
                "refused pending: waits 2, none accepted",
                "refused accepted: ",
                "refused refused: none accepted",
            ]
        )
        #expect(Verdict.approve.problems(judgements: []) == [.noMentorAccepted])
    }

    @Test(arguments: [
        ("De machines ontbreken.", ["conviction"], [DecisionProblem]()), ("", [], [.motivationMissing]),
        (" \n\t", ["conviction"], [.motivationMissing]), ("Tekst.", ["no_suitable_mentor"], [.mainReasonTwice]),
        ("", ["conviction", "no_suitable_mentor"], [.motivationMissing, .mainReasonTwice]),
    ])
    func `rejects with one main reason and a motivation (R14)`(
        _ motivation: String,
        _ further: [String],
        _ expected: [DecisionProblem]
    ) {
        let verdict = Verdict.reject(
            main: ReasonCode("no_suitable_mentor"),
            further: further.map { ReasonCode($0) },
            motivation: motivation
        )
        #expect(verdict.problems(judgements: [(Identifier(1), .pending)]) == expected)
    }
}
