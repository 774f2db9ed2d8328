import TandemDomain
import TandemReference
import Testing

@Suite struct `The shipped figures` {
    let figures: LegalFigures

    init() throws { figures = try ReferenceLibrary.load().figures }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `give a term of fourteen calendar days`() throws {
        let term = figures.decisionTerm(on: try day("2020-10-01"))
        #expect(term == DecisionTerm(days: 14, unit: .calendarDays, onIncomplete: .restart, onHold: .pause))
        #expect(figures.decision.termUnit.entries.map(\.isProvisional) == [true])
        #expect(figures.decision.termDays.entries.map(\.isProvisional) == [false])
    }

    @Test func `ask of a mentor what the decree asks`() throws {
        let norms = figures.mentorNorms(on: try day("2020-10-01"))
        #expect(norms == MentorNorms(age: 25, ageWithDerogation: 23, yearsOfPractice: 5, extractMonths: 12))
    }

    @Test(arguments: [
        ("2019-08-31", nil, nil), ("2019-09-01", nil, "2021-03-01"), ("2020-03-31", nil, "2021-09-30"),
        ("2020-04-01", nil, "2021-04-01"), ("2020-10-01", 6, "2021-04-01"), ("2020-10-01", 24, "2021-10-01"),
    ])
    func `set the end of the mentor training (R24, R25)`(approved: String, months: Int?, expected: String?) throws {
        let deadline = figures.trainingDeadline(firstApprovedOn: try day(approved), partnershipMonths: months)
        #expect(deadline?.iso == expected)
    }

    @Test func `withdraw without a mentor since 20 August 2021 (R17)`() {
        #expect(figures.recognition.withdrawnWithoutMentor.start?.iso == "2021-08-20")
        #expect(figures.mentor.trainingCompulsory.start?.iso == "2019-09-01")
    }

    @Test(arguments: [
        ("2020-12-31", "Syntra Vlaanderen"), ("2021-01-01", "Departement Werk en Sociale Economie"),
        ("2026-11-22", "Departement WEWIS"),
    ])
    func `name the authority of the day`(iso: String, expected: String) throws {
        #expect(figures.authority.value(on: try day(iso)) == expected)
    }

    @Test func `keep the terms of an appeal and of a recognition`() throws {
        let today = try day("2020-10-01")
        #expect(figures.appeal.termDays[today] == 10 && figures.appeal.acknowledgementDays[today] == 10)
        #expect(figures.recognition.validityYears[today] == 5)
        #expect(figures.recognition.renewalEarliestMonths.entries.map(\.isProvisional) == [true])
    }

    @Test func `let construction have six months and one learner a mentor`() throws {
        let bouw = try #require(try ReferenceLibrary.load().partnership(PartnershipCode("bouw")))
        let today = try day("2020-10-01")
        #expect(bouw.mentorTrainingTermMonths?.value(on: today) == 6)
        #expect(bouw.learnersPerMentor?.value(on: today) == 1)
    }
}
