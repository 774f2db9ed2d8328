/// A short word or number that names a row of the reference data; each kind of code is a type of its own.
package protocol Code: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible
where RawValue == String {
    init(rawValue: String)
}

extension Code {
    package init(_ rawValue: String) { self.init(rawValue: rawValue) }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    package var description: String { rawValue }
}

/// Names a partnership (*partnerschap*).
package struct PartnershipCode: Code {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The partnership that is competent where no other is (R2).
    package static let flemish = PartnershipCode(rawValue: "vlaams_partnerschap")
}

/// Names a training (*opleiding*).
package struct TrainingCode: Code {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a provider (*opleidingsverstrekker*).
package struct ProviderCode: Code {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a reason that a decision gives (*reden*).
package struct ReasonCode: Code {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a document that an application may need (*bewijsstuk*).
package struct RequirementCode: Code {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The extract of the criminal record of a mentor (*uittreksel strafregister*, model 596.2; R9).
    package static let extract = RequirementCode(rawValue: "extract_596_2")
    /// The proof of earlier education on which a derogation rests (R7, R8).
    package static let priorEducation = RequirementCode(rawValue: "prior_education_proof")
    /// The proof of a mentor training already followed.
    package static let mentorTraining = RequirementCode(rawValue: "mentor_training_proof")
    /// The declaration of honour (*verklaring op eer*) of the company (R4).
    package static let declaration = RequirementCode(rawValue: "declaration_of_honour")
}
