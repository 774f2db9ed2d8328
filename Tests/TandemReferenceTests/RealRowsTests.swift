import TandemDomain
import TandemReference
import Testing

@Suite struct `The rules on the shipped rows` {
    let reference: Reference

    init() throws { reference = try ReferenceLibrary.load() }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test(arguments: [
        ("149.01", "2020-10-01", "elektriciens"), ("149.01", "2016-12-19", "vlaams_partnerschap"),
        ("149.02", "2020-10-01", "autosector"), ("149.03", "2020-10-01", "autosector"),
        ("149", "2020-10-01", "vlaams_partnerschap"), ("302", "2020-10-01", "horeca"),
        ("139", "2020-06-14", "vlaams_partnerschap"), ("139", "2020-06-15", "binnenvaart"),
        ("130", "2020-11-11", "vlaams_partnerschap"), ("130", "2020-11-12", "grafische_papier"),
        ("202.01", "2021-10-14", "vlaams_partnerschap"), ("202.01", "2021-10-15", "verkoop_marketing"),
        ("140.03", "2020-10-01", "transport_logistiek"), ("140.05", "2020-10-01", "vlaams_partnerschap"),
        ("319.02", "2020-10-01", "social_profit"), ("200", "2020-10-01", "vlaams_partnerschap"),
    ])
    func `route by joint committee and day (R2, R3)`(committee: String, iso: String, expected: String) throws {
        let number = try #require(JointCommitteeNumber(committee))
        #expect(reference.competentPartnership(for: number, on: try day(iso)).rawValue == expected)
    }

    @Test(arguments: [(nil, "vlaams_partnerschap"), ("411", "lokale_besturen"), ("400", "vlaams_partnerschap")])
    func `route without a joint committee by legal form`(legalForm: String?, expected: String) throws {
        let found = reference.competentPartnership(for: nil, legalForm: legalForm, on: try day("2020-10-01"))
        #expect(found.rawValue == expected)
    }

    @Test(arguments: [
        ("140.05", "vp_verhuis"), ("304", "vp_vermakelijkheden"), ("201", "vp_verkoop_marketing"),
        ("119", "vp_beenhouwers"), ("200", "vp_overige"), ("302", nil),
    ])
    func `name the sector that the report shows under the Flemish Partnership`(
        committee: String,
        sector: String?
    ) throws {
        let number = try #require(JointCommitteeNumber(committee))
        #expect(reference.competences.reportedSector(for: number, on: try day("2020-10-01")) == sector)
    }

    @Test(arguments: [
        ("horeca", true, ["social_security_attest"]), ("horeca", false, ["nsso_registration_proof"]),
        ("bouw", true, []), ("bouw", false, []), ("vlaams_partnerschap", false, []),
    ])
    func `ask horeca for a proof of social security (R6)`(
        partnership: String,
        hasStaff: Bool,
        expected: [String]
    ) throws {
        let found = reference.requirements(
            partnership: PartnershipCode(partnership),
            hasStaff: hasStaff,
            on: try day("2020-10-01")
        )
        let financial = found.filter { $0.criterion == .financialCapacity }
        #expect(financial.map(\.code.rawValue) == expected)
        #expect(financial.allSatisfy { $0.isRequired(hasDerogation: false, isMandated: false) })
        #expect(found.contains { $0.code == .extract && $0.isPerMentor && $0.need == .required })
    }

    @Test(arguments: [RequirementCode.extract, .priorEducation, .mentorTraining, .declaration])
    func `have the documents that the program knows by name`(code: RequirementCode) {
        #expect(reference.requirements.contains { $0.code == code })
    }

    @Test func `ask for an extract only since September 2019`() throws {
        let found = reference.requirements(partnership: .flemish, hasStaff: true, on: try day("2019-08-31"))
        #expect(!found.contains { $0.code == .extract })
    }

    @Test(arguments: [("2020-10-01", 18), ("2021-08-31", 19), ("2021-10-14", 19), ("2021-10-15", 20)])
    func `know the partnerships of the day`(iso: String, expected: Int) throws {
        #expect(reference.partnerships(on: try day(iso)).count == expected)
    }

    @Test(arguments: [
        ("vlaams_partnerschap", "2016-07-01"), ("elektriciens", "2016-12-20"), ("binnenvaart", "2020-06-15"),
        ("grafische_papier", "2020-11-12"), ("verkoop_marketing", "2021-10-15"), ("bouw", "2016-09-01"),
    ])
    func `know when a partnership started`(code: String, expected: String) {
        #expect(reference.partnership(PartnershipCode(code))?.period.from.iso == expected)
    }

    @Test func `let fifteen of the nineteen treat complaints, as table 14 does`() throws {
        let partnerships = reference.partnerships(on: try day("2021-08-31"))
        let without = partnerships.filter { !$0.has(.handleComplaints, on: Day(2021, 8, 31) ?? $0.period.from) }
        #expect(without.map(\.code.rawValue) == ["bouw", "houtsectoren", "social_profit", "voeding"])
    }

    @Test func `give each size of table 5 its class`() {
        let sizes = [0, 1, 4, 5, 9, 10, 19, 20, 49, 50, 99, 100, 199, 200, 499, 500, 999, 1000]
        let labels = [
            "0 tot 0", "1 tot 4", "1 tot 4", "5 tot 9", "5 tot 9", "10 tot 19", "10 tot 19", "20 tot 49", "20 tot 49",
            "50 tot 99", "50 tot 99", "100 tot 199", "100 tot 199", "200 tot 499", "200 tot 499", "500 tot 999",
            "500 tot 999", "1000 en meer",
        ]
        #expect(sizes.map { reference.sizeClass(employees: $0)?.label } == labels)
        #expect(reference.sizeClass(employees: nil)?.label == "onbekend")
    }

    @Test func `find places and providers that belong together`() throws {
        #expect(reference.places(named: "aalst").first?.postalCode.digits == "9300")
        #expect(reference.postalPlace(PostalCode(stored: "1000"))?.province == .brussels)
        let kinds = Dictionary(grouping: reference.providers, by: \.kind).mapValues(\.count)
        #expect(kinds[.dualSchool] == 77 && kinds[.adultCentre] == 6)
        #expect(Set(reference.providers.compactMap(\.establishment)).count == reference.providers.count)
    }
}
