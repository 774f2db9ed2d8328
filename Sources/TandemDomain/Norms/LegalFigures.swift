/// The figures of the decrees, each with its days (*normen*): a file of 2019 is judged by the figures of 2019.
package struct LegalFigures: Sendable {
    package let decision: DecisionFigures
    package let recognition: RecognitionFigures
    package let mentor: MentorFigures
    package let appeal: AppealFigures
    /// The smallest number of persons that a published table shows (R76).
    package let smallestPublishedCell: Dated<Int>
    /// The name of the authority that the counter belongs to.
    package let authority: Dated<String>
    /// What supply and demand are held against (R62).
    package let supply: SupplyFigures

    package init(
        decision: DecisionFigures,
        recognition: RecognitionFigures,
        mentor: MentorFigures,
        appeal: AppealFigures,
        smallestPublishedCell: Dated<Int>,
        authority: Dated<String>,
        supply: SupplyFigures
    ) {
        self.decision = decision
        self.recognition = recognition
        self.mentor = mentor
        self.appeal = appeal
        self.smallestPublishedCell = smallestPublishedCell
        self.authority = authority
        self.supply = supply
    }
}

/// How the days of a term are counted.
package enum TermUnit: String, CaseIterable, Sendable {
    case calendarDays = "calendar_days"
    case workingDays = "working_days"
}

/// What sending an incomplete file back does to the term (R11).
package enum IncompleteEffect: String, CaseIterable, Sendable {
    /// Submission anew starts a new term.
    case restart
    /// The term runs on where it stopped; the days spent incomplete do not count.
    case continues = "continue"
}

/// What putting a file on hold does to the term (R13).
package enum HoldEffect: String, CaseIterable, Sendable {
    /// The days on hold are not counted.
    case pause
    /// The days on hold are counted.
    case run
}

/// The term for deciding on an application (*behandelingstermijn*; R11–R13).
package struct DecisionFigures: Sendable {
    package let termDays: Dated<Int>
    package let termUnit: Dated<TermUnit>
    package let incompleteEffect: Dated<IncompleteEffect>
    package let holdEffect: Dated<HoldEffect>
    /// How many days before its end a term is shown as pressing.
    package let warningDays: Dated<Int>

    package init(
        termDays: Dated<Int>,
        termUnit: Dated<TermUnit>,
        incompleteEffect: Dated<IncompleteEffect>,
        holdEffect: Dated<HoldEffect>,
        warningDays: Dated<Int>
    ) {
        self.termDays = termDays
        self.termUnit = termUnit
        self.incompleteEffect = incompleteEffect
        self.holdEffect = holdEffect
        self.warningDays = warningDays
    }
}

/// How long a recognition lasts and how it is renewed (*geldigheidsduur*; R15–R17).
package struct RecognitionFigures: Sendable {
    package let validityYears: Dated<Int>
    /// How many months before the end a renewal may be asked for at the earliest.
    package let renewalEarliestMonths: Dated<Int>
    /// How many months before the end a running recognition is shown as ending.
    package let expiryWarningMonths: Dated<Int>
    /// Whether a recognition whose last valid mentor is gone is withdrawn by the system (R17).
    package let withdrawnWithoutMentor: Dated<Bool>

    package init(
        validityYears: Dated<Int>,
        renewalEarliestMonths: Dated<Int>,
        expiryWarningMonths: Dated<Int>,
        withdrawnWithoutMentor: Dated<Bool>
    ) {
        self.validityYears = validityYears
        self.renewalEarliestMonths = renewalEarliestMonths
        self.expiryWarningMonths = expiryWarningMonths
        self.withdrawnWithoutMentor = withdrawnWithoutMentor
    }
}

/// What a mentor must be and do (*mentorvoorwaarden*; R7–R9, R24, R25).
package struct MentorFigures: Sendable {
    package let minimumAge: Dated<Int>
    package let derogationMinimumAge: Dated<Int>
    package let practiceYears: Dated<Int>
    /// The oldest that an extract of the criminal record may be, in months.
    package let extractMaximumMonths: Dated<Int>
    /// How many days after the term of appeal an extract is kept (R75).
    package let extractRetentionDays: Dated<Int>
    /// Whether a mentor must follow the mentor training.
    package let trainingCompulsory: Dated<Bool>
    /// The longest term for the training, by the day of the recognition.
    package let trainingMaximumMonths: Dated<Int>
    /// How many days before its end the training term is shown as pressing.
    package let trainingWarningDays: Dated<Int>

    package init(
        minimumAge: Dated<Int>,
        derogationMinimumAge: Dated<Int>,
        practiceYears: Dated<Int>,
        extractMaximumMonths: Dated<Int>,
        extractRetentionDays: Dated<Int>,
        trainingCompulsory: Dated<Bool>,
        trainingMaximumMonths: Dated<Int>,
        trainingWarningDays: Dated<Int>
    ) {
        self.minimumAge = minimumAge
        self.derogationMinimumAge = derogationMinimumAge
        self.practiceYears = practiceYears
        self.extractMaximumMonths = extractMaximumMonths
        self.extractRetentionDays = extractRetentionDays
        self.trainingCompulsory = trainingCompulsory
        self.trainingMaximumMonths = trainingMaximumMonths
        self.trainingWarningDays = trainingWarningDays
    }
}

/// The terms of an appeal (*beroepstermijnen*; R56, R57).
package struct AppealFigures: Sendable {
    package let termDays: Dated<Int>
    package let acknowledgementDays: Dated<Int>

    package init(termDays: Dated<Int>, acknowledgementDays: Dated<Int>) {
        self.termDays = termDays
        self.acknowledgementDays = acknowledgementDays
    }
}
