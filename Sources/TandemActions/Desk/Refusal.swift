package import TandemDomain

/// Why an act did not happen.
///
/// Nothing was written then. The words are in the catalogue.
package enum Refusal: Error, Hashable, Sendable {
    /// The person may not do this to that (R4, R23, R72–R74).
    case notAllowed
    /// There is no such thing, or not for this person.
    case notFound
    /// Somebody else was first: who, with which act, when.
    case changedMeanwhile(by: String?, act: String, at: Instant)
    /// The term was over and the law has approved with effect on this day (R12).
    case decidedByLaw(on: Day)
    /// The file is in a status from which this act does not go (R22).
    case notFrom(ApplicationStatus)
    /// The recognition is in a status from which this act does not go (R22).
    case recognitionNotFrom(RecognitionState)
    /// What the files lack before they may be submitted, by file.
    case lacks([FileLack])
    /// What keeps the decision from being taken.
    case decision([DecisionProblem])
    /// What keeps the mentor from being accepted.
    case acceptance([AcceptanceProblem])
    /// What keeps the sanction from being imposed.
    case sanction([SanctionProblem])
    /// A reason has to be given.
    case reasonMissing
    /// The code is not in the reference data of today.
    case unknownCode(String)
    /// The national number belongs to a person with another name; a handler looks at it (R31).
    case numberInUse
    /// The mentor is proposed in this file already, or is a mentor of this recognition.
    case mentorTwice
    /// The person is too young to be a mentor, also with a derogation (R7).
    case mentorTooYoung(minimum: Int)
    /// The establishment number belongs to another company.
    case establishmentOfOther
    /// The number is in use already.
    case numberTaken
    /// The document is of another kind than PDF, JPEG or PNG; told by its content.
    case documentKind
    /// The document is larger than ten megabytes.
    case documentSize
    case documentEmpty
    /// No training was chosen.
    case trainingMissing
    /// The mandate ends before it starts, or the like.
    case periodReversed
    /// The day lies after today.
    case dayInFuture
    /// Renewal is possible from this day on.
    case renewalTooEarly(from: Day)
    /// The establishment or company is excluded (R20).
    case excluded(until: Day?)
    /// Nothing was chosen to decide on, or files of different establishments.
    case notOneEstablishment
    /// Another adviser works with the establishment: who, for which organisation, since when.
    case claimedBy(String?, Organisation, since: Day)
    /// The company asked not to be called.
    case doNotCall(since: Day)
    /// The prospect is in a state from which this act does not go.
    case prospectNotFrom(ProspectState)
    /// The day has to lie after today.
    case dayNotAhead
}

/// What one file lacks.
package struct FileLack: Hashable, Sendable {
    package let application: Identifier<RecognitionApplication>
    package let lack: Lack

    package init(application: Identifier<RecognitionApplication>, lack: Lack) {
        self.application = application
        self.lack = lack
    }
}
