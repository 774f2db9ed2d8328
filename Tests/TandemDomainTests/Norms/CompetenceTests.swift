import TandemDomain
import Testing

@Suite struct `Competence for a joint committee` {
    let competences: Competences

    init() throws {
        func row(
            _ committee: String,
            _ partnership: String,
            _ period: Period,
            sector: String? = nil
        ) throws
            -> Competence
        {
            Competence(
                committee: try #require(JointCommitteeNumber(committee)),
                partnership: PartnershipCode(partnership),
                reportedSector: sector,
                period: period,
                source: "invented"
            )
        }
        competences = Competences(
            [
                try row("149", "metal", Period.of("2016-09-01")),
                try row("149.01", "electric", Period.of("2016-12-20")),
                try row("201", "vlaams_partnerschap", Period.of("2016-07-01", "2021-10-14"), sector: "vp_retail"),
                try row("201", "retail", Period.of("2021-10-15")),
            ],
            legalForms: [
                LegalFormCompetence(
                    legalForm: "411",
                    partnership: PartnershipCode("towns"),
                    period: try Period.of("2017-09-01"),
                    source: "invented"
                )
            ]
        )
    }

    @Test(arguments: [
        ("149.01", "2020-01-01", "electric"), ("149.02", "2020-01-01", "metal"), ("149", "2020-01-01", "metal"),
        ("149.01", "2016-12-19", "metal"), ("149.01", "2016-12-20", "electric"),
        ("149.01", "2016-08-31", "vlaams_partnerschap"), ("302", "2020-01-01", "vlaams_partnerschap"),
        ("201", "2021-10-14", "vlaams_partnerschap"), ("201", "2021-10-15", "retail"),
        ("201.01", "2022-01-01", "retail"),
    ])
    func `goes to the most specific row of the day (R2, R3)`(
        committee: String,
        iso: String,
        expected: String
    ) throws {
        let number = try #require(JointCommitteeNumber(committee))
        #expect(competences.competentPartnership(for: number, on: try Day.of(iso)).rawValue == expected)
    }

    @Test(arguments: [
        (nil, "2020-01-01", "vlaams_partnerschap"), ("610", "2020-01-01", "vlaams_partnerschap"),
        ("411", "2020-01-01", "towns"), ("411", "2017-08-31", "vlaams_partnerschap"),
    ])
    func `follows the legal form where there is no committee`(
        legalForm: String?,
        iso: String,
        expected: String
    ) throws {
        let found = competences.competentPartnership(for: nil, legalForm: legalForm, on: try Day.of(iso))
        #expect(found.rawValue == expected)
    }

    @Test func `follows the committee where there is one, whatever the legal form`() throws {
        let found = competences.competentPartnership(
            for: JointCommitteeNumber("149"),
            legalForm: "411",
            on: try Day.of("2020-01-01")
        )
        #expect(found.rawValue == "metal")
    }

    @Test(arguments: [
        ("201", "2021-10-14", "vp_retail"), ("201", "2021-10-15", nil), ("149.01", "2020-01-01", nil),
        ("302", "2020-01-01", "vp_overige"),
    ])
    func `names the sector of the report only under the Flemish Partnership`(
        committee: String,
        iso: String,
        expected: String?
    ) throws {
        let number = try #require(JointCommitteeNumber(committee))
        #expect(competences.reportedSector(for: number, on: try Day.of(iso)) == expected)
    }
}

@Suite struct `The number of a joint committee` {
    @Test(arguments: [("149", "149"), ("149.01", "149.01"), ("14901", "149.01"), (" 302 ", "302")])
    func `is read with or without its dot`(text: String, expected: String) {
        #expect(JointCommitteeNumber(text)?.rawValue == expected)
    }

    @Test(arguments: ["", "14", "1490", "149.1", "012", "abc", "149.01.01"])
    func `is refused in any other shape`(text: String) { #expect(JointCommitteeNumber(text) == nil) }

    @Test(arguments: [("149.01", "149"), ("149", nil)])
    func `knows its parent`(text: String, parent: String?) {
        #expect(JointCommitteeNumber(text)?.parent?.rawValue == parent)
    }
}
