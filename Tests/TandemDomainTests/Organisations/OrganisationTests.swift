import TandemDomain
import Testing

@Suite struct `A partnership` {
    @Test(arguments: [("2019-08-31", [Power.recognise]), ("2019-09-01", [.recognise, .exempt])])
    func `has the powers of the day`(iso: String, powers: [Power]) throws {
        let partnership = Partnership(
            code: PartnershipCode("mills"),
            name: "Molens",
            shortName: "Molens",
            kind: .sectoral,
            period: try Period.of("2016-09-01"),
            grants: [.init(.recognise, try Period.of("2016-09-01")), .init(.exempt, try Period.of("2019-09-01"))]
        )
        #expect(partnership.powers(on: try Day.of(iso)) == Set(powers))
        #expect(!partnership.has(.handleComplaints, on: try Day.of(iso)))
    }
}

@Suite struct `A training` {
    @Test(arguments: [
        (TrainingSystem.dualLearning, WorkplaceHours.underTwenty, [AgreementType.sao]),
        (.dualLearning, .atLeastTwenty, [.oao, .da, .daSocialMaribel]),
        (.partTimeEducation, .underTwenty, [.oao, .da, .daSocialMaribel]),
        (.partTimeEducation, .atLeastTwenty, [.oao, .da, .daSocialMaribel]),
        (.apprenticeship, .underTwenty, [.oao, .da, .daSocialMaribel]),
        (.apprenticeship, .atLeastTwenty, [.oao, .da, .daSocialMaribel]),
        (.adultEducation, .underTwenty, [.odo, .odow]), (.adultEducation, .atLeastTwenty, [.odos, .odow]),
    ])
    func `fixes the types of agreement (R32, R33, R34)`(
        system: TrainingSystem,
        hours: WorkplaceHours,
        expected: [AgreementType]
    ) throws {
        let training = Training(
            code: TrainingCode("1"),
            name: "Molenaar",
            system: system,
            level: .thirdGrade,
            workplaceHours: hours,
            period: try Period.of("2016-09-01"),
            source: "invented"
        )
        #expect(training.agreementTypes == expected)
    }

    @Test func `counts part-time education and apprenticeship together`() {
        #expect(TrainingSystemGroup.learningAndWorking.systems == [.partTimeEducation, .apprenticeship])
        #expect(TrainingSystemGroup.allCases.flatMap(\.systems).count == TrainingSystem.allCases.count)
    }
}
