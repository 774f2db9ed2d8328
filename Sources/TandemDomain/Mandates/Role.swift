/// The capacity (*hoedanigheid*) in which somebody acts; one person may have several.
package enum Role: String, CaseIterable, Sendable, Hashable {
    /// Legal representative of a company (*wettelijk vertegenwoordiger*); the first access is his (R73).
    case legalRepresentative = "legal_representative"
    /// Employee of a company who keeps its file.
    case companyEmployee = "company_employee"
    /// Trajectory counsellor (*trajectbegeleider*) of a provider.
    case providerCounsellor = "provider_counsellor"
    /// Consultant of a sector (*sectorconsulent*), who mobilises companies and applies for them.
    case sectorConsultant = "sector_consultant"
    /// Workplace counsellor (*werkplekbegeleider*) of the public service.
    case workplaceCounsellor = "workplace_counsellor"
    /// Handler (*behandelaar*) of a partnership.
    case handler
    /// Person entitled to vote (*stemgerechtigde*) on the files of a partnership (R74).
    case voter
    /// Civil servant of the department, which handles for the Flemish Partnership and sees all.
    case department
    /// Secretary of the appeals committee (*beroepscommissie*).
    case appealsSecretary = "appeals_secretary"
    /// Auditor: reads everything, changes nothing.
    case auditor
    /// The law acting by itself through the legal clock; never a person.
    case system

    /// Whether this role belongs to a company itself.
    package var isOfCompany: Bool {
        switch self {
        case .legalRepresentative, .companyEmployee: true
        case .providerCounsellor, .sectorConsultant, .workplaceCounsellor, .handler, .voter, .department,
            .appealsSecretary, .auditor, .system:
            false
        }
    }

    /// Whether this role applies for companies with a mandate (*machtiging*), R4.
    package var needsMandate: Bool {
        switch self {
        case .providerCounsellor, .sectorConsultant, .workplaceCounsellor: true
        case .legalRepresentative, .companyEmployee, .handler, .voter, .department, .appealsSecretary, .auditor,
            .system:
            false
        }
    }

    /// Who the yearly report counts as the applicant; nothing where the role never applies.
    package var applicantKind: ApplicantKind? {
        switch self {
        case .legalRepresentative, .companyEmployee: .company
        case .providerCounsellor: .provider
        case .sectorConsultant: .sectorConsultant
        case .workplaceCounsellor: .workplaceCounsellor
        case .handler, .voter, .department, .appealsSecretary, .auditor, .system: nil
        }
    }
}

/// Who filed an application, as the yearly report counts it (figure 11).
package enum ApplicantKind: String, CaseIterable, Sendable, Hashable {
    case company, provider
    case sectorConsultant = "sector_consultant"
    case workplaceCounsellor = "workplace_counsellor"
}

/// An organisation on whose behalf somebody acts.
package enum Organisation: Hashable, Sendable {
    case company(Identifier<Company>)
    case provider(ProviderCode)
    case partnership(PartnershipCode)
    /// A public service without rows of its own, such as the service of the workplace counsellors.
    case service(String)

    /// `kind:code`, as stored; its inverse is ``init(stored:)``.
    package var stored: String {
        switch self {
        case .company(let id): "company:\(id)"
        case .provider(let code): "provider:\(code.rawValue)"
        case .partnership(let code): "partnership:\(code.rawValue)"
        case .service(let name): "service:\(name)"
        }
    }

    /// Takes back what ``stored`` wrote; nothing for other text.
    package init?(stored text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let code = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "company":
            guard let id = Identifier<Company>(code) else { return nil }
            self = .company(id)
        case "provider": self = .provider(ProviderCode(rawValue: code))
        case "partnership": self = .partnership(PartnershipCode(rawValue: code))
        case "service": self = .service(code)
        case _: return nil
        }
    }
}

/// Marks the identity of a company (*onderneming*).
package enum Company {}
/// Marks the identity of an establishment (*vestiging*).
package enum Establishment {}
/// Marks the identity of a person who signs in.
package enum Account {}
/// Marks the identity of a capacity: one person in one role for one organisation.
package enum Capacity {}

/// Somebody acting: who, in which role, for which organisation.
package struct Actor: Hashable, Sendable {
    package let account: Identifier<Account>?
    package let capacity: Identifier<Capacity>?
    package let name: String
    package let role: Role
    package let organisation: Organisation?

    package init(
        account: Identifier<Account>?,
        capacity: Identifier<Capacity>?,
        name: String,
        role: Role,
        organisation: Organisation?
    ) {
        self.account = account
        self.capacity = capacity
        self.name = name
        self.role = role
        self.organisation = organisation
    }

    /// The law itself, acting through the legal clock.
    package static let law = Actor(
        account: nil,
        capacity: nil,
        name: "Tandem",
        role: .system,
        organisation: nil
    )

    /// The partnership somebody acts for, where it is one.
    package var partnership: PartnershipCode? {
        guard case .partnership(let code) = organisation else { return nil }
        return code
    }
}
