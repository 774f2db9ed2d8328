/// What kind of school or centre a provider is (*type aanbieder*).
package enum ProviderKind: String, CaseIterable, Sendable {
    case dualSchool = "duaal_leren"
    /// A centre for part-time education that works with a full-time school.
    case centreWithSchool = "dbso_cdo_with_fulltime_so"
    case autonomousCentre = "dbso_cdo_autonomous"
    case syntra = "leertijd"
    /// A centre for adult education (*CVO*).
    case adultCentre = "cvo"
    /// A school for special secondary education (*BuSO*).
    case specialSchool = "buso"

    /// The systems whose trainings it gives.
    package var systems: Set<TrainingSystem> {
        switch self {
        case .dualSchool, .specialSchool: [.dualLearning]
        case .centreWithSchool, .autonomousCentre: [.dualLearning, .partTimeEducation]
        case .syntra: [.dualLearning, .apprenticeship]
        case .adultCentre: [.adultEducation]
        }
    }
}

/// A school or centre that gives trainings with a workplace (*opleidingsverstrekker*).
package struct Provider: Hashable, Sendable {
    package let code: ProviderCode
    package let name: String
    package let kind: ProviderKind
    package let postalCode: PostalCode
    package let municipality: String
    /// Where it stands in the company register; nothing where nobody wrote that down.
    package let establishment: EstablishmentNumber?
    package let period: Period

    package init(
        code: ProviderCode,
        name: String,
        kind: ProviderKind,
        postalCode: PostalCode,
        municipality: String,
        establishment: EstablishmentNumber? = nil,
        period: Period
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.postalCode = postalCode
        self.municipality = municipality
        self.establishment = establishment
        self.period = period
    }
}
