package import TandemDomain

/// One line of the file: an application and what became of it, as `Documentation/Import.md` describes the columns.
package struct TwinRow: Sendable, Equatable {
    package let reference: String
    package let companyNumber: CompanyNumber
    package let companyName: String
    package let companyStreet: String
    package let companyPostalCode: PostalCode
    package let jointCommittee: JointCommitteeNumber?
    package let employees: Int?
    package let establishmentNumber: EstablishmentNumber
    package let establishmentName: String
    package let establishmentStreet: String
    package let establishmentPostalCode: PostalCode
    package let training: TrainingCode
    package let partnership: PartnershipCode
    package let applicant: String
    package let submittedOn: Day
    package let status: ApplicationStatus
    package let decidedOn: Day?
    package let decisionMode: DecisionMode?
    package let rejectionReason: ReasonCode?
    package let endedOn: Day?
    package let endKind: RecognitionStatus?
    package let cancelledOn: Day?
    package let mentors: [TwinMentor]
    package let renews: String?
}

/// A mentor as a file names them.
package struct TwinMentor: Sendable, Equatable {
    package let nationalNumber: NationalNumber
    package let firstName: String
    package let lastName: String
}

extension TwinRow {
    /// The columns of the file, in order.
    package static let columns = [
        "reference", "company_number", "company_name", "company_street", "company_postal_code", "joint_committee",
        "employees", "establishment_number", "establishment_name", "establishment_street",
        "establishment_postal_code", "training", "partnership", "applicant", "submitted_on", "status", "decided_on",
        "decision_mode", "rejection_reason", "ended_on", "end_kind", "cancelled_on", "mentors", "renews",
    ]

    /// The fields of the file, in the order of `columns`.
    package var fields: [String] {
        [
            reference, companyNumber.formatted, companyName, companyStreet, companyPostalCode.digits,
            jointCommittee?.rawValue ?? "", employees.map(String.init) ?? "", establishmentNumber.formatted,
            establishmentName, establishmentStreet, establishmentPostalCode.digits, training.rawValue,
            partnership.rawValue, applicant, submittedOn.iso, status.rawValue, decidedOn?.iso ?? "",
            decisionMode?.rawValue ?? "", rejectionReason?.rawValue ?? "", endedOn?.iso ?? "",
            endKind?.rawValue ?? "", cancelledOn?.iso ?? "", mentorsField, renews ?? "",
        ]
    }

    private var mentorsField: String {
        mentors.map { "\($0.nationalNumber.formatted);\($0.firstName);\($0.lastName)" }.joined(separator: "|")
    }
}
