import TandemDomain
import TandemReport
import Testing

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

private func fact(
    submitted: String?,
    decided: String? = nil,
    _ decision: ApplicationFact.Decision? = nil,
    ended: String? = nil,
    _ endKind: RecognitionStatus? = nil,
    cancelled: String? = nil,
    company: Int64 = 1,
    partnership: String = "bouw"
) -> ApplicationFact {
    ApplicationFact(
        submittedOn: submitted.flatMap { Day(iso: $0) },
        decidedOn: decided.flatMap { Day(iso: $0) },
        decision: decision,
        mode: decision == nil ? nil : .manual,
        endedOn: ended.flatMap { Day(iso: $0) },
        endKind: endKind,
        validUntil: decided.flatMap { Day(iso: $0) }.map { Validity(approvedOn: $0, years: 5).until },
        cancelledOn: cancelled.flatMap { Day(iso: $0) },
        status: .submitted,
        system: .dualLearning,
        partnership: PartnershipCode(partnership),
        applicant: "company",
        training: TrainingCode("T"),
        company: company,
        establishment: company
    )
}

@Suite struct `The status on a measurement date` {
    static let approved = fact(submitted: "2016-08-25", decided: "2016-09-02", .approved)
    static let withdrawn = fact(
        submitted: "2016-08-25",
        decided: "2016-09-02",
        .approved,
        ended: "2021-08-20",
        .withdrawn
    )

    @Test(
        arguments: [
            (approved, "2016-08-24", nil),
            (approved, "2016-08-25", .open),
            (approved, "2016-09-01", .open),
            (approved, "2016-09-02", .approved),
            (approved, "2021-09-01", .approved),
            (approved, "2021-09-02", .expired),
            (withdrawn, "2021-08-19", .approved),
            (withdrawn, "2021-08-20", .withdrawn),
            (withdrawn, "2021-09-02", .withdrawn),
            (fact(submitted: "2020-01-01", decided: "2020-01-10", .rejected), "2020-01-10", .rejected),
            (fact(submitted: "2020-01-01", cancelled: "2020-01-05"), "2020-01-04", .open),
            (fact(submitted: "2020-01-01", cancelled: "2020-01-05"), "2020-01-05", .cancelled),
            (fact(submitted: nil), "2020-01-05", nil),
        ] as [(ApplicationFact, String, StatusOnDay?)]
    )
    func `is the one of that day (R15)`(_ fact: ApplicationFact, _ on: String, _ status: StatusOnDay?) throws {
        #expect(fact.status(on: try day(on)) == status)
    }
}

@Suite struct `A measure` {
    let facts = [
        fact(submitted: "2020-08-31", decided: "2020-09-01", .approved, company: 7),
        fact(submitted: "2020-09-01", decided: "2020-09-10", .rejected, company: 7),
        fact(submitted: "2020-09-02", decided: "2020-09-12", .approved, company: 7, partnership: "horeca"),
        fact(submitted: "2021-01-04", company: 8),
    ]

    @Test func `counts submissions in the school year of their own day`() throws {
        let counts = Measure.applicationsSubmitted.counts(
            of: facts,
            by: [.schoolYear],
            measuredOn: try day("2021-09-02")
        )
        #expect(counts.map(\.key) == [[.schoolYear: "2019-2020"], [.schoolYear: "2020-2021"]])
        #expect(counts.map(\.count) == [1, 3])
    }

    @Test func `counts decisions in the school year of the decision`() throws {
        let counts = Measure.applicationsDecided.counts(
            of: facts,
            by: [.schoolYear, .status],
            measuredOn: try day("2021-09-02")
        )
        #expect(counts.map { $0.key[.status] } == ["approved", "rejected"])
        #expect(counts.map(\.count) == [2, 1])
    }

    @Test func `leaves out what happened after the measurement date`() throws {
        let counts = Measure.applicationsSubmitted.counts(of: facts, by: [.status], measuredOn: try day("2020-09-01"))
        #expect(
            counts == [
                Count(key: [.status: "approved"], count: 1), Count(key: [.status: "open"], count: 1),
            ]
        )
    }

    @Test func `counts a company once in a total and once in each of its cells (R65)`() throws {
        let on = try day("2021-09-02")
        #expect(Measure.companiesRecognised.counts(of: facts, by: [], measuredOn: on).map(\.count) == [1])
        let cells = Measure.companiesRecognised.counts(of: facts, by: [.partnership], measuredOn: on)
        #expect(cells.map(\.count) == [1, 1])
    }

    @Test func `names files that nobody decided by their own mode`() throws {
        let counts = Measure.applicationsSubmitted.counts(of: facts, by: [.mode], measuredOn: try day("2021-09-02"))
        #expect(counts.map { $0.key[.mode] } == ["manual", "undecided"])
    }
}
