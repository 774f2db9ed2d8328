extension LegalFigures {
    /// The term for deciding on an application submitted on `day`.
    package func decisionTerm(on day: Day) -> DecisionTerm {
        DecisionTerm(
            days: decision.termDays[day],
            unit: decision.termUnit[day],
            onIncomplete: decision.incompleteEffect[day],
            onHold: decision.holdEffect[day]
        )
    }

    /// What a mentor designated on `day` is held against.
    package func mentorNorms(on day: Day) -> MentorNorms {
        MentorNorms(
            age: mentor.minimumAge[day],
            ageWithDerogation: mentor.derogationMinimumAge[day],
            yearsOfPractice: mentor.practiceYears[day],
            extractMonths: mentor.extractMaximumMonths[day]
        )
    }

    /// The last day on which a mentor first approved on `day` may have followed the training; nothing where none is due.
    ///
    /// The partnership's own term counts where it sets one, but never longer than the law's (R24, R25).
    package func trainingDeadline(firstApprovedOn day: Day, partnershipMonths: Int?) -> Day? {
        guard mentor.trainingCompulsory[day] else { return nil }
        let longest = mentor.trainingMaximumMonths[day]
        return day.adding(months: min(partnershipMonths ?? longest, longest))
    }
}
