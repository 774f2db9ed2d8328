import Testing

@testable import TandemDomain

@Suite struct `The validity of a recognition` {
    @Test(arguments: [
        ("2021-09-06", 5, "2026-09-05"), ("2020-02-29", 5, "2025-02-28"), ("2020-02-29", 4, "2024-02-28"),
        ("2021-03-01", 5, "2026-02-28"), ("2019-03-01", 5, "2024-02-29"), ("2021-01-01", 5, "2025-12-31"),
    ])
    func `ends on the day before it is so many years old (R15)`(_ from: String, _ years: Int, _ until: String) throws {
        let validity = Validity(approvedOn: try Day.of(from), years: years)
        #expect(validity.from.iso == from)
        #expect(validity.until.iso == until)
    }

    @Test(arguments: [
        (RecognitionStatus.approved, nil as String?, "2026-09-05", RecognitionState.approved),
        (.approved, nil, "2026-09-06", .expired),
        (.withdrawn, "2022-01-10", "2022-01-09", .approved),
        (.withdrawn, "2022-01-10", "2022-01-10", .withdrawn),
        (.withdrawn, "2022-01-10", "2030-01-01", .withdrawn),
        (.discontinued, "2022-01-10", "2022-01-09", .approved),
        (.discontinued, "2022-01-10", "2022-01-10", .discontinued),
        (.withdrawn, "2027-01-10", "2026-09-06", .expired),
    ])
    func `shows its state on a day (R15)`(
        _ status: RecognitionStatus,
        _ endedOn: String?,
        _ day: String,
        _ expected: RecognitionState
    ) throws {
        let validity = Validity(approvedOn: try Day.of("2021-09-06"), years: 5)
        let ended = try endedOn.map { try Day.of($0) }
        #expect(status.state(on: try Day.of(day), validity: validity, endedOn: ended) == expected)
    }

    @Test(arguments: RecognitionState.allCases)
    func `lets an agreement be made only here, for this training, while approved (R1)`(_ state: RecognitionState) {
        let (here, there) = (Identifier<Establishment>(1), Identifier<Establishment>(2))
        let recognition = (establishment: here, training: TrainingCode("1535"), state: state)
        #expect(covers(recognition, establishment: here, training: TrainingCode("1535")) == (state == .approved))
        #expect(!covers(recognition, establishment: there, training: TrainingCode("1535")))
        #expect(!covers(recognition, establishment: here, training: TrainingCode("1099")))
    }

    @Test(arguments: [
        (nil as String?, "2022-01-01", nil as String?),
        ("2021-08-19", "2021-08-19", nil), ("2021-08-19", "2021-08-20", "2021-08-20"),
        ("2021-08-20", "2021-08-20", "2021-08-20"), ("2021-08-21", "2021-08-20", nil),
        ("2021-08-21", "2021-08-21", "2021-08-21"), ("2019-01-01", "2022-01-01", "2021-08-20"),
        ("2021-12-24", "2022-01-01", "2021-12-24"),
    ])
    func `is over without a mentor from 20 August 2021 on (R17)`(
        _ lastMentorLeft: String?,
        _ today: String,
        _ expected: String?
    ) throws {
        let day = withdrawalForLackOfMentor(
            lastMentorLeftOn: try lastMentorLeft.map { try Day.of($0) },
            ruleFrom: try Day.of("2021-08-20"),
            on: try Day.of(today)
        )
        #expect(day?.iso == expected)
    }
}
