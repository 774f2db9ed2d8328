/// A closed list of the register whose words on screen are reference data.
package enum LabelList: String, CaseIterable, Sendable {
    case applicationStatus = "application_status"
    case recognitionStatus = "recognition_status"
    case decisionMode = "decision_mode"
    case agreementType = "agreement_type"
    case agreementStatus = "agreement_status"
    case endingReason = "ending_reason"
    case mentorTrainingStatus = "mentor_training_status"
    case exemptionGround = "exemption_ground"
    case submitter
    case checkKind = "check_kind"
    case power
    case criterion
    case warningLight = "warning_light"
    case system
    case providerKind = "provider_kind"
    case trainingLevel = "training_level"
    case finality
    case reportedSector = "reported_sector"
    case appealSubject = "appeal_subject"
    case appealOutcome = "appeal_outcome"
    case certificate
    case role
}

/// The Dutch word for a code of a closed list.
package struct Label: Hashable, Sendable {
    package let list: LabelList
    package let code: String
    package let text: String
    /// The code of the item that this one is a part of.
    package let parent: String?

    package init(list: LabelList, code: String, text: String, parent: String? = nil) {
        self.list = list
        self.code = code
        self.text = text
        self.parent = parent
    }
}
