package import TandemDomain
internal import TandemSQL
internal import TandemStore

/// One person of every role, each for an organisation of the field.
package struct TestPeople: Sendable {
    package let legalRepresentative: Actor
    package let employee: Actor
    /// A counsellor of the provider that holds a mandate of the company.
    package let counsellor: Actor
    /// A counsellor of a provider without a mandate.
    package let otherCounsellor: Actor
    package let consultant: Actor
    package let workplaceCounsellor: Actor
    package let handler: Actor
    package let secondHandler: Actor
    /// A handler of another partnership.
    package let otherHandler: Actor
    package let voter: Actor
    package let department: Actor
    package let secretary: Actor
    package let auditor: Actor

    /// All of them, for tables of who may not.
    package var all: [Actor] {
        [
            legalRepresentative, employee, counsellor, otherCounsellor, consultant, workplaceCounsellor, handler,
            secondHandler, otherHandler, voter, department, secretary, auditor,
        ]
    }

    init(_ session: any SQLSession, company: Identifier<Company>) throws {
        func person(_ slug: String, _ name: String, _ role: Role, _ organisation: Organisation) throws -> Actor {
            let account = try session.addAccount(slug: slug, name: name)
            let capacity = try session.addCapacity(account, role, organisation)
            return Actor(account: account, capacity: capacity, name: name, role: role, organisation: organisation)
        }
        let bouw = Organisation.partnership(PartnershipCode("bouw"))
        legalRepresentative = try person("lieve", "Lieve Zaakvoerder", .legalRepresentative, .company(company))
        employee = try person("emma", "Emma Bediende", .companyEmployee, .company(company))
        counsellor = try person("tom", "Tom Begeleider", .providerCounsellor, .provider(ProviderCode("OV0001")))
        otherCounsellor = try person("nele", "Nele Elders", .providerCounsellor, .provider(ProviderCode("OV0002")))
        consultant = try person("sofie", "Sofie Consulent", .sectorConsultant, bouw)
        workplaceCounsellor = try person("wim", "Wim Werkplek", .workplaceCounsellor, .service("vdab"))
        handler = try person("hanne", "Hanne Behandelaar", .handler, bouw)
        secondHandler = try person("bert", "Bert Behandelaar", .handler, bouw)
        otherHandler = try person("hugo", "Hugo Horeca", .handler, .partnership(PartnershipCode("horeca")))
        voter = try person("vera", "Vera Stem", .voter, bouw)
        department = try person("dirk", "Dirk Departement", .department, .partnership(.flemish))
        secretary = try person("sara", "Sara Secretaris", .appealsSecretary, .service("beroepscommissie"))
        auditor = try person("arne", "Arne Audit", .auditor, .service("audit"))
    }
}
