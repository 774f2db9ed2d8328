/// How often something is so, for each class of form; what is not assumed follows from the targets.
struct Rates: Sendable {
    let vat: [Double]
    /// An enterprise with one establishment or none is an employer so often; with more, `employerOfMany`.
    let employer: [Double]
    static let employerOfMany = 0.75
    let employingEstablishment: Double
    let activityOfEnterprise: Double
    static let activityOfEstablishment = 0.965
    let school: (enterprise: Double, establishment: Double)
    let local: Double
    let federal: Double
    let secondName: Double
    let abbreviation: Double
    let commercialName: (establishment: Double, natural: Double, legal: Double)
    let branchName: Double
    let contact: (young: Double, old: Double, establishment: Double, branch: Double)

    /// Rows of a body that has any contact, from the shares in `ContactRows`.
    static let contactsEach = 1.39

    init(_ model: EnterpriseModel, _ layout: Layout) {
        let forms = model.forms
        let share = { (formClass: FormClass) in forms.share(of: formClass) }
        let legal = 1 - forms.naturalShare
        vat = Self.vat(forms)
        employer = Self.employer(forms)
        employingEstablishment = 0.986
        let onEstablishments = Self.activityOfEstablishment * Double(Targets.establishments)
        activityOfEnterprise =
            (Targets.activityEntities - onEstablishments) / Targets.vatEntities
        let scale = Double(model.count) / Double(Targets.enterprises)
        let bodies = (share(.association) + share(.ofPublicLaw)) * Double(model.count)
        school = (
            0.15 * Targets.schoolEntities * scale / bodies,
            min(1, 0.85 * Targets.schoolEntities * scale / Double(max(1, layout.counted.associations)))
        )
        local = min(1, Targets.localEntities * scale / Double(max(1, layout.counted.publicBodies)))
        federal = Targets.federalEntities / (share(.ofPublicLaw) * Double(Targets.enterprises))
        let enterprises = Double(Targets.enterprises)
        secondName = (Targets.names.reduce(0, +) - enterprises) / (legal * enterprises)
        abbreviation = Targets.abbreviations.reduce(0, +) / (legal * enterprises)
        let commercial = Targets.commercialNames.reduce(0, +)
        let ofEstablishments = 0.70 * Double(Targets.establishments)
        commercialName = (
            0.70,
            0.825 * (commercial - ofEstablishments) / (forms.naturalShare * enterprises),
            0.175 * (commercial - ofEstablishments) / (legal * enterprises)
        )
        branchName = Targets.branchNames.reduce(0, +) / Double(Targets.branches)
        contact = Self.contact(model.starts)
    }

    /// Assumed for all but natural persons, whose share makes the sum right.
    private static func vat(_ forms: FormTable) -> [Double] {
        var shares = FormClass.allCases.map { formClass -> Double in
            switch formClass {
            case .natural: 0
            case .company: 0.93
            case .association: 0.10
            case .coowners: 0.005
            case .foreign: 0.60
            case .unit: 1
            case .ofPublicLaw: 0.30
            }
        }
        let others = FormClass.allCases.reduce(0) { $0 + forms.share(of: $1) * shares[$1.column] }
        let wanted = Targets.vatEntities / Double(Targets.enterprises)
        shares[FormClass.natural.column] = (wanted - others) / forms.naturalShare
        return shares
    }

    /// In the proportion of the shares without employees that the FPS Economy publishes, less the many-sited enterprises.
    private static func employer(_ forms: FormTable) -> [Double] {
        let shares = FormClass.allCases.map { formClass -> Double in
            switch formClass {
            case .natural: 0.034
            case .company: 0.225
            case .association: 0.20
            case .coowners: 0.005
            case .foreign: 0.12
            case .unit: 0
            case .ofPublicLaw: 0.8
            }
        }
        let all = FormClass.allCases.reduce(0) { $0 + forms.share(of: $1) * shares[$1.column] }
        let many = (1 - Targets.withoutEstablishment) * (1 - Targets.withOneEstablishment)
        let factor = (all - many * employerOfMany) / (1 - many) / all
        return shares.map { $0 * factor }
    }

    /// Bodies from before 2019 have contacts less often; establishments seldom.
    private static func contact(
        _ starts: StartYears
    ) -> (young: Double, old: Double, establishment: Double, branch: Double) {
        let (old, establishment, branch) = (0.135, 0.03, 0.05)
        let bodies = Targets.contacts / contactsEach - establishment * Double(Targets.establishments)
        let share = starts.share(before: 2019)
        let young = (bodies / Double(Targets.enterprises) - old * share) / (1 - share)
        return (young, old, establishment, branch)
    }
}
