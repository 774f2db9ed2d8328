/// What a workplace is judged on (*erkenningsvoorwaarde*).
package enum Criterion: String, CaseIterable, Sendable {
    /// Organisation and equipment suit the training plan.
    case organisation
    /// The company is able to go on paying (*financiële draagkracht*).
    case financialCapacity = "financial_capacity"
    /// No convictions that make the company an unsuitable place to learn.
    case convictions
    /// A mentor of age, with practice and of irreproachable conduct.
    case mentor
}

/// When a document has to be there.
package enum DocumentNeed: String, CaseIterable, Sendable {
    case required
    case optional
    /// Required where a mentor needs a derogation from age or practice (R7, R8).
    case withDerogation = "with_derogation"
    /// Required where another than the company submits (R4).
    case withMandate = "with_mandate"
}

/// A document that an application needs for a criterion (*bewijsstuk*), by partnership and staff (R5, R6).
package struct DocumentRequirement: Hashable, Sendable {
    package let code: RequirementCode
    /// The partnership that asks for it; nothing where all do.
    package let partnership: PartnershipCode?
    package let criterion: Criterion
    package let label: String
    /// Whether it is asked of companies with staff, or without; nothing where of both.
    package let hasStaff: Bool?
    package let need: DocumentNeed
    package let period: Period
    package let source: String

    package init(
        code: RequirementCode,
        partnership: PartnershipCode?,
        criterion: Criterion,
        label: String,
        hasStaff: Bool?,
        need: DocumentNeed,
        period: Period,
        source: String
    ) {
        self.code = code
        self.partnership = partnership
        self.criterion = criterion
        self.label = label
        self.hasStaff = hasStaff
        self.need = need
        self.period = period
        self.source = source
    }

    /// Whether each mentor needs one, rather than the application as a whole.
    package var isPerMentor: Bool { criterion == .mentor }

    package func applies(to partnership: PartnershipCode, hasStaff: Bool, on day: Day) -> Bool {
        (self.partnership ?? partnership) == partnership && (self.hasStaff ?? hasStaff) == hasStaff
            && period.contains(day)
    }

    /// Whether submission is blocked without it.
    package func isRequired(hasDerogation: Bool, isMandated: Bool) -> Bool {
        switch need {
        case .required: true
        case .optional: false
        case .withDerogation: hasDerogation
        case .withMandate: isMandated
        }
    }
}

extension Sequence<DocumentRequirement> {
    /// The documents that a partnership asks of a company on a day (R5, R6).
    package func requirements(
        partnership: PartnershipCode,
        hasStaff: Bool,
        on day: Day
    ) -> [DocumentRequirement] {
        filter { $0.applies(to: partnership, hasStaff: hasStaff, on: day) }
    }
}
