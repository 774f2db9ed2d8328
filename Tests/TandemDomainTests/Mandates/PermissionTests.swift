import TandemTestKit
import Testing

@testable import TandemDomain

@Suite struct `Who may do what` {
    @Test func `is the table on file, whole`() throws {
        let lines = Role.allCases.flatMap { role in
            Relation.allCases.map { relation in
                let acts = Act.allCases.filter { isPermitted($0, role: role, relation: relation) }.map(\.rawValue)
                return "\(role.rawValue) \(relation): \(acts.isEmpty ? "nothing" : acts.joined(separator: " "))"
            }
        }
        try expectRecorded(lines.joined(separator: "\n") + "\n", in: "permissions.txt")
    }

    static let readingActs: Set<Act> = [
        .readCompany, .readApplication, .readExtract, .readEvents, .readRecognition, .readWorklist, .readOutbox,
        .readCounts, .readChain, .readRadar,
    ]

    static func acts(of role: Role) -> Set<Act> {
        Set(Relation.allCases.flatMap { acts(of: role, as: $0) })
    }

    static func acts(of role: Role, as relation: Relation) -> Set<Act> {
        Set(Act.allCases.filter { isPermitted($0, role: role, relation: relation) })
    }

    @Test(arguments: [Role.auditor, .appealsSecretary])
    func `lets who only looks change nothing`(_ role: Role) {
        #expect(Self.acts(of: role).isSubset(of: Self.readingActs))
    }

    @Test func `lets a voter read and vote, on files of his partnership alone (R74)`() {
        #expect(Self.acts(of: .voter).subtracting(Self.readingActs) == [.vote])
        #expect(Relation.allCases.filter { isPermitted(.vote, role: .voter, relation: $0) } == [.competent])
        #expect(Relation.allCases.filter { isPermitted(.readApplication, role: .voter, relation: $0) } == [.competent])
        #expect(!Self.acts(of: .voter).contains(.readExtract))
    }

    @Test func `lets only the company and its mandate holder cancel (R23)`() {
        let pairs = Role.allCases.flatMap { role in
            Relation.allCases.filter { isPermitted(.cancelApplication, role: role, relation: $0) }
                .map { "\(role) \($0)" }
        }
        #expect(
            pairs == [
                "legalRepresentative ownCompany", "companyEmployee ownCompany", "providerCounsellor mandated",
                "sectorConsultant mandated", "workplaceCounsellor mandated",
            ]
        )
    }

    @Test func `keeps the acts of the law for the law`() {
        let acts: Set<Act> = [.lapse, .withdrawByLaw, .discontinue]
        #expect(Self.acts(of: .system) == acts)
        for role in Role.allCases where role != .system { #expect(Self.acts(of: role).isDisjoint(with: acts)) }
    }

    @Test func `lets only handlers of the competent partnership decide`() {
        for act in [Act.approve, .reject, .takeUp, .hold, .resume, .markIncomplete, .judgeMentor, .withdraw] {
            let pairs = Role.allCases.flatMap { role in
                Relation.allCases.filter { isPermitted(act, role: role, relation: $0) }.map { "\(role) \($0)" }
            }
            #expect(pairs == ["handler competent", "department competent"], "\(act)")
        }
    }

    @Test func `never joins applying and deciding in one role`() {
        for role in Role.allCases {
            let acts = Self.acts(of: role)
            #expect(!(acts.contains(.submitApplication) && acts.contains(.approve)), "\(role)")
        }
    }

    @Test func `gives an outsider nothing of a company but reading, worklists, the radar and a mandate to register`() {
        let allowed = Self.readingActs.union([.registerMandate, .prospect])
        for role in Role.allCases where role != .department && role != .system {
            #expect(Self.acts(of: role, as: .outside).isSubset(of: allowed), "\(role)")
        }
        let company: [Role] = [.legalRepresentative, .companyEmployee]
        for role in company { #expect(Self.acts(of: role, as: .outside).isEmpty) }
    }

    @Test func `opens the radar to who looks for places, and to no company`() {
        let looking = Role.allCases.filter { Self.acts(of: $0).contains(.readRadar) }
        let calling = Role.allCases.filter { Self.acts(of: $0).contains(.prospect) }
        #expect(
            calling == [.providerCounsellor, .sectorConsultant, .workplaceCounsellor, .handler, .department]
        )
        #expect(looking == calling + [.auditor])
    }

    @Test func `lets only a legal representative give the first mandate of a company (R73)`() {
        #expect(isPermitted(.registerMandate, role: .legalRepresentative, relation: .ownCompany))
        #expect(!isPermitted(.registerMandate, role: .companyEmployee, relation: .ownCompany))
    }
}

@Suite struct `Somebody acting` {
    static let company = Identifier<Company>(1)

    static func actor(_ role: Role, _ organisation: Organisation?) -> Actor {
        Actor(account: Identifier(1), capacity: Identifier(1), name: "Tom", role: role, organisation: organisation)
    }

    static func mandate(
        holder: Organisation = .provider(ProviderCode("OV0001")),
        company: Identifier<Company> = company,
        from: String = "2021-09-01",
        until: String? = "2021-12-31",
        revokedOn: String? = nil
    ) throws -> Mandate {
        let period = try #require(Period(from: try Day.of(from), until: try until.map { try Day.of($0) }))
        return Mandate(
            company: company,
            holder: holder,
            period: period,
            revokedOn: try revokedOn.map { try Day.of($0) }
        )
    }

    @Test(arguments: [
        ("2021-08-31", false), ("2021-09-01", true), ("2021-12-31", true), ("2022-01-01", false),
    ])
    func `holds a mandate from its first through its last day (R4)`(_ day: String, _ expected: Bool) throws {
        let subject = Subject(company: Self.company, mandates: [try Self.mandate()])
        let counsellor = Self.actor(.providerCounsellor, .provider(ProviderCode("OV0001")))
        #expect(counsellor.may(.submitApplication, to: subject, on: try Day.of(day)) == expected)
    }

    @Test(arguments: [("2021-10-14", true), ("2021-10-15", false), ("2021-10-16", false)])
    func `loses a mandate on the day it is revoked (R4)`(_ day: String, _ expected: Bool) throws {
        let subject = Subject(company: Self.company, mandates: [try Self.mandate(revokedOn: "2021-10-15")])
        let counsellor = Self.actor(.providerCounsellor, .provider(ProviderCode("OV0001")))
        #expect(counsellor.may(.submitApplication, to: subject, on: try Day.of(day)) == expected)
    }

    @Test func `gets nothing from the mandate of another organisation or company (R4, R72)`() throws {
        let today = try Day.of("2021-10-01")
        let counsellor = Self.actor(.providerCounsellor, .provider(ProviderCode("OV0001")))
        let strange = [
            try Self.mandate(holder: .provider(ProviderCode("OV0002"))), try Self.mandate(company: Identifier(2)),
            try Self.mandate(holder: .service("OV0001")),
        ]
        let subject = Subject(company: Self.company, mandates: strange)
        #expect(counsellor.relation(to: subject, on: today) == .outside)
        #expect(!counsellor.may(.readCompany, to: subject, on: today))
    }

    @Test func `has no right at one organisation from a role at another (R72)`() throws {
        let today = try Day.of("2021-10-01")
        let file = Subject(
            company: Self.company,
            competent: PartnershipCode("bouw"),
            advising: PartnershipCode("elektriciens")
        )
        let relations = [
            Self.actor(.legalRepresentative, .company(Self.company)),
            Self.actor(.legalRepresentative, .company(Identifier(2))),
            Self.actor(.handler, .partnership(PartnershipCode("bouw"))),
            Self.actor(.handler, .partnership(PartnershipCode("elektriciens"))),
            Self.actor(.handler, .partnership(PartnershipCode("horeca"))),
            Self.actor(.auditor, nil),
        ]
        .map { $0.relation(to: file, on: today) }
        #expect(relations == [.ownCompany, .outside, .competent, .advising, .outside, .outside])
    }

    @Test func `applies with a mandate as consultant, also of the sector that decides, and never decides`() throws {
        let today = try Day.of("2021-10-01")
        let bouw = Organisation.partnership(PartnershipCode("bouw"))
        let consultant = Self.actor(.sectorConsultant, bouw)
        let file = Subject(company: Self.company, competent: PartnershipCode("bouw"))
        let mandated = Subject(
            company: Self.company,
            competent: PartnershipCode("bouw"),
            mandates: [try Self.mandate(holder: bouw)]
        )
        #expect(!consultant.may(.submitApplication, to: file, on: today))
        #expect(consultant.may(.submitApplication, to: mandated, on: today))
        #expect(consultant.may(.followRenewal, to: mandated, on: today))
        #expect(!consultant.may(.approve, to: mandated, on: today))
    }

    @Test func `is the law only as the law`() throws {
        let today = try Day.of("2021-10-01")
        let file = Subject(company: Self.company, competent: PartnershipCode("bouw"))
        #expect(
            Act.allCases.filter { Actor.law.may($0, to: file, on: today) } == [.lapse, .withdrawByLaw, .discontinue]
        )
    }
}
