/// All that a report has to know about one application; the rest of the file stays where it is.
package struct ApplicationFact: Sendable, Hashable {
    /// What was decided, whatever became of the recognition afterwards.
    package enum Decision: String, CaseIterable, Sendable {
        case approved, rejected
    }

    /// Nothing for a draft, which no report counts.
    package var submittedOn: Day?
    package var decidedOn: Day?
    package var decision: Decision?
    package var mode: DecisionMode?
    package var endedOn: Day?
    /// How the recognition ended before its time, where it did.
    package var endKind: RecognitionStatus?
    /// The last day of the recognition (R15).
    package var validUntil: Day?
    package var cancelledOn: Day?
    package let status: ApplicationStatus
    package let system: TrainingSystemGroup
    package let partnership: PartnershipCode
    /// Who applied, as the import names it: `company`, `provider` and so on.
    package let applicant: String
    package let training: TrainingCode
    package let company: Int64
    package let establishment: Int64

    package init(
        submittedOn: Day? = nil,
        decidedOn: Day? = nil,
        decision: Decision? = nil,
        mode: DecisionMode? = nil,
        endedOn: Day? = nil,
        endKind: RecognitionStatus? = nil,
        validUntil: Day? = nil,
        cancelledOn: Day? = nil,
        status: ApplicationStatus,
        system: TrainingSystemGroup,
        partnership: PartnershipCode,
        applicant: String,
        training: TrainingCode,
        company: Int64,
        establishment: Int64
    ) {
        self.submittedOn = submittedOn
        self.decidedOn = decidedOn
        self.decision = decision
        self.mode = mode
        self.endedOn = endedOn
        self.endKind = endKind
        self.validUntil = validUntil
        self.cancelledOn = cancelledOn
        self.status = status
        self.system = system
        self.partnership = partnership
        self.applicant = applicant
        self.training = training
        self.company = company
        self.establishment = establishment
    }
}
